/** Copies of genes from a file that has a row for each gene. */
import type { CopyNumberRow } from "../../read/copy-number/copy-numbers.ts";
import { copyThresholds } from "./copy-thresholds.ts";
import type { GeneChange, GeneCopies, NotCovered } from "./gene-copies.ts";
import { isAmplified, type JudgedCopies } from "./judge-copies.ts";

/**
 * Calls one gene by its row. Where the file tells the fewest and the most copies of any part of the gene, the fewest are the gene's:
 * an amplification of all of it is at least that high, and a deletion of less than half of it is a part.
 */
export function callGeneRow(
  gene: string,
  row: CopyNumberRow,
  { judged, ploidy }: { readonly judged: JudgedCopies; readonly ploidy: number | null },
): GeneCopies | NotCovered {
  if (judged.change === "open") return "sex";
  return {
    gene,
    changes: [...changesOf(row, judged), ...partAmplified(row, judged, ploidy)],
    rows: [row],
    hasAlleles: judged.oneAlleleLost !== null,
    isAdjusted: judged.adjusted,
  };
}

function changesOf(row: CopyNumberRow, judged: JudgedCopies): GeneChange[] {
  const { change } = judged;
  if (change === "neutral" || change === "open") return [];
  const isPart =
    row.call === "partial-deletion" ||
    (change === "homozygous-deletion" && (row.share ?? 1) < copyThresholds.leastShare);
  return [{ change, judged, row, ...(isPart ? { part: { share: row.share, coding: null } } : {}) }];
}

function partAmplified(
  row: CopyNumberRow,
  judged: JudgedCopies,
  ploidy: number | null,
): GeneChange[] {
  const { mostCopies } = row;
  if (judged.change === "amplification" || mostCopies === null) return [];
  if (!isAmplified(mostCopies, ploidy)) return [];
  return [
    {
      change: "amplification",
      judged: { ...judged, copies: mostCopies, minor: null, oneAlleleLost: null },
      row,
      part: { share: null, coding: null },
    },
  ];
}
