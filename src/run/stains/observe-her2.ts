import { readHer2, type ReadHer2 } from "../../constraints/read-her2.ts";
import { isHybridization, readStain } from "../../constraints/stain.ts";
import type { CopyNumberAlteration, IhcResult } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";

type Stain = Observation<IhcResult>;

export interface ObservedHer2 {
  /** The rows; those that decide about the amplification of ERBB2 say so. */
  readonly stains: readonly Stain[];
  /** By in situ hybridization; null where it shows none. */
  readonly amplification: Observation<CopyNumberAlteration> | null;
  /** Ids of the rows that the amplification rests on. */
  readonly restsOn: readonly string[];
}

/**
 * What the rows about HER2 say together of the gene ERBB2 (ASCO/CAP 2018 and 2023, PMC9771736): amplified by in situ hybridization, not
 * amplified, positive by IHC 3+ alone, or open.
 */
export function observeHer2(stains: readonly Stain[]): ObservedHer2 {
  const rows = stains.filter(({ gene }) => gene === "ERBB2");
  const hybridized = rows.filter(({ alteration }) => isHybridization(alteration));
  const status = readHer2(rows.map(({ alteration }) => alteration));
  if (status.isAmplified) {
    return {
      stains: markStains(stains, { state: "positive", rule: status.rule }),
      amplification: makeAmplification(hybridized),
      restsOn: hybridized.map(({ id }) => id),
    };
  }
  const verdict = judge(status, hybridized.length > 0);
  const deciding = new Set(
    verdict?.state === "positive"
      ? rows.filter(({ alteration }) => isStrong(alteration))
      : hybridized,
  );
  const marked =
    verdict?.state === "open" ? markStains(stains, { state: "open", rule: verdict.rule }) : stains;
  return {
    stains: marked.map((stain) =>
      verdict !== null && deciding.has(stain)
        ? { ...stain, alteration: { ...stain.alteration, amplification: verdict } }
        : stain,
    ),
    amplification: null,
    restsOn: [],
  };
}

/** A stain means less alone than beside an in situ hybridization: 1+ is HER2-low only without a positive one. */
function markStains(
  stains: readonly Stain[],
  hybridization: NonNullable<IhcResult["hybridization"]>,
): Stain[] {
  return stains.map((stain) =>
    stain.gene === "ERBB2" && !isHybridization(stain.alteration)
      ? { ...stain, alteration: { ...stain.alteration, hybridization } }
      : stain,
  );
}

function judge(
  { state, rule, ihc, isHybridized, differs }: ReadHer2,
  hasHybridization: boolean,
): NonNullable<IhcResult["amplification"]> | null {
  if (differs) return { state: "open", rule: "results of in situ hybridization differ" };
  if (state === "positive") {
    return { state: "positive", rule: isHybridized ? `IHC 3+; ${rule}` : rule };
  }
  if (!hasHybridization) return null;
  if (state === "negative" && isHybridized) return { state: "negative", rule };
  if (isHybridized) return { state: "open", rule: `${state}: ${rule}` };
  const counted = ihc === null ? "" : ` beside IHC ${ihc}${ihc > 0 ? "+" : ""}`;
  return { state: "open", rule: `a ratio without copies${counted} cannot be grouped` };
}

function isStrong(stain: IhcResult): boolean {
  const read = isHybridization(stain) ? null : readStain(stain);
  return read?.form === "grade" && read.grade === 3;
}

/** Its counts are of signals, not of copies beside a ploidy, so that they are told and not compared with those of other assays. */
function makeAmplification(hybridized: readonly Stain[]): Observation<CopyNumberAlteration> | null {
  const [first] = hybridized;
  if (first === undefined) return null;
  const assays = [...new Set(hybridized.flatMap(({ alteration }) => alteration.assay ?? []))];
  const shown = hybridized.map(({ alteration: { unit, score } }) =>
    [unit, score].filter((word) => word !== null).join(" "),
  );
  return {
    id: "copy-number:ERBB2:amplification:ish",
    label: "ERBB2 amplification",
    gene: "ERBB2",
    alteration: { kind: "copy-number", gene: "ERBB2", change: "amplification", copies: null },
    support: {
      kind: "value",
      value: null,
      text: shown.join(", "),
      unit: null,
      method: assays.length === 0 ? "ISH" : `ISH (${assays.join(", ")})`,
    },
    provenance: first.provenance,
  };
}
