import type { CopyNumberChange } from "../../model/alteration.ts";
import type { CopyNumberRow } from "../../read/copy-number/copy-numbers.ts";
import { copiesOfRatio, type TumorContent } from "./copies-of-ratio.ts";
import { copyThresholds } from "./copy-thresholds.ts";

/** What one row says of the genes in it. */
export interface JudgedCopies {
  /** `open`: it hangs on what is expected, which is not known. */
  readonly change: CopyNumberChange | "neutral" | "open";
  readonly copies: number | null;
  readonly minor: number | null;
  readonly log2: number | null;
  /** False: copies are those of the sample, because its purity is not known. */
  readonly adjusted: boolean;
  /** Null where alleles are not told apart. */
  readonly oneAlleleLost: boolean | null;
  /** What the file states: copies, a ratio that they were computed from, or a word. */
  readonly from: "copies" | "ratio" | "call";
}

type Measured = Pick<CopyNumberRow, "copies" | "minor" | "log2" | "call">;

/**
 * Judges one row. `expected`: copies in normal cells, of which there are two possible numbers where the sex is not known; then both have to
 * give the same change. Of a place where there is no such number nothing is said.
 */
export function judgeCopies(
  row: Measured,
  expected: readonly number[],
  tumor: TumorContent,
): JudgedCopies {
  const [first, ...others] = expected.map((copies) => judgeAgainst(row, copies, tumor));
  if (first !== undefined && others.every(({ change }) => change === first.change)) return first;
  return { ...(first ?? judgeAgainst(row, 2, tumor)), change: "open", oneAlleleLost: null };
}

function judgeAgainst(row: Measured, expected: number, tumor: TumorContent): JudgedCopies {
  const { minor, log2 } = row;
  if (row.copies === null && log2 === null) return judgeCall(row, tumor);
  const stated =
    row.copies === null
      ? copiesOfRatio(log2 ?? 0, expected, tumor)
      : { copies: row.copies, adjusted: true };
  // What is printed is what was judged.
  const copies = roundCopies(stated.copies);
  const measured = { copies, adjusted: stated.adjusted };
  const oneAlleleLost = isAlleleLost({ ...measured, minor, expected });
  const change = changeOf(copies, { expected, ploidy: tumor.ploidy });
  return {
    ...measured,
    minor,
    log2,
    change: change === "neutral" && oneAlleleLost === true ? "copy-neutral-loh" : change,
    oneAlleleLost,
    from: row.copies === null ? "ratio" : "copies",
  };
}

/** A number of copies against what is expected: the larger of normal cells' and the tumor's own mean (a doubled genome). */
function changeOf(
  copies: number,
  { expected, ploidy }: { readonly expected: number; readonly ploidy: number | null },
): CopyNumberChange | "neutral" {
  const { deletedBelow, step } = copyThresholds;
  const baseline = Math.max(expected, ((ploidy ?? 2) * expected) / 2);
  if (expected === 0) return copies < step ? "neutral" : "gain";
  if (copies < deletedBelow) return "homozygous-deletion";
  if (isAmplified(copies, ploidy)) return "amplification";
  if (copies >= baseline + step) return "gain";
  return copies < baseline - step || copies < expected - step ? "loss" : "neutral";
}

/** True from six copies that are at least twice the ploidy, where that is known. */
export function isAmplified(copies: number, ploidy: number | null): boolean {
  const { amplifiedFrom, amplifiedFold } = copyThresholds;
  return copies >= amplifiedFrom && copies >= amplifiedFold * (ploidy ?? 0);
}

function isAlleleLost({
  copies,
  minor,
  adjusted,
  expected,
}: {
  readonly copies: number;
  readonly minor: number | null;
  readonly adjusted: boolean;
  readonly expected: number;
}): boolean | null {
  // Where normal cells have one allele, none can be lost beside it.
  if (expected < 2) return false;
  if (minor !== null) return minor < copyThresholds.alleleLostBelow;
  // One copy is of one allele; several may be of one or of both.
  return adjusted && copies < 2 - copyThresholds.step ? true : null;
}

/** A ploidy from which a lost copy no longer means that one allele is left: what rounds to three. */
const manyCopiesFrom = 2.5;

/** The file's own word. A loss leaves one allele, unless the genome is known to have more copies to lose. */
function judgeCall({ call, minor }: Measured, { ploidy }: TumorContent): JudgedCopies {
  const change = call === "partial-deletion" ? "homozygous-deletion" : (call ?? "neutral");
  const isOnlyOneLeft = change === "loss" && (ploidy ?? 2) < manyCopiesFrom;
  const isLost = minor === null ? isOnlyOneLeft || null : minor < copyThresholds.alleleLostBelow;
  return {
    change: change === "neutral" && isLost === true ? "copy-neutral-loh" : change,
    copies: null,
    minor,
    log2: null,
    adjusted: true,
    oneAlleleLost: isLost,
    from: "call",
  };
}

/** Two decimals are more than copies are measured by. */
export function roundCopies(value: number): number {
  return Math.round(value * 100) / 100;
}
