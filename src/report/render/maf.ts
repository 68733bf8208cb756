import type { Finding, Report, Target } from "../../model/report.ts";
import { alleleOfId } from "../../model/allele-of-id.ts";
import { classifyForMaf } from "./classify-for-maf.ts";
import { escapeCell } from "./escape-cell.ts";
import { groupTargets } from "./info-fields.ts";
import type { Renderer } from "./renderer.ts";

/** The small variants as a cBioPortal study takes them, with columns of the namespace METACTION (docs.cbioportal.org/file-formats). */
export const maf: Renderer = {
  id: "cbioportal-maf",
  title: "MAF for cBioPortal, the small variants with columns of the namespace METACTION",
  extension: ".maf",
  mediaType: "text/tab-separated-values",
  render: renderMaf,
};

interface Row {
  readonly report: Report;
  readonly finding: Finding;
  /** Of the finding, by rank. */
  readonly targets: readonly Target[];
  readonly place: MafPlace | null;
}

/** An allele as MAF writes it: without the bases that both have, `-` for none, 1-based; of an insertion the bases beside it. */
interface MafPlace {
  readonly assembly: string;
  readonly contig: string;
  readonly start: number;
  readonly end: number;
  readonly ref: string;
  readonly alt: string;
}

type Cell = string | number | null | undefined;

/** Columns in order. New ones are added at the end; none changes its meaning. What is not known is empty. */
const columns: readonly (readonly [name: string, cell: (row: Row) => Cell])[] = [
  ["Hugo_Symbol", ({ finding }) => finding.gene],
  ["NCBI_Build", ({ place, report }) => place?.assembly ?? report.case.assembly?.name],
  ["Chromosome", ({ place }) => place?.contig],
  ["Start_Position", ({ place }) => place?.start],
  ["End_Position", ({ place }) => place?.end],
  ["Variant_Classification", ({ finding, place }) => classifyForMaf(finding.consequences, place)],
  ["Reference_Allele", ({ place }) => place?.ref],
  ["Tumor_Seq_Allele1", ({ place }) => place?.ref],
  ["Tumor_Seq_Allele2", ({ place }) => place?.alt],
  ["Tumor_Sample_Barcode", ({ report }) => report.case.id],
  ["HGVSc", ({ finding }) => finding.hgvs?.coding],
  ["HGVSp_Short", ({ finding }) => finding.hgvs?.protein],
  ["Transcript_ID", ({ finding }) => finding.transcript],
  ["Consequence", ({ finding }) => finding.consequences.join(",")],
  ["t_alt_count", ({ finding }) => readsOf(finding)?.altReads],
  ["t_ref_count", ({ finding }) => countReference(finding)],
  ["METACTION.TIER", ({ finding }) => finding.amp.tier],
  ["METACTION.LEVEL", ({ finding }) => finding.amp.level],
  ["METACTION.RANK", ({ targets }) => targets[0]?.rank],
  ["METACTION.THERAPIES", ({ targets }) => targets.map(({ therapy }) => therapy.label).join("; ")],
  ["METACTION.VERIFICATION", ({ targets }) => targets[0]?.verification.state],
  ["METACTION.CLONALITY", ({ finding }) => finding.clonality?.state],
  ["METACTION.LESION", ({ targets }) => targets[0]?.lesion.state],
  ["METACTION.STATEMENTS", ({ finding }) => finding.statements.join("; ")],
  ["METACTION.KNOWLEDGEBASE", ({ report }) => report.knowledgebase.version],
];

/** Alleles are no formulas: an apostrophe before their hyphen would be another allele. */
const columnsOfAlleles: ReadonlySet<string> = new Set([
  "Reference_Allele",
  "Tumor_Seq_Allele1",
  "Tumor_Seq_Allele2",
]);

function renderMaf(report: Report): string {
  const targetsOf = groupTargets(report.targets);
  const rows = report.findings
    .filter(({ kind, gene }) => kind === "small-variant" && gene !== null)
    .map((finding): Row => {
      const targets = targetsOf.get(finding.observation) ?? [];
      return { report, finding, targets, place: placeOf(finding) };
    });
  const lines = rows.map((row) =>
    columns.map(([name, cell]) => {
      const value = cell(row) ?? "";
      return columnsOfAlleles.has(name) ? String(value) : escapeCell(value);
    }),
  );
  return [columns.map(([name]) => name), ...lines].map((cells) => `${cells.join("\t")}\n`).join("");
}

function placeOf({ observation }: Finding): MafPlace | null {
  const allele = alleleOfId(observation);
  if (allele === null) return null;
  const { assembly, contig, position } = allele;
  const shared = sharedStart(allele.ref, allele.alt);
  const ref = allele.ref.slice(shared) || "-";
  const place = { assembly, contig, ref, alt: allele.alt.slice(shared) || "-" };
  const start = position + shared;
  if (ref === "-") return { ...place, start: start - 1, end: start };
  return { ...place, start, end: start + ref.length - 1 };
}

function sharedStart(a: string, b: string): number {
  let size = 0;
  while (size < a.length && size < b.length && a[size] === b[size]) size += 1;
  return size;
}

function readsOf(finding: Finding): Extract<Finding["support"], { kind: "reads" }> | null {
  return finding.support.kind === "reads" ? finding.support : null;
}

/** Reads of the place that do not show the allele; of a place with several alleles some of them show another. */
function countReference(finding: Finding): number | null {
  const reads = readsOf(finding);
  if (reads === null || reads.depth === null || reads.altReads === null) return null;
  return Math.max(0, reads.depth - reads.altReads);
}
