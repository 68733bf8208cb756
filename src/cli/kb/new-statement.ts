import { join } from "node:path";
import { makeFolder } from "../../io/make-folder.ts";
import { readBytes } from "../../io/read-files.ts";
import { writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import { buildIndex } from "../../knowledgebase/index/build-index.ts";
import { schemaReference } from "../../knowledgebase/folder/file-json-schemas.ts";
import { findDisease } from "../../knowledgebase/disease-tree.ts";
import { formatJson } from "../../knowledgebase/import/format-json.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { addToFile, findVariant } from "../../knowledgebase/statements/scaffold-statement.ts";
import {
  geneFileSchema,
  type GeneFile,
  manifestSchema,
} from "../../knowledgebase/schema/schema.ts";
import type { RawStatement, RawVariant } from "../../knowledgebase/schema/schema-statements.ts";
import { checkShape } from "../../knowledgebase/folder/schema-problems.ts";
import { parseStrictJson } from "../../knowledgebase/folder/strict-json.ts";
import { nameAlteration } from "../../match/name-alteration.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import { openKnowledgebase } from "../knowledge/open-knowledgebase.ts";
import type { Terminal } from "../terminal.ts";
import { resolveDrug, resolveGene } from "./resolve-names.ts";
import { scaffoldConstraint } from "./scaffold-constraint.ts";
import type { directions, evidenceLevels } from "../../model/report-terms.ts";

export interface NewStatementOptions {
  readonly kb: readonly string[];
  readonly therapy: readonly string[];
  readonly relation?: "single" | "combination" | "substitutes" | "sequential";
  readonly predicate: string;
  readonly against: boolean;
  readonly tumorType?: string;
  readonly level: (typeof evidenceLevels)[number];
  readonly document: readonly string[];
  readonly origin?: "somatic" | "germline";
  readonly source: string;
  readonly record: string;
  readonly into?: string;
}

/**
 * Makes a statement and, where the knowledgebase has none that means the same, its variant. Printed to stdout, or added to the
 * folder of `into`, which is made where it is not.
 */
export async function newStatement(
  words: readonly string[],
  options: NewStatementOptions,
  terminal: Terminal,
): Promise<void> {
  const knowledgebase = await openKnowledgebase(options.kb);
  const index = buildIndex(knowledgebase);
  const [first = "", ...rest] = words;
  const gene = resolveGene(first, knowledgebase, index);
  const name = rest.join(" ");
  const observation = nameAlteration(gene, name, index);
  const constraint = observation === null ? null : scaffoldConstraint(gene, observation.alteration);
  const variant = findVariant({ gene, name, constraint }, knowledgebase);
  if (variant === null) {
    throw refuse("usage", "alteration-unknown", `no alteration of ${gene} is called "${name}"`, {
      hint: "Give a protein change, amplification, loss, fusion, A::B, protein high, or the id of a variant.",
    });
  }
  const statement = makeStatement(variant.id, options, knowledgebase);
  if (options.into === undefined) {
    await writeToStream(terminal.stdout, printable(variant.added, statement));
  } else {
    await addToFolder(options.into, { gene, statement, variant: variant.added }, options);
    const path = join(options.into, "statements", `${gene}.json`);
    terminal.stderr.write(`${path}: ${statement.id} added\n`);
  }
  if (variant.added?.constraints[0]?.type === "protein-change") {
    terminal.stderr.write(
      `${variant.id} is new and has no coordinates: without annotation in a VCF it is not met. Add "alleles" of both builds where you know them.\n`,
    );
  }
}

function makeStatement(
  variant: string,
  options: NewStatementOptions,
  knowledgebase: Knowledgebase,
): RawStatement {
  const { tumorType, therapy, relation, source, record, level, origin, document } = options;
  if (therapy.length === 0) {
    throw refuse("usage", "therapy-missing", "a statement needs a therapy", {
      hint: "Give --therapy once for each drug.",
    });
  }
  const drugs = therapy.map((drug) => resolveDrug(drug, knowledgebase)).toSorted();
  const direction: (typeof directions)[number] = options.against ? "does not support" : "supports";
  const data: unknown = {
    id: `${prefixOf(source, knowledgebase)}:${record}`,
    variant,
    type: "predictive",
    predicate: options.predicate,
    direction,
    therapy: { relation: relation ?? (drugs.length === 1 ? "single" : "combination"), drugs },
    disease: tumorType === undefined ? null : findDisease(knowledgebase.diseases, tumorType).id,
    evidenceLevel: level,
    rating: null,
    origin: origin ?? null,
    documents: document,
    source: { name: source, record, reviewed: today() },
  };
  return checkStatement(data);
}

/** Checked as the file will be, so that a mistake on the command line is told now; there it has no line. */
function checkStatement(data: unknown): RawStatement {
  const file = { gene: "X", variants: [], statements: [data] };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const shape = checkShape(parseStrictJson(bytes, "new statement"), geneFileSchema);
  if ("problems" in shape) {
    throw new Refusal(
      "usage",
      shape.problems.map((problem) => ({ ...problem, where: null })),
    );
  }
  const [statement] = shape.data.statements;
  if (statement === undefined) throw new Error("no statement was made");
  return statement;
}

/** What the ids of a source begin with: as in its other statements, else its name. */
function prefixOf(source: string, { statements, otherStatements }: Knowledgebase): string {
  const other = [...statements, ...otherStatements].find((each) => each.source.name === source);
  return other?.id.split(":")[0] ?? slug(source);
}

/** `our board` is the source `our-board` of an id. */
function slug(source: string): string {
  return source
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-$/g, "");
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function readGeneFile(bytes: Uint8Array, name: string): GeneFile {
  const parsed = parseStrictJson(bytes, name);
  const shape = parsed.problems.length > 0 ? parsed : checkShape(parsed, geneFileSchema);
  if ("problems" in shape) throw new Refusal("knowledgebase", shape.problems);
  return shape.data;
}

function printable(variant: RawVariant | null, statement: RawStatement): string {
  const parts = variant === null ? { statement } : { statement, variant };
  return formatJson(parts);
}

async function addToFolder(
  folder: string,
  { gene, ...parts }: { gene: string; statement: RawStatement; variant: RawVariant | null },
  options: NewStatementOptions,
): Promise<void> {
  await makeFolder(join(folder, "statements"));
  await addManifest(folder, options.source);
  const name = `statements/${gene}.json`;
  const bytes = await readIfThere(join(folder, name));
  const empty: GeneFile = { $schema: schemaReference(name), gene, variants: [], statements: [] };
  const file = bytes === null ? empty : readGeneFile(bytes, name);
  if (file.statements.some(({ id }) => id === parts.statement.id)) {
    throw refuse(
      "usage",
      "statement-exists",
      `${name} has a statement ${parts.statement.id} already`,
      {
        hint: "Give another --record.",
      },
    );
  }
  const text = formatJson(addToFile(file, parts));
  await writeFileAtomic(join(folder, name), text, { noClobber: false });
}

/** A manifest where there is none; in an old one the source, and a date that is not before the statement's. */
async function addManifest(folder: string, source: string): Promise<void> {
  const path = join(folder, "manifest.json");
  const bytes = await readIfThere(path);
  const day = today();
  const [year = "", month = ""] = day.split("-");
  const added = { name: source, date: day, licence: "in-house", url: null };
  const fresh: unknown = {
    $schema: schemaReference("manifest.json"),
    version: `${year}.${Number(month)}.0`,
    date: day,
    schemaVersion: manifestSchema.shape.schemaVersion.value,
    sources: [added],
  };
  if (bytes === null) return await writeManifest(path, fresh);
  const parsed = parseStrictJson(bytes, "manifest.json");
  const shape = parsed.problems.length > 0 ? parsed : checkShape(parsed, manifestSchema);
  if ("problems" in shape) throw new Refusal("knowledgebase", shape.problems);
  const { sources, date } = shape.data;
  const isNamed = sources.some(({ name }) => name === source);
  if (isNamed && date >= day) return;
  await writeManifest(path, {
    ...shape.data,
    date: date < day ? day : date,
    sources: isNamed ? sources : [...sources, added],
  });
}

async function writeManifest(path: string, manifest: unknown): Promise<void> {
  await writeFileAtomic(path, formatJson(manifest), { noClobber: false });
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readBytes(path);
  } catch (error) {
    const isMissing =
      error instanceof Refusal && error.problems.some(({ code }) => code === "file-missing");
    if (isMissing) return null;
    throw error;
  }
}
