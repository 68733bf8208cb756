import { compareText } from "../model/order.ts";
import type { NotAssessed } from "../model/report.ts";
import type { InterpretedProteins } from "./interpret-proteins.ts";

/** Proteins on the tested list that were measured or missing in a way that allows no call, folded by the reason. */
export function foldUncalledProteins({ calls }: InterpretedProteins): NotAssessed[] {
  const genesOf = new Map<string, { reason: string; genes: Set<string> }>();
  for (const { call, reason, gene } of calls) {
    if (call !== "not assessable") continue;
    const entry = genesOf.get(reason.code) ?? { reason: reason.text, genes: new Set() };
    genesOf.set(reason.code, entry);
    entry.genes.add(gene);
  }
  return [...genesOf].map(([code, { reason, genes }]) => ({
    code: `protein-${code}`,
    what: "Proteins whose level could not be called",
    reason,
    settledBy: "A measurement of the protein in the case and in at least 20 reference samples",
    statements: 0,
    genes: [...genes].toSorted(compareText),
  }));
}
