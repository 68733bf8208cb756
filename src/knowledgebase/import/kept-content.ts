/** What an import leaves as it is in the folder that it writes to: everything that does not come from its own source. */
import type * as z from "zod";
import { genesOf } from "../../constraints/constraints.ts";
import { isMarker } from "../../model/alteration.ts";
import type { Problem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import {
  diseasesFileSchema,
  documentsFileSchema,
  geneFileSchema,
  manifestSchema,
  therapiesFileSchema,
  type DiseaseNode,
  type DocumentEntity,
  type GeneFile,
  type Manifest,
  type TherapyEntity,
} from "../schema/schema.ts";
import type { RawStatement, RawVariant } from "../schema/schema-statements.ts";
import { checkShape } from "../folder/schema-problems.ts";
import { parseStrictJson } from "../folder/strict-json.ts";

export interface KeptContent {
  /** Null: the folder is new. */
  readonly manifest: Manifest | null;
  readonly genes: ReadonlyMap<string, KeptGene>;
  /** Those written by hand, and those that kept statements name. */
  readonly therapies: readonly TherapyEntity[];
  /** Nodes of ours, which neither vocabulary has. */
  readonly diseases: readonly DiseaseNode[];
  readonly documents: readonly DocumentEntity[];
  /** What kept statements name. */
  readonly named: { readonly genes: readonly string[]; readonly diseases: readonly string[] };
}

/** Of a folder that is new. */
export const nothingKept: KeptContent = {
  manifest: null,
  genes: new Map(),
  therapies: [],
  diseases: [],
  documents: [],
  named: { genes: [], diseases: [] },
};

export interface KeptGene extends Pick<GeneFile, "$schema"> {
  /** Of other sources. */
  readonly statements: readonly RawStatement[];
  /** Those that no statement of this source uses: an import may not give their ids another meaning. */
  readonly variants: readonly RawVariant[];
  /** Those that statements of both use: they stay also when this source no longer does. */
  readonly shared: readonly RawVariant[];
}

/**
 * Sorts out the files of an existing folder. `files`: bytes by path below it; `own`: names of the sources that are compiled anew.
 * Throws a `Refusal` of kind knowledgebase for files that are not of the schema, because nothing could be kept of them.
 */
export function readKept(
  files: ReadonlyMap<string, Uint8Array>,
  own: ReadonlySet<string>,
): KeptContent {
  const problems: Problem[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const bytes = files.get(name);
    if (bytes === undefined) return null;
    const parsed = parseStrictJson(bytes, name);
    const shape = parsed.problems.length > 0 ? parsed : checkShape(parsed, schema);
    if ("data" in shape && !("problems" in shape)) return shape.data;
    problems.push(...("problems" in shape ? shape.problems : []));
    return null;
  };
  const manifest = read("manifest.json", manifestSchema);
  const therapies = read("therapies.json", therapiesFileSchema)?.therapies ?? [];
  const diseases = read("diseases.json", diseasesFileSchema)?.nodes ?? [];
  const documents = read("documents.json", documentsFileSchema)?.documents ?? [];
  const geneFiles = [...files.keys()]
    .filter((name) => name.startsWith("statements/"))
    .flatMap((name) => read(name, geneFileSchema) ?? []);
  if (problems.length > 0) throw new Refusal("knowledgebase", problems);

  const genes = new Map(geneFiles.map((file) => [file.gene, keepOf(file, own)]));
  const statements = [...genes.values()].flatMap((file) => file.statements);
  const used = new Set(statements.flatMap(drugsOf));
  for (const { id, members = [] } of therapies) {
    if (used.has(id)) for (const member of members) used.add(member);
  }
  return {
    manifest,
    genes,
    therapies: therapies.filter(({ id, curated }) => curated === true || used.has(id)),
    diseases: diseases.filter(({ id }) => id.startsWith("METACTION:")),
    documents,
    named: {
      genes: [...genes].flatMap(([gene, file]) =>
        file.statements.length === 0
          ? []
          : [
              gene,
              ...[...file.variants, ...file.shared].flatMap(({ constraints }) =>
                constraints.flatMap(genesOf),
              ),
            ].filter((name) => !isMarker(name)),
      ),
      diseases: statements.flatMap(({ disease }) => disease ?? []),
    },
  };
}

function keepOf({ $schema, variants, statements }: GeneFile, own: ReadonlySet<string>): KeptGene {
  const isOwn = (statement: RawStatement): boolean => own.has(statement.source.name);
  const compiled = new Set(statements.filter(isOwn).map(({ variant }) => variant));
  const others = statements.filter((statement) => !isOwn(statement));
  const used = new Set(others.map(({ variant }) => variant));
  return {
    $schema,
    statements: others,
    variants: variants.filter(({ id }) => !compiled.has(id)),
    shared: variants.filter(({ id }) => compiled.has(id) && used.has(id)),
  };
}

function drugsOf(statement: RawStatement): string[] {
  if (statement.type !== "predictive") return [];
  return [...statement.therapy.drugs, ...(statement.supersededBy?.therapy.drugs ?? [])];
}
