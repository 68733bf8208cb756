/** Fusions and splice variants of TruSight Oncology 500: its combined output, and the table of all candidates. */
import { failedFilters } from "../vcf/failed-filters.ts";
import { isCombinedOutput, openSections } from "../tables/combined-output.ts";
import { readGeneName, UnreadableCell, type Cells } from "./fusion-cells.ts";
import { makeFusionReader, type FusionDraft } from "./fusion-table.ts";

const fusionNames = ["Gene Pair", "Breakpoint 1", "Breakpoint 2", "Fusion Supporting Reads"];
const spliceNames = [
  "Gene",
  "Affected Exon",
  "Breakpoint 1",
  "Breakpoint 2",
  "Splice Supporting Reads",
];
const columns = ["pair", "gene", "exons", "first", "second", "reads", "sample"];

export const tso500Fusions = makeFusionReader({
  id: "tso500-fusions",
  title: "TruSight Oncology 500: [Fusions], [Splice Variants] of CombinedVariantOutput.tsv",
  caller: "TruSight Oncology 500",
  extensions: [".tsv"],
  columns: [
    {
      name: "Gene Pair",
      meaning: "EML4-ALK; PAX8/PPARG where the order is not known; ROS1;GOPC where genes overlap",
      required: true,
    },
    { name: "Affected Exon", meaning: "of a splice variant: 14/21, 2-7", required: false },
    { name: "Breakpoint 1", meaning: "chromosome:position", required: true },
    { name: "Breakpoint 2", meaning: "chromosome:position", required: true },
    { name: "Fusion Supporting Reads", meaning: "also Splice Supporting Reads", required: true },
  ],
  marks: [],
  knows: isCombinedOutput,
  open: openSections({
    sections: ["Fusions", "Splice Variants"],
    required: ["Breakpoint 1", "Breakpoint 2"],
    columns,
    of: "RNA",
    row(cell, section) {
      if (section === "Fusions") {
        const [pair = "", first = "", second = "", reads = ""] = fusionNames.map(cell);
        return [pair, "", "", first, second, reads];
      }
      return ["", ...spliceNames.map(cell)];
    },
  }),
  read(cells) {
    const base = {
      fivePrimeBreakpoint: cells.place("first"),
      threePrimeBreakpoint: cells.place("second"),
      support: {
        junctionReads: cells.count("reads"),
        spanningReads: null,
        rule: "supporting reads of the row",
        confidence: null,
      },
    };
    const gene = readGeneName(cells.text("gene"));
    if (gene !== null) {
      return { ...base, fivePrime: gene, threePrime: gene, exons: readExons(cells.text("exons")) };
    }
    const { first, second, isOrdered } = readPair(cells.text("pair"));
    return pairUp(first, second, { ...base, isOrdered });
  },
});

/** `14/21` and `2-7`: what is left out, of how many; as the last exon before and the first behind. */
function readExons(text: string): [number, number] | null {
  const [, from, to] = /^(\d{1,3})(?:-(\d{1,3}))?(?:\/\d{1,3})?$/.exec(text) ?? [];
  return from === undefined ? null : [Number(from) - 1, Number(to ?? from) + 1];
}

/**
 * A hyphen stands between genes of a known order, a slash where it is not known. A symbol may have a hyphen of its own (`NKX2-1`): a pair
 * that can be cut in two ways is refused.
 */
function readPair(text: string): {
  readonly first: string;
  readonly second: string;
  readonly isOrdered: boolean;
} {
  const isOrdered = !text.includes("/");
  const [first = "", second = "", other] = text.split(isOrdered ? "-" : "/");
  if (other === undefined) return { first, second, isOrdered };
  const message = `where ${text} is to be cut is not clear; the table *_AllFusions.csv has its genes apart`;
  throw new UnreadableCell("fusion-pair-ambiguous", message, 0);
}

/** Every gene of one side with every gene of the other: of overlapping genes the caller leaves open which is joined. */
function pairUp(
  first: string,
  second: string,
  base: Omit<FusionDraft, "fivePrime" | "threePrime">,
): FusionDraft[] {
  const genesOf = (side: string): (string | null)[] => side.split(";").map(readGeneName);
  return genesOf(first).flatMap((fivePrime) =>
    genesOf(second).map((threePrime) => ({ ...base, fivePrime, threePrime })),
  );
}

/** All candidates with both callers' filters; `KeepFusion` is the verdict of the program. */
export const tso500AllFusions = makeFusionReader({
  id: "tso500-all-fusions",
  title: "TruSight Oncology 500: AllFusions.csv",
  caller: "TruSight Oncology 500",
  extensions: [".csv"],
  columns: [
    { name: "Gene A", meaning: "5' gene; several between semicolons", required: true },
    { name: "Gene B", meaning: "3' gene", required: true },
    { name: "Gene A Breakpoint", meaning: "chromosome:position", required: true },
    { name: "Gene B Breakpoint", meaning: "chromosome:position", required: true },
    { name: "KeepFusion", meaning: "True or False", required: true },
    { name: "Filter", meaning: "why it was not kept", required: false },
    {
      name: "Fusion Directionality Known",
      meaning: "whether A comes before B",
      required: false,
    },
    {
      name: "Alt Split Dedup",
      meaning: "reads over the junction; else Alt Split",
      required: false,
    },
    { name: "Alt Pair Dedup", meaning: "spanning pairs; else Alt Pair", required: false },
  ],
  marks: ["Gene A", "Gene B", "Gene A Breakpoint", "Gene B Breakpoint", "KeepFusion"],
  comments: true,
  isQuoted: true,
  read: (cells) =>
    pairUp(cells.text("Gene A"), cells.text("Gene B"), {
      isOrdered: cells.text("Fusion Directionality Known").toLowerCase() === "true",
      fivePrimeBreakpoint: cells.place("Gene A Breakpoint"),
      threePrimeBreakpoint: cells.place("Gene B Breakpoint"),
      failedFilters: readVerdict(cells),
      support: {
        junctionReads: cells.count("Alt Split Dedup") ?? cells.count("Alt Split"),
        spanningReads: cells.count("Alt Pair Dedup") ?? cells.count("Alt Pair"),
        rule: "Alt Split Dedup or Alt Split, and Alt Pair Dedup or Alt Pair",
        confidence: null,
      },
    }),
});

function readVerdict(cells: Cells): readonly string[] {
  if (cells.text("KeepFusion").toLowerCase() === "true") return [];
  const failed = failedFilters(cells.text("Filter")).filter((name) => name !== "FAIL");
  return failed.length > 0 ? failed : ["KeepFusion False"];
}
