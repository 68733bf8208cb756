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

type Sign = "+" | "-" | null;

interface Receptors {
  readonly er: Sign;
  readonly pr: Sign;
  readonly her2: Sign;
}

interface Subtype {
  readonly disease: string;
  readonly within: string;
  readonly genes: readonly string[];
  readonly holds: (receptors: Receptors) => boolean;
  /** The opposite is shown, and not only left open. */
  readonly isDenied: (receptors: Receptors) => boolean;
}

const breast = "DOID:1612";
const hormone = ["ESR1", "PGR"];
const isHormonePositive = ({ er, pr }: Receptors): boolean => er === "+" || pr === "+";
const isHormoneNegative = ({ er, pr }: Receptors): boolean => er === "-" && pr === "-";
const isHer2Positive = ({ her2 }: Receptors): boolean => her2 === "+";
const isHer2Negative = ({ her2 }: Receptors): boolean => her2 === "-";

/** Hormone receptors are positive where ER or PgR is, and negative where both are (ASCO/CAP 2020, 10.1200/JCO.19.02309). */
const subtypes: readonly Subtype[] = [
  {
    disease: "DOID:0060075",
    within: breast,
    genes: ["ESR1"],
    holds: ({ er }) => er === "+",
    isDenied: ({ er }) => er === "-",
  },
  {
    disease: "DOID:0070784",
    within: breast,
    genes: hormone,
    holds: isHormonePositive,
    isDenied: isHormoneNegative,
  },
  {
    disease: "DOID:0070785",
    within: breast,
    genes: hormone,
    holds: isHormoneNegative,
    isDenied: isHormonePositive,
  },
  {
    disease: "DOID:0060079",
    within: breast,
    genes: ["ERBB2"],
    holds: isHer2Positive,
    isDenied: isHer2Negative,
  },
  {
    disease: "DOID:0060080",
    within: breast,
    genes: ["ERBB2"],
    holds: isHer2Negative,
    isDenied: isHer2Positive,
  },
  {
    disease: "METACTION:hr-positive-her2-negative-breast-cancer",
    within: breast,
    genes: [...hormone, "ERBB2"],
    holds: (receptors) => isHormonePositive(receptors) && isHer2Negative(receptors),
    isDenied: (receptors) => isHormoneNegative(receptors) || isHer2Positive(receptors),
  },
  {
    disease: "DOID:0060081",
    within: breast,
    genes: [...hormone, "ERBB2"],
    holds: (receptors) => isHormoneNegative(receptors) && isHer2Negative(receptors),
    isDenied: (receptors) => isHormonePositive(receptors) || isHer2Positive(receptors),
  },
  {
    disease: "METACTION:her2-negative-gastric-adenocarcinoma",
    within: "DOID:3717",
    genes: ["ERBB2"],
    holds: isHer2Negative,
    isDenied: isHer2Positive,
  },
  {
    disease: "METACTION:her2-negative-gastroesophageal-junction-adenocarcinoma",
    within: "DOID:4944",
    genes: ["ERBB2"],
    holds: isHer2Negative,
    isDenied: isHer2Positive,
  },
];

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
  const receptors = readReceptors(rows, observations);
  return own
    .filter(({ holds }) => holds(receptors))
    .map(({ disease, genes }) => ({
      disease,
      stains: rowsOf(genes, rows).map(({ label }) => label),
    }));
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
  const receptors = readReceptors(rows, observations);
  const denied = subtypes.filter(
    ({ disease, isDenied }) => includes(disease, caseDisease) && isDenied(receptors),
  );
  const genes = denied.flatMap((subtype) => subtype.genes);
  return rowsOf(genes, rows);
}

function rowsOf(
  genes: readonly string[],
  rows: readonly Observation<IhcResult>[],
): Observation<IhcResult>[] {
  return rows.filter(({ gene }) => gene !== null && genes.includes(gene));
}

function readReceptors(
  rows: readonly Observation<IhcResult>[],
  observations: readonly Observation[],
): Receptors {
  return {
    er: readReceptor("ESR1", rows),
    pr: readReceptor("PGR", rows),
    her2: readHer2Sign(rows, observations),
  };
}

function isStain(observation: Observation): observation is Observation<IhcResult> {
  return observation.alteration.kind === "ihc";
}

/** What all rows say that say anything. */
function readReceptor(gene: string, rows: readonly Observation<IhcResult>[]): Sign {
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
): Sign {
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
