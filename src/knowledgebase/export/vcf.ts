import { contigLength } from "../../annotate/genome-build/contig-lengths.ts";
import { alleleKey } from "../../model/alteration.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import { compareText } from "../../model/order.ts";
import type { Knowledgebase } from "../knowledgebase.ts";
import { contigRank, contigs, type Exporter, nameContig } from "./exporter.ts";
import { bestLevelOf, listSites, type Site } from "./list-sites.ts";

const info = [
  ["GENE", ".", "String", "Gene of the statements"],
  ["CHANGE", ".", "String", "Protein change"],
  ["LEVEL", "1", "String", "Best evidence level of the statements"],
  ["STATEMENTS", ".", "String", "Ids of the statements that name this allele"],
] as const;

/** Sites without samples, for one build: each named allele once, sorted, with the statements that name it. */
export const vcf: Exporter = {
  id: "vcf",
  title: "named alleles of one build, without samples",
  needsAssembly: true,
  render(knowledgebase, { assembly, chr }) {
    if (assembly === null) throw new Error("a VCF is about one build");
    const header = [
      "##fileformat=VCFv4.2",
      `##source=metaction knowledgebase ${knowledgebase.version} sha256 ${knowledgebase.sha256}`,
      `##reference=${assembly}`,
      ...contigs.map(
        (contig) =>
          `##contig=<ID=${nameContig(contig, chr)},length=${contigLength(contig, assembly) ?? 0}>`,
      ),
      ...info.map(
        ([id, number, type, text]) =>
          `##INFO=<ID=${id},Number=${number},Type=${type},Description="${text}">`,
      ),
      "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO",
    ];
    const records = groupAlleles(knowledgebase, assembly).map(({ allele, sites }) =>
      [
        nameContig(allele.contig, chr),
        allele.position,
        ".",
        allele.ref,
        allele.alt,
        ".",
        ".",
        describe(sites),
      ].join("\t"),
    );
    return [...header, ...records].map((line) => `${line}\n`).join("");
  },
};

interface NamedAllele {
  readonly allele: Allele;
  readonly sites: readonly Site[];
}

function groupAlleles(knowledgebase: Knowledgebase, assembly: Assembly): NamedAllele[] {
  const groups = new Map<string, { allele: Allele; sites: Site[] }>();
  for (const site of listSites(knowledgebase)) {
    const allele = site.allele[assembly];
    if (allele === undefined) continue;
    const known = groups.get(alleleKey(allele));
    if (known === undefined) groups.set(alleleKey(allele), { allele, sites: [site] });
    else known.sites.push(site);
  }
  return [...groups.values()].toSorted(
    ({ allele: a }, { allele: b }) =>
      contigRank(a.contig) - contigRank(b.contig) ||
      a.position - b.position ||
      compareText(a.ref, b.ref) ||
      compareText(a.alt, b.alt),
  );
}

function describe(sites: readonly Site[]): string {
  const statements = sites.flatMap((site) => site.statements);
  const changes = sites.flatMap(({ constraint }) =>
    constraint.type === "protein-change" ? [constraint.change] : [],
  );
  const list = (values: readonly string[]) =>
    [...new Set(values)].toSorted(compareText).map(encode).join(",");
  return [
    `GENE=${list(sites.map(({ gene }) => gene))}`,
    ...(changes.length === 0 ? [] : [`CHANGE=${list(changes)}`]),
    `LEVEL=${bestLevelOf(statements)}`,
    `STATEMENTS=${list(statements.map(({ id }) => id))}`,
  ].join(";");
}

/** What separates fields of INFO, as VCF 4.3 writes it; colons stay, as in 4.2 they may. */
function encode(text: string): string {
  return text.replaceAll(
    /[%;=,\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
