import type { CopyNumberCall, CopyNumberRow } from "../../read/copy-number/copy-numbers.ts";
import type { JudgedCopies } from "./judge-copies.ts";

/** How far from what is expected, and in which direction. */
const steps: Readonly<Record<CopyNumberCall | JudgedCopies["change"], number>> = {
  "homozygous-deletion": -2,
  "partial-deletion": -2,
  loss: -1,
  neutral: 0,
  open: 0,
  "copy-neutral-loh": 0,
  gain: 1,
  amplification: 2,
};

/**
 * True where a row's numbers and its own word cannot both be: 12 copies that are called a deletion. One step is what laboratories with
 * other cut-offs differ by (5 copies called amplified), and so is a deletion of one copy or of both. The bound of two steps is our choice.
 */
export function contradictsCall(row: Pick<CopyNumberRow, "call">, judged: JudgedCopies): boolean {
  if (row.call === null || judged.from === "call" || judged.change === "open") return false;
  return Math.abs(steps[row.call] - steps[judged.change]) >= 2;
}
