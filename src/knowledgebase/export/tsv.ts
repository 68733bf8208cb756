import type { Allele, Locus } from "../../model/locus.ts";
import { compareText } from "../../model/order.ts";
import { nameTherapy } from "../statements/describe-statement.ts";
import { type Exporter, nameContig } from "./exporter.ts";
import { bestLevelOf, listSites, type Site } from "./list-sites.ts";

const columns = [
  "gene",
  "variant",
  "alteration",
  "constraint",
  "protein_change",
  "coding_change",
  "transcript",
  "GRCh37",
  "GRCh38",
  "lifted",
  "statements",
  "best_level",
  "therapies",
  "statement_ids",
] as const;

/** One row per named allele or span, with its place on both builds: `7:140453136:A:T`, or `7:55242415-55242513`. */
export const tsv: Exporter = {
  id: "tsv",
  title: "table of named alleles and spans, both builds in one row",
  needsAssembly: false,
  render(knowledgebase, { chr }) {
    const rows = listSites(knowledgebase).map((site) => cellsOf(site, chr));
    return [columns, ...rows].map((row) => `${row.join("\t")}\n`).join("");
  },
};

function cellsOf(
  { gene, variant, constraint, allele, span, lifted, statements }: Site,
  chr: boolean,
): string[] {
  const therapies = statements.flatMap((each) =>
    "therapy" in each ? [nameTherapy(each.therapy)] : [],
  );
  const place = (one: Allele | undefined, range: Locus | undefined): string => {
    if (one !== undefined)
      return [nameContig(one.contig, chr), one.position, one.ref, one.alt].join(":");
    return range === undefined
      ? ""
      : `${nameContig(range.contig, chr)}:${range.start}-${range.end}`;
  };
  const isProtein = constraint.type === "protein-change";
  return [
    gene,
    variant.id,
    variant.label,
    constraint.type,
    isProtein ? constraint.change : "",
    isProtein || constraint.type === "allele" ? (constraint.coding ?? "") : "",
    isProtein ? (constraint.transcript ?? "") : "",
    place(allele.GRCh37, span.GRCh37),
    place(allele.GRCh38, span.GRCh38),
    lifted ?? "",
    String(statements.length),
    bestLevelOf(statements),
    [...new Set(therapies)].toSorted(compareText).join("; "),
    statements.map(({ id }) => id).join(" "),
  ];
}
