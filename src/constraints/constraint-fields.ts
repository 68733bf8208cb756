/** Fields that several rules share in knowledgebase files. */
import * as z from "zod";

/** An HGNC symbol. */
export const geneField = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/)
  .describe("HGNC gene symbol");

/** One amino acid in the one-letter code. */
export const residueField = z
  .string()
  .regex(/^[ACDEFGHIKLMNPQRSTVWY]$/)
  .describe("reference residue, one letter");

export const positionField = z.int().min(1).describe("1-based residue number");

const alleleField = z
  .string()
  .regex(/^([1-9]|1\d|2[0-2]|X|Y|MT):[1-9]\d{0,8}:[ACGT]{1,1000}:[ACGT]{1,1000}$/)
  .describe("contig:position:REF:ALT as in VCF (1-based, trimmed), e.g. 7:140453136:A:T");

/** Genomic alleles per build. Several alleles of one build are alternatives. */
export const allelesField = z.strictObject({
  GRCh37: z.array(alleleField).min(1).optional(),
  GRCh38: z.array(alleleField).min(1).optional(),
});

const spanField = z
  .string()
  .regex(/^([1-9]|1\d|2[0-2]|X|Y|MT):[1-9]\d{0,8}-[1-9]\d{0,8}$/)
  .describe("contig:start-end, 1-based and closed, e.g. 7:55242415-55242513");

/** One genomic interval per build. */
export const spansField = z.strictObject({
  GRCh37: spanField.optional(),
  GRCh38: spanField.optional(),
});

export const liftedField = z
  .enum(["GRCh37", "GRCh38"])
  .optional()
  .describe("the build whose alleles were lifted from the other one, exactly");

export const termField = z
  .string()
  .regex(/^[A-Za-z0-9_]+$/)
  .optional()
  .describe("Sequence Ontology term, e.g. missense_variant");

export const codingField = z
  .string()
  .regex(/^[cn]\.\S+$/)
  .optional()
  .describe("HGVS coding change without the transcript, e.g. c.1799T>A");

export const transcriptField = z
  .string()
  .regex(/^(ENST\d{11}|N[MR]_\d+)(\.\d+)?$/)
  .optional()
  .describe("transcript that the numbers belong to");

export type AllelesField = z.infer<typeof allelesField>;
export type SpansField = z.infer<typeof spansField>;
