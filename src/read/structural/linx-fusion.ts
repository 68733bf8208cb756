import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** LINX, Hartwig: fusions in DNA, also those within one gene. */
export const linxFusion = makeFusionReader({
  id: "linx-fusion",
  title: "LINX: fusion.tsv",
  caller: "LINX",
  extensions: [".tsv"],
  columns: [
    { name: "geneStart", meaning: "5' gene", required: true },
    { name: "geneEnd", meaning: "3' gene", required: true },
    { name: "phased", meaning: "INFRAME, SKIPPED_EXONS or OUT_OF_FRAME", required: true },
    { name: "fusedExonUp", meaning: "last exon of the 5' gene", required: true },
    { name: "fusedExonDown", meaning: "first exon of the 3' gene", required: true },
    { name: "transcriptStart", meaning: "what the exons are numbered by", required: false },
    { name: "domainsKept", meaning: "protein domains", required: false },
    { name: "domainsLost", meaning: "protein domains", required: false },
    { name: "likelihood", meaning: "HIGH, LOW or NA", required: false },
  ],
  marks: ["fivePrimeBreakendId", "threePrimeBreakendId", "phased", "geneStart", "geneEnd"],
  read(cells) {
    const up = cells.count("fusedExonUp");
    const down = cells.count("fusedExonDown");
    const likelihood = cells.text("likelihood");
    return {
      fivePrime: readGeneName(cells.text("geneStart")),
      threePrime: readGeneName(cells.text("geneEnd")),
      inFrame: frames.get(cells.text("phased")) ?? null,
      exons: up === null || down === null ? null : [up, down],
      transcript: cells.text("transcriptStart") || null,
      kinaseDomain: readKinase(cells.text("domainsKept"), cells.text("domainsLost")),
      support: {
        junctionReads: null,
        spanningReads: null,
        rule: null,
        confidence: likelihood === "" ? null : `likelihood ${likelihood}`,
      },
    };
  },
});

/** Exons that are skipped keep the frame. */
const frames: ReadonlyMap<string, boolean> = new Map([
  ["INFRAME", true],
  ["SKIPPED_EXONS", true],
  ["OUT_OF_FRAME", false],
]);

function readKinase(kept: string, lost: string): "kept" | "lost" | null {
  if (/kinase/i.test(kept)) return "kept";
  return /kinase/i.test(lost) ? "lost" : null;
}
