import { parseSpanText } from "../../constraints/allele-text.ts";
import type { Assembly, Locus } from "../../model/locus.ts";
import { compareText } from "../../model/order.ts";
import type { Knowledgebase } from "../knowledgebase.ts";
import { contigRank, type Exporter, nameContig } from "./exporter.ts";
import { listSites } from "./list-sites.ts";

interface Place extends Locus {
  readonly name: string;
}

/** Bases around a gene in which annotators still name it; what the program itself reads. */
const flank = 5_000;

/** BED of one build: 0-based, half-open, sorted; the name is `GENE:alteration`. One line for each place and name. */
export const bed: Exporter = {
  id: "bed",
  title: "places of one build for a filter, sorted",
  needsAssembly: true,
  render(knowledgebase, { assembly, chr, genes }) {
    if (assembly === null) throw new Error("BED is about one build");
    const places = [
      ...namedPlaces(knowledgebase, assembly),
      ...(genes ? genePlaces(knowledgebase, assembly) : []),
    ].toSorted(comparePlaces);
    const lines = places.map(({ contig, start, end, name }) =>
      [nameContig(contig, chr), start - 1, end, name].join("\t"),
    );
    return [...new Set(lines)].map((line) => `${line}\n`).join("");
  },
};

function namedPlaces(knowledgebase: Knowledgebase, assembly: Assembly): Place[] {
  return listSites(knowledgebase).flatMap(({ variant, allele, span }): Place[] => {
    const name = variant.id.replaceAll(/\s/g, "-");
    const one = allele[assembly];
    const range = span[assembly];
    return [
      ...(one === undefined
        ? []
        : [{ ...one, start: one.position, end: one.position + one.ref.length - 1, name }]),
      ...(range === undefined ? [] : [{ ...range, name }]),
    ];
  });
}

function genePlaces({ genes }: Knowledgebase, assembly: Assembly): Place[] {
  return [...genes.values()].flatMap(({ symbol, spans }) => {
    const text = spans[assembly];
    const span = text === undefined ? null : parseSpanText(text, assembly);
    if (span === null) return [];
    return [
      { ...span, start: Math.max(1, span.start - flank), end: span.end + flank, name: symbol },
    ];
  });
}

function comparePlaces(a: Place, b: Place): number {
  return (
    contigRank(a.contig) - contigRank(b.contig) ||
    a.start - b.start ||
    a.end - b.end ||
    compareText(a.name, b.name)
  );
}
