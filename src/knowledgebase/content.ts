/** What a knowledgebase says, without how it is laid out in files. */
import { compareText } from "../model/order.ts";
import { canonicalJson } from "./canonical-json.ts";
import type {
  DiseasesFile,
  DocumentsFile,
  GeneFile,
  GenesFile,
  Manifest,
  TherapiesFile,
} from "./schema/schema.ts";
import type { Override } from "./schema/schema-overrides.ts";
import type { VerificationRule } from "./schema/schema-verification.ts";

export interface Content {
  readonly manifest: Omit<Manifest, "$schema">;
  readonly genes: GenesFile["genes"];
  readonly therapies: TherapiesFile["therapies"];
  readonly diseases: Omit<DiseasesFile, "$schema">;
  readonly documents: DocumentsFile["documents"];
  /** One entry per gene. */
  readonly statements: readonly Omit<GeneFile, "$schema">[];
  /** Of a layer: what it replaces or removes in those below. */
  readonly overrides?: readonly Override[];
  /** What measurements of proteins say about alterations; absent where nothing is said. */
  readonly verificationRules?: readonly VerificationRule[];
}

/**
 * The one text of a content: entries in order of their id, whatever the order in the files. Lists whose
 * order may mean something (constraints, drugs, parents) keep it.
 */
export function canonicalText(content: Content): string {
  const { manifest, genes, therapies, diseases, documents, statements } = content;
  const { overrides, verificationRules } = content;
  return canonicalJson({
    manifest: { ...manifest, $schema: undefined },
    genes: sortBy(genes, (gene) => gene.symbol),
    therapies: sortBy(therapies, (therapy) => therapy.id),
    diseases: {
      nodes: sortBy(diseases.nodes, (node) => node.id),
      solid: diseases.solid.toSorted(compareText),
    },
    documents: sortBy(documents, (document) => document.id),
    overrides: overrides && sortBy(overrides, ({ kind, id }) => `${kind} ${id}`),
    verificationRules: verificationRules && sortBy(verificationRules, (rule) => rule.id),
    statements: sortBy(statements, (file) => file.gene).map((file) => ({
      gene: file.gene,
      variants: sortBy(file.variants, (variant) => variant.id),
      statements: sortBy(file.statements, (statement) => statement.id),
    })),
  });
}

function sortBy<T>(entries: readonly T[], key: (entry: T) => string): T[] {
  return entries.toSorted((a, b) => compareText(key(a), key(b)));
}
