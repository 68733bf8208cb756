import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** Arriba 1 and 2; gene1 gives the 5' end where the direction of transcription is known. */
export const arriba = makeFusionReader({
  id: "arriba",
  title: "Arriba: fusions.tsv",
  caller: "Arriba",
  extensions: [".tsv"],
  columns: [
    {
      name: "#gene1",
      meaning: "5' gene; neighbors with distances where the break lies in no gene",
      required: true,
    },
    { name: "gene2", meaning: "3' gene", required: true },
    {
      name: "strand1(gene/fusion)",
      meaning: "strands; a point behind the slash leaves the order of the genes open",
      required: false,
    },
    { name: "breakpoint1", meaning: "chromosome:position", required: true },
    { name: "breakpoint2", meaning: "chromosome:position", required: true },
    {
      name: "split_reads1",
      meaning: "reads over the junction, with split_reads2",
      required: false,
    },
    { name: "discordant_mates", meaning: "spanning pairs", required: false },
    { name: "confidence", meaning: "low, medium or high", required: true },
    { name: "type", meaning: "read-through and the like", required: false },
    { name: "reading_frame", meaning: "in-frame, out-of-frame or stop-codon", required: false },
    {
      name: "retained_protein_domains",
      meaning: "tells whether a kinase domain is kept",
      required: false,
    },
  ],
  marks: ["#gene1", "gene2", "breakpoint1", "breakpoint2", "confidence"],
  read(cells) {
    const splitReads = addKnown(cells.count("split_reads1"), cells.count("split_reads2"));
    const domains = cells.text("retained_protein_domains");
    return {
      fivePrime: readArribaGene(cells.text("#gene1")),
      threePrime: readArribaGene(cells.text("gene2")),
      isOrdered: ![1, 2].some((side) => isOpen(cells.text(`strand${side}(gene/fusion)`))),
      inFrame: frames.get(cells.text("reading_frame")) ?? null,
      fivePrimeBreakpoint: cells.place("breakpoint1"),
      threePrimeBreakpoint: cells.place("breakpoint2"),
      kinaseDomain: /kinase/i.test(domains) ? "kept" : null,
      isReadThrough: cells.text("type").includes("read-through"),
      support: {
        junctionReads: splitReads,
        spanningReads: cells.count("discordant_mates"),
        rule: "split_reads1 + split_reads2, and discordant_mates",
        confidence: cells.text("confidence") || null,
      },
    };
  },
});

const frames: ReadonlyMap<string, boolean> = new Map([
  ["in-frame", true],
  ["out-of-frame", false],
  ["stop-codon", false],
]);

/** `GENE1(1234),GENE2(5678)` are the neighbors of a break between genes. */
function readArribaGene(cell: string): string | null {
  return cell.includes("(") ? null : readGeneName(cell);
}

function isOpen(strands: string): boolean {
  return strands.endsWith("/.");
}

function addKnown(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}
