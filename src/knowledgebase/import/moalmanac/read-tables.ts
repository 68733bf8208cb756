/** The files of a copy of the Molecular Oncology Almanac (its referenced form), each known by what is in it. */
import * as z from "zod";
import { refuse } from "../../../model/refusal.ts";
import type { SourceText } from "../reference/read-table.ts";

const id = z.union([z.string(), z.int()]);
const extension = z.looseObject({ name: z.string(), value: z.unknown().optional() });

const tables = {
  biomarkers: z.array(
    z.looseObject({
      id,
      type: z.string().regex(/^Categorical ?Variant$/),
      name: z.string(),
      genes: z.array(id).optional(),
      extensions: z.array(extension),
    }),
  ),
  diseases: z.array(
    z.looseObject({
      id,
      conceptType: z.literal("Disease"),
      name: z.string(),
      primary_coding_id: z.string(),
    }),
  ),
  documents: z.array(
    z.looseObject({
      id: z.string(),
      documentType: z.string(),
      agent_id: z.string(),
      drug_name_brand: z.string().nullable(),
      publication_date: z.string().nullable(),
      status: z.string(),
      urls: z.array(z.string()),
    }),
  ),
  genes: z.array(z.looseObject({ id, conceptType: z.literal("Gene"), name: z.string() })),
  propositions: z.array(
    z.looseObject({
      id,
      type: z.string().endsWith("Proposition"),
      predicate: z.string(),
      biomarkers: z.array(id),
      conditionQualifier_id: id,
      therapy_id: id.nullable(),
      therapy_group_id: id.nullable(),
    }),
  ),
  statements: z.array(
    z.looseObject({
      id,
      proposition_id: id,
      direction: z.string(),
      reportedIn: z.array(z.string()),
    }),
  ),
  therapies: z.array(
    z.looseObject({
      id,
      conceptType: z.literal("Drug"),
      name: z.string(),
      primary_coding_id: z.string().nullable(),
    }),
  ),
  therapyGroups: z.array(
    z.looseObject({ id, membershipOperator: z.string(), therapies: z.array(id) }),
  ),
  urls: z.array(z.looseObject({ id: z.string(), url: z.string() })),
  about: z.looseObject({ name: z.string(), license: z.string(), last_updated: z.iso.date() }),
} as const;

type TableName = keyof typeof tables;
export type MoalmanacTables = { readonly [T in TableName]: z.infer<(typeof tables)[T]> };
export type Biomarker = MoalmanacTables["biomarkers"][number];

/** Throws one `Refusal` of kind input that names every file that is missing; other files of the source are passed over. */
export function readMoalmanac(files: readonly SourceText[]): MoalmanacTables {
  const found = new Map<TableName, unknown>();
  for (const file of files) {
    const data = parse(file);
    for (const [name, schema] of Object.entries(tables)) {
      const isEmpty = Array.isArray(data) && data.length === 0;
      if (!isEmpty && schema.safeParse(data).success && isName(name)) found.set(name, data);
    }
  }
  const missing = Object.keys(tables).filter((name) => isName(name) && !found.has(name));
  if (missing.length > 0) {
    throw refuse(
      "input",
      "import-sources",
      `The import needs other files: missing ${missing.join(", ")}.`,
      {
        hint: "Give the files of the folder named referenced of your own copy, as JSON or gzip.",
      },
    );
  }
  const get = <T extends TableName>(name: T): MoalmanacTables[T] =>
    tables[name].parse(found.get(name)) as MoalmanacTables[T];
  return {
    biomarkers: get("biomarkers"),
    diseases: get("diseases"),
    documents: get("documents"),
    genes: get("genes"),
    propositions: get("propositions"),
    statements: get("statements"),
    therapies: get("therapies"),
    therapyGroups: get("therapyGroups"),
    urls: get("urls"),
    about: get("about"),
  };
}

function isName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}

function parse({ name, text }: SourceText): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse("input", "import-not-json", `${name} is not JSON`, {
      where: { file: name },
      cause: error,
    });
  }
}
