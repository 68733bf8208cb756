/** A biomarker of the Almanac as a constraint: only what its fields state, and nothing from its sentences. */
import { parseProteinChange } from "../../../annotate/protein-change.ts";
import { parseAlleleText } from "../../../constraints/allele-text.ts";
import type { Constraint } from "../../../constraints/constraints.ts";
import type { Biomarker } from "./read-tables.ts";

export type ReadBiomarker =
  | {
      readonly gene: string;
      /** Null: only a variant of the knowledgebase that has this name can say it. */
      readonly constraint: Constraint | null;
      readonly label: string;
      readonly isGermline: boolean;
    }
  | { readonly skipped: string };

/** `geneOf`: the current symbol of a name, or null. `names`: symbols of the biomarker's own genes. */
export function readBiomarker(
  biomarker: Biomarker,
  names: readonly string[],
  geneOf: (name: string) => string | null,
): ReadBiomarker {
  const fields = new Map(biomarker.extensions.map(({ name, value }) => [name, value]));
  const kind = textOf(fields, "biomarker_type");
  const given = kind === "Protein expression" ? markerNames(fields) : names;
  const genes = given.flatMap((name) => geneOf(name) ?? []);
  const [gene] = genes;
  if (gene === undefined) {
    const reason = `no gene of the knowledgebase: ${given.join(", ")}`;
    return { skipped: given.length === 0 ? `no rule for ${kind}` : reason };
  }
  const read = readKind(kind, fields, { gene, genes, name: biomarker.name });
  if ("skipped" in read) return read;
  const isAbsent = fields.get("_present") === false;
  if (!isAbsent) return { ...read, gene };
  if (read.constraint === null) return { skipped: "absence of what has no constraint" };
  return {
    ...read,
    gene,
    label: `no ${read.label}`,
    constraint: { type: "not", constraint: read.constraint },
  };
}

type Fields = ReadonlyMap<string, unknown>;
type Read =
  | { readonly constraint: Constraint | null; readonly label: string; readonly isGermline: boolean }
  | { readonly skipped: string };

function readKind(
  kind: string,
  fields: Fields,
  { gene, genes, name }: { gene: string; genes: readonly string[]; name: string },
): Read {
  switch (kind) {
    case "Somatic Variant":
    case "Germline Variant":
      return readVariant(fields, gene, kind === "Germline Variant");
    case "Rearrangement":
      return readFusion(name, genes);
    case "Copy Number":
      return readCopyNumber(textOf(fields, "direction"), gene);
    case "Wild type":
      return somatic({ type: "wild-type", gene }, "wild type");
    case "Protein expression":
      return readExpression(fields, gene);
    default:
      return { skipped: `no rule for ${kind}` };
  }
}

function somatic(constraint: Constraint, label: string): Read {
  return { constraint, label, isGermline: false };
}

function readVariant(fields: Fields, gene: string, isGermline: boolean): Read {
  const change = parseProteinChange(textOf(fields, "protein_change"));
  if (change !== null && change.start > 0) {
    const [transcript = ""] = textOf(fields, "hgvsc").split(":");
    const coding = textOf(fields, "cdna_change");
    const base = /^c\.(\d+)[ACGT]>[ACGT]$/.exec(coding)?.[1];
    // A coding change of another residue (one is in the source) puts the coordinates beside it in doubt as well.
    const fits = base === undefined || Math.ceil(Number(base) / 3) === change.start;
    const allele = fits ? readAllele(fields) : null;
    const constraint: Constraint = {
      type: "protein-change",
      gene,
      change: change.text,
      ...(/^ENST\d{11}/.test(transcript) ? { transcript } : {}),
      ...(fits && /^c\.\S+$/.test(coding) ? { coding } : {}),
      ...(allele === null ? {} : { alleles: { GRCh37: [allele] } }),
    };
    return { constraint, label: change.text, isGermline };
  }
  const exon = fields.get("exon");
  const annotation = fields.get("variant_annotation");
  if (typeof exon === "number" && typeof annotation === "string") {
    return { constraint: null, label: `exon ${exon} ${annotation.toLowerCase()}`, isGermline };
  }
  if (annotation === "Frameshift") {
    return {
      constraint: { type: "consequence", gene, class: "frameshift" },
      label: "frameshift",
      isGermline,
    };
  }
  if (typeof annotation === "string")
    return { skipped: `no rule for a variant called ${annotation}` };
  const label = isGermline ? "pathogenic variants" : "oncogenic variants";
  return { constraint: { type: "consequence", gene, class: "oncogenic" }, label, isGermline };
}

/** Coordinates are those of GRCh37; only a substitution is stated as in a VCF. */
function readAllele(fields: Fields): string | null {
  const [contig, position, ref, alt] = [
    "chromosome",
    "start_position",
    "reference_allele",
    "alternate_allele",
  ].map((key) => textOf(fields, key));
  const text = `${contig}:${position}:${ref}:${alt}`;
  if (!/^[0-9XY]+:\d+:[ACGT]+:[ACGT]+$/.test(text) || ref?.length !== alt?.length) return null;
  const allele = parseAlleleText(text, "GRCh37");
  return allele === null
    ? null
    : [allele.contig, allele.position, allele.ref, allele.alt].join(":");
}

/** The name is `BCR::ABL1`; `v` is any partner. */
function readFusion(name: string, genes: readonly string[]): Read {
  const [fivePrime, threePrime, more] = name.split("::");
  if (fivePrime === undefined || threePrime === undefined || more !== undefined) {
    return { skipped: "a rearrangement that is no fusion of two genes" };
  }
  const [five, three] = [fivePrime, threePrime].map((partner) =>
    genes.find((gene) => gene === partner),
  );
  if (five !== undefined && three !== undefined) {
    return somatic({ type: "fusion", fivePrime: five, threePrime: three }, `${five}::${three}`);
  }
  const known = five ?? three;
  const isAny = [fivePrime, threePrime].includes("v");
  if (known === undefined || !isAny)
    return { skipped: "a fusion partner is not in the knowledgebase" };
  return somatic({ type: "fusion", gene: known }, "fusion");
}

function readCopyNumber(direction: string, gene: string): Read {
  if (direction === "Amplification") {
    return somatic({ type: "copy-number", gene, change: "amplification" }, "amplification");
  }
  if (direction !== "Deletion") return { skipped: `no rule for a copy number called ${direction}` };
  return somatic({ type: "copy-number", gene, change: "deletion" }, "deletion");
}

/** Cut-offs are those of an assay (percent of cells, combined scores): a table of values cannot meet them. */
function readExpression(fields: Fields, gene: string): Read {
  const value = fields.get("value");
  if (value !== "Positive" && value !== "Negative") {
    return { skipped: "a cut-off of one assay" };
  }
  const direction = value === "Positive" ? "present" : "absent";
  return somatic(
    { type: "expression", gene, molecule: "protein", direction },
    value === "Positive" ? "protein present" : "protein absent",
  );
}

/** `Human epidermal growth factor receptor 2 (HER2)` is called HER2. */
function markerNames(fields: Fields): string[] {
  const marker = textOf(fields, "marker");
  return [/\(([^()]+)\)$/.exec(marker)?.[1] ?? marker];
}

/** Empty for what is neither a text nor a number. */
function textOf(fields: Fields, key: string): string {
  const value = fields.get(key);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
