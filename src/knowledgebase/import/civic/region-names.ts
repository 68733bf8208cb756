/** CIViC names of exons and protein regions: `EXON 19 DELETION`, `ITD`, `KINASE DOMAIN MUTATION`. */
import type { NameReading, RegionChange, VariantShape } from "./variant-shape.ts";

const changes: ReadonlyMap<string, RegionChange> = new Map([
  ["MUTATION", "mutation"],
  ["DELETION", "deletion"],
  ["INSERTION", "insertion"],
  ["FRAMESHIFT", "frameshift"],
  ["SKIPPING MUTATION", "skipping"],
]);

/** Regions that need more than an exon number; keys are `GENE NAME`. */
const regions: ReadonlyMap<string, readonly VariantShape[]> = new Map<
  string,
  readonly VariantShape[]
>([
  // Internal tandem duplications lie in the juxtamembrane domain and the start of the kinase domain, exons 14 and 15.
  ["FLT3 ITD", [{ type: "exons", gene: "FLT3", first: 14, last: 15, change: "insertion" }]],
  // What the companion diagnostic counts as TKD mutations (FDA PMA P160040): residues 835 and 836.
  [
    "FLT3 TKD MUTATION",
    [
      {
        type: "any",
        constraints: [
          { type: "codon", gene: "FLT3", residue: "D", position: 835 },
          { type: "codon", gene: "FLT3", residue: "I", position: 836 },
        ],
      },
    ],
  ],
  // Protein kinase domain of UniProt P00519: 242-493. The records are of patients with BCR-ABL1.
  [
    "ABL1 TKD MUTATION",
    [
      {
        type: "domain",
        gene: "ABL1",
        name: "tyrosine kinase domain",
        residues: [242, 493],
        change: "mutation",
      },
    ],
  ],
  [
    "KIT INTERNAL DUPLICATION",
    [{ type: "exons", gene: "KIT", first: 11, last: 11, change: "duplication" }],
  ],
  // Variant III of EGFR lacks exons 2 to 7 (spec, matching 4).
  ["EGFR VIII", [exonDeletion("EGFR", 2, 7)]],
  ["ALK DEL4-11", [exonDeletion("ALK", 4, 11)]],
  ["VHL NULL (PARTIAL DELETION OF EXONS 2 & 3)", [exonDeletion("VHL", 2, 3)]],
  ["CEBPA N-TERMINAL FRAME SHIFT", [domain("CEBPA", "N-terminus", "frameshift")]],
  ["ERBB2 KINASE DOMAIN MUTATION", [domain("ERBB2", "kinase domain", "mutation")]],
  ["PML B2 DOMAIN MUTATION", [domain("PML", "B2 domain", "mutation")]],
  ["STAT3 SH2 DOMAIN MUTATION", [domain("STAT3", "SH2 domain", "mutation")]],
  ["TP53 DNA BINDING DOMAIN MUTATION", [domain("TP53", "DNA-binding domain", "mutation")]],
  // The variant type of the record is exon_loss_variant.
  [
    "MET EXON 14 MUTATION AND AMPLIFICATION",
    [
      { type: "exons", gene: "MET", first: 14, last: 14, change: "skipping" },
      { type: "copy-number", gene: "MET", change: "amplification" },
    ],
  ],
  // The two hotspots, which the studies test: 124 and 146 bases before the start codon (PMID 23348503, 23348506).
  [
    "TERT PROMOTER MUTATION",
    [
      {
        type: "allele",
        gene: "TERT",
        term: null,
        at: [
          { contig: "5", position: 1295228, ref: "G", alt: "A" },
          { contig: "5", position: 1295250, ref: "G", alt: "A" },
        ],
      },
    ],
  ],
  // The two hotspots, by the exons of CIViC's transcript; patients had one or the other.
  [
    "PIK3CA EXON 10 AND EXON 21 MUTATION",
    [
      {
        type: "any",
        constraints: [10, 21].map((exon) => ({
          type: "exons",
          gene: "PIK3CA",
          first: exon,
          last: exon,
          change: "mutation",
        })),
      },
    ],
  ],
  // Either change, as the rows of the source are of patients with one or the other.
  [
    "EGFR EX19 DEL L858R",
    [
      {
        type: "any",
        constraints: [
          { type: "exons", gene: "EGFR", first: 19, last: 19, change: "deletion" },
          { type: "protein-change", gene: "EGFR", change: "L858R" },
        ],
      },
    ],
  ],
]);

/** Exons whose deletion takes the whole exon, by `GENE EXON`; EGFR exon 19 and the like lose part of theirs. */
const partlyDeleted = new Set(["EGFR 19"]);

/** Null when the name is of no region. */
export function readRegion(name: string, gene: string): NameReading | null {
  const curated = regions.get(`${gene} ${name.toUpperCase()}`);
  if (curated) return { shapes: curated };
  const exons = /^EXON (\d+)(?:-(\d+))? (.+)$/.exec(name.toUpperCase());
  if (!exons) return null;
  const [, first = "", last = first, word = ""] = exons;
  const change = changes.get(word);
  if (!change) return null;
  if (change === "deletion" && !partlyDeleted.has(`${gene} ${first}`)) {
    return { shapes: [exonDeletion(gene, Number(first), Number(last))] };
  }
  return { shapes: [{ type: "exons", gene, first: Number(first), last: Number(last), change }] };
}

function exonDeletion(gene: string, first: number, last: number): VariantShape {
  return { type: "exon-change", gene, change: "deletion", exons: [first, last] };
}

function domain(gene: string, name: string, change: RegionChange): VariantShape {
  return { type: "domain", gene, name, residues: null, change };
}
