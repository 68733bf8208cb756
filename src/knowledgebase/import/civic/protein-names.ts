/** CIViC names of protein changes, codons and single alleles. */
import { parseProteinChange } from "../../../annotate/protein-change.ts";
import type { NameReading, VariantShape } from "./variant-shape.ts";

/** Names whose writing is CIViC's own, as HGVS has them; each follows from the coordinates of the records. */
const respelled: ReadonlyMap<string, string> = new Map([
  ["ALK T1151INST", "T1151dup"],
  ["BRAF DEL 485-490", "L485_P490del"],
  ["CHEK2 R474C C.1420C>T", "R474C"],
  ["EGFR V769_770INSASV", "A767_V769dup"],
  ["ERBB2 P780INS", "G778_P780dup"],
  // Histones are numbered without the first methionine; HGVS counts it.
  ["H3-3A K27M", "K28M"],
  ["FLCN C.1285DUPC", "H429fs"],
  ["KIT K558NP", "K558delinsNP"],
  ["NF2 C.1396C>T", "R466*"],
  ["SDHB P.193_196DUPSTSC (C.577_588DUPAGCACCAGCTGC)", "S193_C196dup"],
  ["VHL R200W (C.598C>T)", "R200W"],
]);

/** Null when the name is of none. */
export function readProteinName(name: string, gene: string): NameReading | null {
  const change = namedAlleles.has(`${gene} ${name.toUpperCase()}`) ? null : readChange(name, gene);
  if (change) return { shapes: [change] };
  const upper = name.toUpperCase();
  const either = name.split(/ or /i).map((part) => readChange(part, gene));
  if (either.length > 1 && !either.includes(null)) {
    return { shapes: [{ type: "any", constraints: either.flatMap((part) => part ?? []) }] };
  }
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
        {
          type: "excluding",
          constraint: { type: "consequence", gene, class: "mutation" },
          except: [v600],
        },
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

/** Alleles that are known by a name, where the row gives their coordinates; upper case. */
const namedAlleles = new Set([
  "HIF1A 3' UTR POLYMORPHISM",
  "MDM2 SNP309",
  "TERT C228T",
  "TERT C250T",
  "UGT1A1 UGT1A1*60",
]);

/** The term of a change beside an exon: only its first two bases are the splice site. */
function spliceTerm(upper: string): string | null {
  const side = /\d(?:_\d+)?([+-])(\d+)/.exec(upper);
  if (side === null) return upper.startsWith("C.") ? null : "splice_donor_variant";
  if (Number(side[2]) > 2) return null;
  return side[1] === "-" ? "splice_acceptor_variant" : "splice_donor_variant";
}

function readAlleleName(upper: string, gene: string): NameReading | null {
  if (namedAlleles.has(`${gene} ${upper}`))
    return { shapes: [{ type: "allele", gene, term: null }] };
  if (/^RS\d+$/.test(upper)) return { shapes: [{ type: "allele", gene, term: null }] };
  if (/^\d+DEL[ACGT]+$/.test(upper)) {
    return { shapes: [{ type: "allele", gene, term: "frameshift_variant" }] };
  }
  const coding = /^(?:SPLICING ALTERATION \(|3'UTR ALTERATION \()?(C\.\*?\d.*)$/.exec(upper)?.[1];
  if (coding === undefined && !/(?: SPLICE SITE MUTATION|^IVS\d.*)$/.test(upper)) return null;
  return { shapes: [{ type: "allele", gene, term: spliceTerm(coding ?? upper) }] };
}
