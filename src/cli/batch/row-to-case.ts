import { fileFields } from "./case-files.ts";
import type { SheetRow } from "../../read/sample-sheet.ts";

/** Fields of `case.json` that a column fills as it is. */
const plainFields: Readonly<Record<string, string>> = {
  sample: "id",
  vcf: "variants",
  tumor_sample: "tumorSample",
  tumor_af_tag: "tumorAfTag",
  tumor_dp_tag: "tumorDpTag",
  tumor_type: "tumorType",
  biopsy_site: "biopsySite",
  assembly: "assembly",
  sex: "sex",
};

const numberFields: Readonly<Record<string, string>> = { purity: "purity", ploidy: "ploidy" };

/** Fields of each file of a column, which a sheet tells once for all of them. */
const fieldsOfFiles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  protein: {
    protein_sample: "sample",
    protein_cohort: "cohortName",
    protein_scale: "scale",
    protein_molecule: "molecule",
  },
  cnv: { cnv_sample: "sample" },
  sv: { sv_sample: "sample" },
  fusion: { fusion_sample: "sample" },
  status: { status_sample: "sample" },
  ihc: { ihc_sample: "sample" },
  callable: { callable_sample: "sample" },
  prior: { prior_sample: "sample" },
  outside: { outside_sample: "sample" },
};

/** What `case.json` would say of a row of a sheet; its schema is held against it afterwards. */
export function rowToCase({ cells }: SheetRow): unknown {
  const numbers = Object.entries(fill(cells, numberFields)).map(([field, cell]) => [
    field,
    toNumber(cell),
  ]);
  const files = fileFields.flatMap((field): [string, unknown][] => {
    const told = fill(cells, fieldsOfFiles[field] ?? {});
    const inputs = splitFiles(cells.get(field)).map((file) => ({ file, ...told }));
    if (inputs.length > 0) return [[field, inputs]];
    // As `--cnv-sample` without a file: the schema refuses it.
    return field !== "protein" && told["sample"] !== undefined ? [[field, null]] : [];
  });
  return Object.fromEntries([
    ...Object.entries(fill(cells, plainFields)),
    ...numbers,
    ...files,
    ...primaryOf(cells),
  ]);
}

/** Columns that tell of the primary tumor, and the field of its specimen that each fills. */
const primaryFields: Readonly<Record<string, string>> = {
  primary: "variants",
  primary_sample: "tumorSample",
};

function primaryOf(cells: SheetRow["cells"]): [string, unknown][] {
  const told = fill(cells, primaryFields);
  const purity = fill(cells, { primary_purity: "purity" })["purity"];
  if (Object.keys(told).length === 0 && purity === undefined) return [];
  const number = purity === undefined ? {} : { purity: toNumber(purity) };
  // Without a file the schema would pass it, and nothing would be compared.
  const variants = told["variants"] ?? null;
  return [["specimens", [{ id: "primary", role: "primary", ...told, variants, ...number }]]];
}

/** What is no plain number stays text, which the schema refuses. */
function toNumber(cell: string): number | string {
  return /^\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell;
}

/** The column that a field of a case comes from. */
export function columnOfField(path: readonly PropertyKey[]): string {
  const [field = "", , inner] = path.map(String);
  const find = (fields: Readonly<Record<string, string>>, wanted: string | undefined) =>
    Object.keys(fields).find((column) => fields[column] === wanted);
  if (field === "specimens") {
    return find({ ...primaryFields, primary_purity: "purity" }, inner) ?? "primary";
  }
  return (
    find(fieldsOfFiles[field] ?? {}, inner) ??
    find({ ...plainFields, ...numberFields }, field) ??
    field
  );
}

function fill(
  cells: ReadonlyMap<string, string>,
  fields: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([column, field]) => {
      const cell = cells.get(column);
      return cell === undefined ? [] : [[field, cell]];
    }),
  );
}

function splitFiles(cell: string | undefined): string[] {
  return (cell ?? "")
    .split(";")
    .map((file) => file.trim())
    .filter((file) => file !== "");
}
