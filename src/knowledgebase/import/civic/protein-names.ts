/** CIViC names of protein changes, codons and single alleles. */
import { parseProteinChange } from "../../../annotate/protein-change.ts";
import { skip } from "./skip-reasons.ts";
import type { NameReading, VariantShape } from "./variant-shape.ts";

/** Names whose writing is CIViC's own, as HGVS has them; each follows from the coordinates of the records. */
const respelled: ReadonlyMap<string, string> = new Map([
  ["ALK T1151INST", "T1151dup"],
  ["BRAF DEL 485-490", "L485_P490del"],
  ["EGFR V769_770INSASV", "A767_V769dup"],
  ["ERBB2 P780INS", "G778_P780dup"],
  // Histones are numbered without the first methionine; HGVS counts it.
  ["H3-3A K27M", "K28M"],
  ["KIT K558NP", "K558delinsNP"],
  ["VHL R200W (C.598C>T)", "R200W"],
]);

/** Null when the name is of none. */
export function readProteinName(name: string, gene: string): NameReading | null {
  const change = readChange(name, gene);
  if (change) return { shapes: [change] };
  const upper = name.toUpperCase();
  const pair = /^([A-Z])(\d+)([A-Z])\/([A-Z])$/.exec(upper);
  if (pair) {
    const [, residue = "", position = "", one = "", other = ""] = pair;
    const constraints = [one, other].map((alt): VariantShape => ({
      type: "protein-change",
      gene,
      change: residue + position + alt,
    }));
    return { shapes: [{ type: "any", constraints }] };
  }
  const codons = upper.split("/").map((part) => /^([A-Z])(\d+)$/.exec(part));
  const shapes = codons.flatMap((codon): VariantShape[] =>
    codon ? [{ type: "codon", gene, residue: codon[1] ?? "", position: Number(codon[2]) }] : [],
  );
  if (shapes.length === codons.length) {
    return { shapes: shapes.length === 1 ? shapes : [{ type: "any", constraints: shapes }] };
  }
  if (/^NON-V600$/.test(upper)) {
    const v600: VariantShape = { type: "codon", gene, residue: "V", position: 600 };
    return {
      shapes: [
        { type: "consequence", gene, class: "mutation" },
        { type: "not", constraint: v600 },
      ],
    };
  }
  return readAlleleName(upper, gene);
}

/** A protein change with nothing else in the name; the gene may stand before it. */
export function readChange(name: string, gene: string): VariantShape | null {
  const own = name.startsWith(`${gene} `) ? name.slice(gene.length + 1) : name;
  const text = respelled.get(`${gene} ${own.toUpperCase()}`) ?? own;
  const change = parseProteinChange(text);
  if (!change || change.kind === "unknown" || change.start === 0) return null;
  return { type: "protein-change", gene, change: change.text };
}

function readAlleleName(upper: string, gene: string): NameReading | null {
  if (upper.endsWith(" PHOSPHORYLATION")) return skip("phosphorylation-site");
  if (/^RS\d+$/.test(upper)) return { shapes: [{ type: "allele", gene, term: null }] };
  if (/^C\.\d+(?:_\d+)?[+-]\d/.test(upper) || upper.endsWith(" SPLICE SITE MUTATION")) {
    const acceptor = /^C\.\d+-/.test(upper);
    const term = acceptor ? "splice_acceptor_variant" : "splice_donor_variant";
    return { shapes: [{ type: "allele", gene, term }] };
  }
  return null;
}
