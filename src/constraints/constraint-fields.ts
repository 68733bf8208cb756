/** Fields that several rules share in knowledgebase files. */
import type * as zod from "zod";
import type { Zod } from "./constraint-rule.ts";

/** Text of one form; `form` is what a curator reads when it is not met, and in the JSON Schema. */
export function textField(z: Zod, pattern: RegExp, form: string) {
  return z
    .string()
    .regex(pattern, { error: `expected ${form}` })
    .describe(form);
}

/** Which rule a constraint is of. */
export const typeField = <Type extends string>(z: Zod, type: Type) =>
  z.literal(type).describe("which rule reads the constraint");

export const geneField = (z: Zod) =>
  textField(z, /^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/, "an HGNC gene symbol");

/** Words of a source, on one line. */
export const wordField = (z: Zod) =>
  textField(z, /^\S[^\u0000-\u001F\u007F-\u009F]{0,78}\S$/u, "text of 2 to 80 characters");

export const residueField = (z: Zod) =>
  textField(z, /^[ACDEFGHIKLMNPQRSTVWY]$/, "the reference residue as one letter");

export const positionField = (z: Zod) => z.int().min(1).describe("1-based residue number");

const alleleField = (z: Zod) =>
  textField(
    z,
    /^([1-9]|1\d|2[0-2]|X|Y|MT):[1-9]\d{0,8}:[ACGT]{1,1000}:[ACGT]{1,1000}$/,
    "contig:position:REF:ALT as in VCF (1-based, trimmed), e.g. 7:140453136:A:T",
  );

/** Genomic alleles per build. Several alleles of one build are alternatives. */
export const allelesField = (z: Zod) =>
  z.strictObject({
    GRCh37: z.array(alleleField(z)).min(1).optional().describe("on this build; alternatives"),
    GRCh38: z.array(alleleField(z)).min(1).optional().describe("on this build; alternatives"),
  });

const spanField = (z: Zod) =>
  textField(
    z,
    /^([1-9]|1\d|2[0-2]|X|Y|MT):[1-9]\d{0,8}-[1-9]\d{0,8}$/,
    "contig:start-end, 1-based and closed, e.g. 7:55242415-55242513",
  );

/** One genomic interval per build. */
export const spansField = (z: Zod) =>
  z.strictObject({
    GRCh37: spanField(z).optional(),
    GRCh38: spanField(z).optional(),
  });

export const liftedField = (z: Zod) =>
  z
    .enum(["GRCh37", "GRCh38"])
    .optional()
    .describe("the build whose alleles were lifted from the other one, exactly");

export const termField = (z: Zod) =>
  textField(z, /^[A-Za-z0-9_]+$/, "a Sequence Ontology term, e.g. missense_variant").optional();

export const codingField = (z: Zod) =>
  textField(
    z,
    /^[cn]\.\S+$/,
    "an HGVS coding change without the transcript, e.g. c.1799T>A",
  ).optional();

export const transcriptField = (z: Zod) =>
  textField(
    z,
    /^(ENST\d{11}|N[MR]_\d+)(\.\d+)?$/,
    "the transcript that the numbers belong to, ENST… or NM_…",
  ).optional();

export type AllelesField = zod.infer<ReturnType<typeof allelesField>>;
export type SpansField = zod.infer<ReturnType<typeof spansField>>;
