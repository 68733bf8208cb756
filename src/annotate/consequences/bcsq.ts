/** bcftools' `BCSQ`: Consequence|gene|transcript|biotype|strand|amino_acid_change|dna_change. https://samtools.github.io/bcftools/bcftools.html#csq */
import type { VariantCall } from "../../model/observation.ts";
import type { ConsequenceDialect, StatedEffect } from "./consequence-dialect.ts";
import { splitTerms } from "./consequence-dialect.ts";
import { nameFrameshift, nameResidueChange } from "../name-residue-change.ts";

/**
 * One entry is one consequence of a haplotype, which may join several records. `@107` says that the joint consequence is
 * written at position 107: nothing is known at this record then. Which haplotype a sample carries is not asked here.
 */
export const bcsq: ConsequenceDialect = {
  matches: ({ dialect }) => dialect === "BCSQ",

  read({ entries }, call) {
    const elsewhere = entries.find((entry) => entry.startsWith("@"));
    const effects = entries.flatMap((entry) => readEffect(entry, call) ?? []);
    const isCoding = effects.some((effect) => effect.proteinChange !== null);
    return {
      effects,
      populationFrequency: null,
      doubt: elsewhere === undefined || isCoding ? null : writtenElsewhere,
    };
  },
};

const writtenElsewhere = {
  code: "annotation-elsewhere",
  message:
    "The annotation joins this record with a neighbor and states the consequence there; it is not read from here.",
};

function readEffect(entry: string, call: VariantCall): StatedEffect | null {
  const [consequence = "", gene, transcript, , , residues = "", bases = ""] = entry.split("|");
  if (!gene || entry.startsWith("@") || !isAbout(bases, call)) return null;
  // A leading `*`: the change lies behind a stop of the same haplotype and is never translated.
  const isAfterStop = consequence.startsWith("*");
  const terms = splitTerms(consequence).map(toSequenceOntology);
  return {
    gene,
    transcript: transcript || null,
    terms: isAfterStop ? ["coding_sequence_variant"] : terms,
    proteinChange: isAfterStop ? null : nameChange(residues, terms),
    codingChange: null,
    exon: null,
    preference: 0,
  };
}

/** `107G>A+108T>A` names the alleles it joins; entries without it (intron, UTR, splice) are about every ALT of the record. */
function isAbout(bases: string, call: VariantCall): boolean {
  if (bases === "" || call.altCount === 1) return true;
  const { position, ref, alt } = call.given;
  const allele = `${position}${ref}>${alt}`.toUpperCase();
  return bases.split("+").some((part) => part.toUpperCase() === allele);
}

const otherNames = new Map([
  ["5_prime_utr", "5_prime_UTR_variant"],
  ["3_prime_utr", "3_prime_UTR_variant"],
  ["non_coding", "non_coding_transcript_variant"],
  ["inframe_altering", "protein_altering_variant"],
  ["NMD_transcript", "NMD_transcript_variant"],
]);

/** Terms that the Sequence Ontology writes without `_variant`. */
const bareNames = new Set([
  "stop_gained",
  "stop_lost",
  "start_lost",
  "inframe_deletion",
  "inframe_insertion",
  "feature_elongation",
  "feature_truncation",
]);

/** `missense` is `missense_variant`: bcftools shortens the names. */
function toSequenceOntology(term: string): string {
  return otherNames.get(term) ?? (bareNames.has(term) ? term : `${term}_variant`);
}

/**
 * `600V>600E`, `5TY>5I`, `2R` for no change, `25E..329>25G..94` when shortened. The number after `>` counts in the changed
 * haplotype and is not used. In a shortened text only a frameshift can be named.
 */
function nameChange(residues: string, terms: readonly string[]): string | null {
  const found = /^(\d{1,6})([A-Z*]+)(\.\.\d+)?(?:>\d{1,6}([A-Z*]+)(\.\.\d+)?)?$/.exec(residues);
  if (!found) return null;
  const [, position, ref = "", refCut, alt = ref, altCut] = found;
  const change = { position: Number(position), ref, alt };
  if (terms.includes("start_lost")) return "M1?";
  if (terms.includes("frameshift_variant")) return nameFrameshift(change);
  return refCut === undefined && altCut === undefined ? nameResidueChange(change) : null;
}
