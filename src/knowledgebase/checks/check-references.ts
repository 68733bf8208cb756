import { ruleOf } from "../../constraints/constraints.ts";
import { isMarker } from "../../model/alteration.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { Content } from "../content.ts";
import {
  contentOf,
  type KnowledgebaseFolder,
  type SourceFile,
} from "../folder/knowledgebase-folder.ts";
import type { GeneFile } from "../schema/schema.ts";
import type { JsonPath } from "../folder/strict-json.ts";
import { eachConstraint } from "./each-constraint.ts";
import { collectNames, hintOf, type OtherNames } from "./hint-reference.ts";
import { listNamed } from "./list-named.ts";
import type { Severity } from "../../model/severity.ts";

interface Reference {
  readonly kind: string;
  readonly id: string;
  readonly known: ReadonlySet<string>;
  readonly file: SourceFile<unknown>;
  readonly path: JsonPath;
  readonly severity?: Severity;
}

/** The ids that the files describe. */
interface Described {
  readonly genes: ReadonlySet<string>;
  readonly therapies: ReadonlySet<string>;
  readonly diseases: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly variantsOf: (gene: string) => ReadonlySet<string>;
}

function namesIn(
  layers: readonly Content[],
  list: (content: Content) => readonly string[],
): ReadonlySet<string> {
  return new Set(layers.flatMap(list));
}

/** Every variant, therapy, disease, document, gene and source that is named is also described. */
export function checkReferences(folder: KnowledgebaseFolder): Problem[] {
  const layers = [contentOf(folder), ...(folder.below === null ? [] : [folder.below])];
  const described: Described = {
    genes: namesIn(layers, ({ genes }) => genes.map((gene) => gene.symbol)),
    therapies: namesIn(layers, ({ therapies }) => therapies.map(({ id }) => id)),
    diseases: namesIn(layers, ({ diseases }) => diseases.nodes.map(({ id }) => id)),
    documents: namesIn(layers, ({ documents }) => documents.map(({ id }) => id)),
    sources: namesIn(layers, ({ manifest }) => manifest.sources.map(({ name }) => name)),
    variantsOf: (gene) =>
      namesIn(layers, ({ statements }) =>
        statements
          .filter((file) => file.gene === gene)
          .flatMap((file) => file.variants.map(({ id }) => id)),
      ),
  };
  const references = [
    ...folder.statements.flatMap((file) => referencesOfFile(file, described)),
    ...referencesOfConstraints(folder, described.genes),
    ...referencesOfDiseases(folder.diseases, described.diseases),
    ...referencesOfClasses(folder.therapies, described.therapies),
    ...referencesOfRules(folder.verification, described),
  ];
  const unknown = references.filter((reference) => !isDescribed(reference));
  if (unknown.length === 0) return [];
  const named = collectNames(layers);
  return unknown.map((reference) => describe(reference, named));
}

/** A statement about the whole tumor has a marker in the place of the gene. */
function isDescribed({ kind, id, known }: Reference): boolean {
  return known.has(id) || (kind === "gene" && isMarker(id));
}

function referencesOfClasses(
  file: KnowledgebaseFolder["therapies"],
  known: ReadonlySet<string>,
): Reference[] {
  return file.data.therapies.flatMap(({ members = [] }, at) =>
    members.map((id, index): Reference => {
      const path = ["therapies", at, "members", index];
      return { kind: "therapy", id, known, file, path };
    }),
  );
}

function referencesOfRules(
  file: KnowledgebaseFolder["verification"],
  { genes, documents }: Described,
): Reference[] {
  return file.data.rules.flatMap((rule, at): Reference[] => [
    ...(rule.genes ?? []).map((id, index) => {
      const path = ["rules", at, "genes", index];
      return { kind: "gene", id, known: genes, file, path };
    }),
    ...rule.documents.flatMap((id, index) => {
      const path = ["rules", at, "documents", index];
      return needsDescription(id) ? { kind: "document", id, known: documents, file, path } : [];
    }),
  ]);
}

function describe(
  { kind, id, known, file, path, severity = "error" }: Reference,
  named: OtherNames,
): Problem {
  const hint = hintOf({ kind, id, known }, named);
  return makeProblem("kb-unknown-reference", severity, `The ${kind} "${id}" is not described.`, {
    where: file.where(path),
    ...(hint === null ? {} : { hint }),
  });
}

function referencesOfFile(
  file: SourceFile<GeneFile>,
  { genes, therapies, diseases, documents, sources, variantsOf }: Described,
): Reference[] {
  const variants = variantsOf(file.data.gene);
  return [
    { kind: "gene", id: file.data.gene, known: genes, file, path: ["gene"] },
    ...file.data.statements.flatMap((statement, at): Reference[] => {
      const { variant, disease, source } = statement;
      const path = ["statements", at];
      return [
        { kind: "variant", id: variant, known: variants, file, path: [...path, "variant"] },
        ...listNamed(statement, "drugs", path).map(({ id, path: place }) => ({
          kind: "therapy",
          id,
          known: therapies,
          file,
          path: place,
        })),
        ...listNamed(statement, "documents", path)
          .filter(({ id }) => needsDescription(id))
          .map(({ id, path: place }) => ({
            kind: "document",
            id,
            known: documents,
            file,
            path: place,
          })),
        ...(disease === null
          ? []
          : [{ kind: "disease", id: disease, known: diseases, file, path: [...path, "disease"] }]),
        {
          kind: "source",
          id: source.name,
          known: sources,
          file,
          path: [...path, "source", "name"],
        },
      ];
    }),
  ];
}

/** Other documents are read at the address that their id gives. */
function needsDescription(document: string): boolean {
  return document.startsWith("LABEL:") || document.startsWith("GUIDELINE:");
}

/** A gene that is only a partner in a fusion needs no coordinates, so it is no error that it has none. */
function referencesOfConstraints(
  folder: KnowledgebaseFolder,
  known: ReadonlySet<string>,
): Reference[] {
  return [...eachConstraint(folder)].flatMap(({ file, constraint, path }) => {
    const rule = ruleOf(constraint);
    if (rule.kind === "composite") return [];
    const severity = constraint.type === "fusion" ? "warning" : "error";
    return rule.genes(constraint).map((id) => ({ kind: "gene", id, known, file, path, severity }));
  });
}

function referencesOfDiseases(
  diseases: KnowledgebaseFolder["diseases"],
  known: ReadonlySet<string>,
): Reference[] {
  const references = (ids: readonly string[], path: JsonPath): Reference[] =>
    ids.map((id, at) => ({ kind: "disease", id, known, file: diseases, path: [...path, at] }));
  return [
    ...references(diseases.data.solid, ["solid"]),
    ...diseases.data.nodes.flatMap((node, at) => [
      ...references(node.parents, ["nodes", at, "parents"]),
      ...references(node.equivalents, ["nodes", at, "equivalents"]),
    ]),
  ];
}
