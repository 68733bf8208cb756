import { alleleOfId } from "../../model/allele-of-id.ts";
import { compareText } from "../../model/order.ts";
import type { Finding, Report, Target } from "../../model/report.ts";
import { encodeInfo } from "./encode-info.ts";
import { groupTargets, type InfoField, infoFieldsOf } from "./info-fields.ts";
import type { Renderer } from "./renderer.ts";

/** Sites of the small variants of the report that meet a statement; INFO says which targets they lead to. VCF 4.3, without samples. */
export const vcf: Renderer = {
  id: "vcf-sites",
  title: "VCF 4.3, the sites of small variants that meet a statement, for genome tools",
  extension: ".vcf",
  mediaType: "text/x-vcf",
  render: renderVcf,
};

/** A finding with the allele that its id holds. */
interface Site {
  readonly contig: string;
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly finding: Finding;
}

const contigs = [...Array.from({ length: 22 }, (_, index) => String(index + 1)), "X", "Y", "MT"];

function renderVcf(report: Report): string {
  const matched = report.findings.filter(
    ({ kind, statements }) => kind === "small-variant" && statements.length > 0,
  );
  const sites = matched.flatMap((finding) => siteOf(finding) ?? []).toSorted(compareSites);
  const targetsOf = groupTargets(report.targets);
  const fields = infoFieldsOf(report);
  const lines = [
    ...headerOf(report, matched.length - sites.length, fields),
    ...sites.map((site) => recordOf(site, targetsOf.get(site.finding.observation) ?? [], fields)),
  ];
  return `${lines.join("\n")}\n`;
}

function headerOf(
  { tool, knowledgebase, case: { id, assembly } }: Report,
  left: number,
  fields: readonly InfoField[],
): string[] {
  const build = assembly === null ? "" : `,assembly=${assembly.name}`;
  return [
    "##fileformat=VCFv4.3",
    `##source=${encodeInfo(`${tool.name} ${tool.version}`)}`,
    ...(assembly === null ? [] : [`##reference=${assembly.name}`]),
    `##metactionCase=${encodeInfo(id)}`,
    `##metactionKnowledgebase=${encodeInfo(`${knowledgebase.version} ${knowledgebase.sha256}`)}`,
    `##metactionWithoutAllele=${left}`,
    ...contigs.map((contig) => `##contig=<ID=${contig}${build}>`),
    ...fields.map(
      (field) =>
        `##INFO=<ID=${field.id},Number=${field.number},Type=${field.type},Description="${field.description}">`,
    ),
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO",
  ];
}

/** By the place in the order of the chromosomes, then by position, then by the change. */
function compareSites(a: Site, b: Site): number {
  return (
    contigs.indexOf(a.contig) - contigs.indexOf(b.contig) ||
    a.position - b.position ||
    compareText(a.ref, b.ref) ||
    compareText(a.alt, b.alt)
  );
}

/** Null for a variant whose allele is not known, or no place of a chromosome. */
function siteOf(finding: Finding): Site | null {
  const allele = alleleOfId(finding.observation);
  return allele === null || !contigs.includes(allele.contig) ? null : { ...allele, finding };
}

function recordOf(site: Site, targets: readonly Target[], fields: readonly InfoField[]): string {
  const info = fields.flatMap((field) => {
    const values = field.values(site.finding, targets);
    return values.length === 0
      ? []
      : [`${field.id}=${values.map((value) => encodeInfo(String(value))).join(",")}`];
  });
  const { contig, position, ref, alt } = site;
  return [contig, position, ".", ref, alt, ".", ".", info.join(";")].join("\t");
}
