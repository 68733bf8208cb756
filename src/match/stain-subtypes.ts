/** Subtypes that labels name and that stains of the case show: receptors of breast cancer, HER2 of gastric cancer. */
import { fitsResult } from "../constraints/ihc.ts";
import { readHer2 } from "../constraints/read-her2.ts";
import { isHybridization, readStain } from "../constraints/stain.ts";
import type { IhcResult } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";

export interface StainSubtype {
  /** In the tree of diseases. */
  readonly disease: string;
  /** Labels of the rows that show it. */
  readonly stains: readonly string[];
}

type Sign = "+" | "-";

/** What stains tell of; null where they leave it open. Hormone receptors are positive where ER or PgR is, and negative where both are. */
type Signs = Readonly<Record<"er" | "hormone" | "her2", Sign | null>>;

interface Subtype {
  readonly disease: string;
  /** The tumor type of which it is one. */
  readonly within: string;
  /** All of them show it, and the opposite of one denies it. */
  readonly signs: Readonly<Partial<Record<keyof Signs, Sign>>>;
}

const breast = "DOID:1612";

/** Positive and negative receptors as ASCO/CAP 2020 has them (10.1200/JCO.19.02309). */
const subtypes: readonly Subtype[] = [
  { disease: "DOID:0060075", within: breast, signs: { er: "+" } },
  { disease: "DOID:0070784", within: breast, signs: { hormone: "+" } },
  { disease: "DOID:0070785", within: breast, signs: { hormone: "-" } },
  { disease: "DOID:0060079", within: breast, signs: { her2: "+" } },
  { disease: "DOID:0060080", within: breast, signs: { her2: "-" } },
  {
    disease: "METACTION:hr-positive-her2-negative-breast-cancer",
    within: breast,
    signs: { hormone: "+", her2: "-" },
  },
  { disease: "DOID:0060081", within: breast, signs: { hormone: "-", her2: "-" } },
  {
    disease: "METACTION:her2-negative-gastric-adenocarcinoma",
    within: "DOID:3717",
    signs: { her2: "-" },
  },
  {
    disease: "METACTION:her2-negative-gastroesophageal-junction-adenocarcinoma",
    within: "DOID:4944",
    signs: { her2: "-" },
  },
];

const genesOf: Readonly<Record<keyof Signs, readonly string[]>> = {
  er: ["ESR1"],
  hormone: ["ESR1", "PGR"],
  her2: ["ERBB2"],
};

function asked({ signs }: Subtype): [keyof Signs, Sign][] {
  return (["er", "hormone", "her2"] as const).flatMap((name) => {
    const sign = signs[name];
    return sign === undefined ? [] : [[name, sign] as [keyof Signs, Sign]];
  });
}

function genesAsked(subtype: Subtype): string[] {
  return asked(subtype).flatMap(([name]) => genesOf[name]);
}

/**
 * The subtypes of the tumor type of the case that its stains show. None where the case names a subtype by itself, which then holds; a receptor
 * of which rows differ, or that copies of the gene contradict, shows none. `includes`: whether the second disease is the first or a kind of it.
 */
export function findStainSubtypes(
  caseDisease: string | null,
  observations: readonly Observation[],
  includes: (wider: string, narrower: string) => boolean,
): StainSubtype[] {
  if (caseDisease === null || !observations.some(({ alteration }) => alteration.kind === "ihc")) {
    return [];
  }
  const own = subtypes.filter(({ within }) => includes(within, caseDisease));
  if (own.some(({ disease }) => includes(disease, caseDisease))) return [];
  const rows = observations.filter(isStain);
  const shown = readSigns(rows, observations);
  return own
    .filter((subtype) => asked(subtype).every(([name, sign]) => shown[name] === sign))
    .map((subtype) => ({
      disease: subtype.disease,
      stains: rowsOf(genesAsked(subtype), rows).map(({ label }) => label),
    }));
}

/**
 * True where the tumor is shown to be none of the first disease, which is a subtype that labels name or lies within one, and the second disease holds
 * that subtype without being wider than its organ: a statement about breast cancer, and HR-positive, HER2-negative breast cancer. The subtype that
 * the case names by itself tells, and the stains tell what that leaves open.
 */
export function findExcludedSubtypes(
  caseDisease: string | null,
  observations: readonly Observation[],
  includes: (wider: string, narrower: string) => boolean,
): (narrower: string, wider: string) => boolean {
  if (caseDisease === null) return () => false;
  const own = subtypes.filter(({ within }) => includes(within, caseDisease));
  if (own.length === 0) return () => false;
  const stained = readSigns(observations.filter(isStain), observations);
  const named = own.filter(({ disease }) => includes(disease, caseDisease));
  const shown: Signs = Object.assign({}, stained, ...named.map(({ signs }) => signs));
  const excluded = own.filter((subtype) => isDenied(subtype, shown));
  return (narrower, wider) =>
    excluded.some(
      ({ disease, within }) =>
        includes(disease, narrower) && includes(within, wider) && includes(wider, disease),
    );
}

function isDenied(subtype: Subtype, shown: Signs): boolean {
  return asked(subtype).some(([name, sign]) => shown[name] !== null && shown[name] !== sign);
}

/**
 * The rows of stains that are not those of a subtype that the case names by itself (ER 90 % in triple-negative breast cancer). None where the
 * stains bear it out or leave it open, and where no subtype is named.
 */
export function findDenyingStains(
  caseDisease: string,
  observations: readonly Observation[],
  includes: (wider: string, narrower: string) => boolean,
): Observation<IhcResult>[] {
  const rows = observations.filter(isStain);
  if (rows.length === 0) return [];
  const shown = readSigns(rows, observations);
  const denied = subtypes.filter(
    (subtype) => includes(subtype.disease, caseDisease) && isDenied(subtype, shown),
  );
  return rowsOf(denied.flatMap(genesAsked), rows);
}

function rowsOf(
  genes: readonly string[],
  rows: readonly Observation<IhcResult>[],
): Observation<IhcResult>[] {
  return rows.filter(({ gene }) => gene !== null && genes.includes(gene));
}

function readSigns(
  rows: readonly Observation<IhcResult>[],
  observations: readonly Observation[],
): Signs {
  const er = readReceptor("ESR1", rows);
  const pr = readReceptor("PGR", rows);
  const isNegative = er === "-" && pr === "-";
  return {
    er,
    hormone: er === "+" || pr === "+" ? "+" : isNegative ? "-" : null,
    her2: readHer2Sign(rows, observations),
  };
}

function isStain(observation: Observation): observation is Observation<IhcResult> {
  return observation.alteration.kind === "ihc";
}

/** What all rows say that say anything. */
function readReceptor(gene: string, rows: readonly Observation<IhcResult>[]): Sign | null {
  const results = rows.flatMap(({ alteration }) =>
    alteration.gene === gene && !isHybridization(alteration)
      ? (fitsResult(gene, "positive", readStain(alteration)) ?? [])
      : [],
  );
  const [first] = results;
  if (first === undefined || results.some((result) => result !== first)) return null;
  return first ? "+" : "-";
}

/** Copies of another assay that are amplified make a negative stain none. */
function readHer2Sign(
  rows: readonly Observation<IhcResult>[],
  observations: readonly Observation[],
): Sign | null {
  const { state } = readHer2(rows.map(({ alteration }) => alteration));
  if (state === "positive") return "+";
  const isAmplified = observations.some(
    ({ alteration }) =>
      alteration.kind === "copy-number" &&
      alteration.gene === "ERBB2" &&
      alteration.change === "amplification",
  );
  return state === "negative" && !isAmplified ? "-" : null;
}
