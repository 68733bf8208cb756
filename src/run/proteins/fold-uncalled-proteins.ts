import type { Measured } from "../../model/alteration.ts";
import { compareText } from "../../model/order.ts";
import type { NotAssessed } from "../../model/report.ts";
import type { InterpretedProteins } from "../interpret-proteins.ts";

const words: Record<Measured, Pick<NotAssessed, "what" | "settledBy">> = {
  protein: {
    what: "Proteins whose level could not be called",
    settledBy: "A measurement of the protein in the case and in at least 20 reference samples",
  },
  rna: {
    what: "Genes whose RNA level could not be called",
    settledBy: "A measurement of the RNA in the case and in at least 20 reference samples",
  },
  phosphosite: {
    what: "Proteins with phosphosites whose level could not be called",
    settledBy: "A measurement of the site in the case and in at least 20 reference samples",
  },
  "kinase-activity": {
    what: "Kinases whose activity is shown as given and was not called",
    settledBy: "Scores of at least 20 reference samples on the same scale",
  },
};

/**
 * What was on the tested list and measured, or missing, in a way that allows no call, folded by the molecule and the reason. The reason is
 * that of the first one.
 */
export function foldUncalledProteins({ calls }: Pick<InterpretedProteins, "calls">): NotAssessed[] {
  const folded = new Map<string, { molecule: Measured; reason: string; genes: Set<string> }>();
  for (const { call, reason, gene, molecule } of calls) {
    if (call !== "not assessable") continue;
    const code = `${molecule}-${reason.code}`;
    const entry = folded.get(code) ?? { molecule, reason: reason.text, genes: new Set() };
    folded.set(code, entry);
    entry.genes.add(gene);
  }
  return [...folded].map(([code, { molecule, reason, genes }]) => ({
    code,
    ...words[molecule],
    reason,
    statements: 0,
    genes: [...genes].toSorted(compareText),
  }));
}
