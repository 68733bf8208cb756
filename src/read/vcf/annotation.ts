import type { RawAnnotation } from "../../model/observation.ts";
import type { VcfHeader } from "./header.ts";
import type { ReadInfo } from "./info.ts";
import { decodePercent } from "./percent.ts";

/** Consequence annotations that annotators write into INFO, in the order of preference. */
const dialects = ["CSQ", "ANN", "BCSQ", "FUNCOTATION", "IMPACT"] as const;

/** ANNOVAR has a key for each table of transcripts; of several the first is taken. */
const annovarKeys = ["refGene", "refGeneWithVer", "ensGene", "knownGene"].map(
  (table) => `AAChange.${table}`,
);
/** Parts of `BRAF:NM_004333:exon15:c.T1799A:p.V600E`. */
const annovarFields = ["Gene", "Transcript", "Exon", "Coding", "Protein"];

/** Field names of the annotations that the header declares, in the order of the header's Description. */
export function readAnnotationFields(
  header: Pick<VcfHeader, "info">,
): Omit<RawAnnotation, "entries">[] {
  const declared = dialects.flatMap((dialect) => {
    const description = header.info.get(dialect)?.description ?? "";
    const fields = (finders[dialect] ?? findFields)(description);
    return fields.length > 1 ? [{ dialect, fields }] : [];
  });
  const isByAnnovar = annovarKeys.some((key) => header.info.has(key));
  return isByAnnovar ? [...declared, { dialect: "ANNOVAR", fields: annovarFields }] : declared;
}

/** `... Format: A|B|C` of VEP and bcftools, or `...: 'A | B | C'` of SnpEff. */
function findFields(description: string): string[] {
  const format = description.indexOf("Format:");
  const quote = description.indexOf("'");
  if (format === -1 && quote === -1) return [];
  const list = format === -1 ? description.slice(quote) : description.slice(format + 7);
  return list
    .split("|")
    .map((field) => field.replace(/^[\s'"[*\]]+/, "").replace(/[\s'"[\]]+$/, ""));
}

/** `... Funcotation fields are: Gencode_34_hugoSymbol|Gencode_34_ncbiBuild|...`; a name may hold whatever its data source has. */
function findFuncotationFields(description: string): string[] {
  const start = description.indexOf(beforeFuncotationFields);
  return start === -1
    ? []
    : description
        .slice(start + beforeFuncotationFields.length)
        .split("|")
        .map((name) => name.trim());
}

/** `Variant Impact [Gene, Transcript, CanonicalEffect, ...]` of PAVE; other programs write a word of severity under this key. */
function findImpactFields(description: string): string[] {
  const names = /\[([^\]]+)\]/.exec(description)?.[1]?.split(",") ?? [];
  const fields = names.map((name) => name.trim());
  return fields.includes("HgvsProteinImpact") ? fields : [];
}

const finders: Partial<Record<(typeof dialects)[number], (description: string) => string[]>> = {
  FUNCOTATION: findFuncotationFields,
  IMPACT: findImpactFields,
};

const beforeFuncotationFields = "Funcotation fields are:";

/** The value of a dialect in a record. */
function valueOf({ values }: ReadInfo, dialect: RawAnnotation["dialect"]): string | null {
  const keys = dialect === "ANNOVAR" ? annovarKeys : [dialect];
  const value = keys.map((key) => values.get(key)).find((each) => each !== undefined);
  return value === undefined || value === true || value === "" || value === "." ? null : value;
}

/** Each entry has its fields between bars; those of ANNOVAR are between colons. PAVE writes one entry with commas, and bars within its other effects. */
function splitEntries(dialect: RawAnnotation["dialect"], value: string): string[] {
  if (dialect === "ANNOVAR") return value.replaceAll(":", "|").split(",");
  if (dialect !== "IMPACT") return value.split(",");
  return [value.replaceAll("|", " ").replaceAll(",", "|")];
}

/** All entries of a record, whatever allele they belong to; values are decoded as the version says. */
export function readAnnotations(
  info: ReadInfo,
  declared: readonly Omit<RawAnnotation, "entries">[],
  minorVersion: number,
): RawAnnotation[] {
  return declared.flatMap(({ dialect, fields }) => {
    const value = valueOf(info, dialect);
    if (value === null) return [];
    const entries = splitEntries(dialect, value).map((entry) => decodePercent(entry, minorVersion));
    return [{ dialect, fields, entries }];
  });
}
