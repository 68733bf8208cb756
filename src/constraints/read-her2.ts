/** The HER2 of a case as one status, from its stains and its rows of in situ hybridization. */
import type { IhcResult } from "../model/alteration.ts";
import { judgeHer2, type Her2Measured, type Her2Status } from "./her2-status.ts";
import { isHybridization, readStain } from "./stain.ts";

export interface ReadHer2 extends Her2Status {
  readonly ihc: Her2Measured["ihc"];
  /** The gene is seen in more copies, which IHC 3+ alone does not show. */
  readonly isAmplified: boolean;
  /** Two rows of in situ hybridization of one kind differ, so that none of them is used. */
  readonly differs: boolean;
}

/** Of all rows of the case; two of one kind that differ decide nothing. */
export function readHer2(rows: readonly IhcResult[]): ReadHer2 {
  const own = rows.filter(({ gene }) => gene === "ERBB2");
  const hybridized = own.filter(isHybridization);
  const numbers = (unit: "ratio" | "copies"): Set<number> =>
    new Set(hybridized.flatMap((row) => (row.unit === unit ? Number(row.score) : [])));
  const kinds = [numbers("copies"), numbers("ratio"), wordsOf(hybridized)] as const;
  const [copies, ratio, word] = kinds;
  const stained = gradesOf(own);
  const measured = {
    ihc: theOne(stained),
    copies: theOne(copies),
    ratio: theOne(ratio),
    word: theOne(word),
  };
  const status = judgeGrades(stained, measured);
  const differs = kinds.some((kind) => kind.size > 1);
  const isAmplified = status.state === "positive" && showsAmplification(status, measured);
  return { ...status, ihc: measured.ihc, differs, isAmplified: isAmplified && !differs };
}

/** Stains that differ are judged one by one: what all of them come to holds, and one that in situ hybridization opposes stays opposed. */
function judgeGrades(
  stained: ReadonlySet<Her2Measured["ihc"]>,
  measured: Her2Measured,
): Her2Status {
  const [first = judgeHer2(measured), ...others] = [...stained].map((ihc) =>
    judgeHer2({ ...measured, ihc }),
  );
  const each = [first, ...others];
  const discordant = each.find(({ state }) => state === "discordant");
  if (discordant !== undefined) return discordant;
  return others.every(({ state }) => state === first.state)
    ? { ...first, isLow: each.every(({ isLow }) => isLow) }
    : judgeHer2(measured);
}

/** Groups 1 and 3, 6 copies with one probe, or the word of the laboratory; in groups 2 and 4 it is the stain that is positive. */
function showsAmplification({ group }: Her2Status, { copies, word }: Her2Measured): boolean {
  if (group !== null) return group === 1 || group === 3;
  return word === "positive" || (copies !== null && copies >= 6);
}

function theOne<Value>(found: ReadonlySet<Value>): Value | null {
  const [value] = found;
  return value === undefined || found.size > 1 ? null : value;
}

function wordsOf(hybridized: readonly IhcResult[]): Set<"positive" | "negative"> {
  return new Set(
    hybridized.flatMap(({ score }) => (score === "positive" || score === "negative" ? score : [])),
  );
}

const grades = [0, 1, 2, 3] as const;

function gradesOf(rows: readonly IhcResult[]): Set<0 | 1 | 2 | 3> {
  const stains = rows.filter((row) => !isHybridization(row)).map(readStain);
  return new Set(
    stains.flatMap((stain) =>
      stain.form === "grade" ? grades.filter((grade) => grade === stain.grade) : [],
    ),
  );
}
