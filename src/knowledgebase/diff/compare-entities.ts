/** What changed in the genes, therapies and diseases that statements refer to. */
import type { Knowledgebase } from "../knowledgebase.ts";
import type { VerificationRule } from "../schema/schema-verification.ts";
import { listLeafChanges } from "./list-leaves.ts";
import type { Step } from "./version-step.ts";

export interface EntityChange {
  readonly kind: "therapy" | "disease" | "gene" | "verification rule";
  readonly id: string;
  readonly name: string;
  readonly change: "added" | "revised" | "removed";
  /** Names of the fields that were revised. */
  readonly fields: readonly string[];
  readonly step: Step;
}

/** Fields that decide what matches what; the others are how it is called. */
const meaning: Readonly<Record<EntityChange["kind"], readonly string[]>> = {
  therapy: ["members", "status", "class", "targets"],
  disease: ["parents", "equivalents"],
  "verification rule": ["findings", "genes", "assay", "readings"],
  gene: ["aliases", "ambiguous", "role", "spans", "transcripts"],
};

export function compareEntities(before: Knowledgebase, after: Knowledgebase): EntityChange[] {
  return [
    ...compare("therapy", before.therapies, after.therapies, ({ name }) => name),
    ...compare("disease", before.diseases.nodes, after.diseases.nodes, ({ name }) => name),
    ...compare("gene", before.genes, after.genes, ({ symbol }) => symbol),
    ...compare("verification rule", byId(before), byId(after), ({ basis }) => basis),
  ];
}

function byId({ verificationRules }: Knowledgebase): Map<string, VerificationRule> {
  return new Map(verificationRules.map((rule) => [rule.id, rule]));
}

function compare<T>(
  kind: EntityChange["kind"],
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  nameOf: (entity: T) => string,
): EntityChange[] {
  const changes: EntityChange[] = [];
  for (const [id, entity] of after) {
    const earlier = before.get(id);
    const name = nameOf(entity);
    if (earlier === undefined) {
      changes.push({ kind, id, name, change: "added", fields: [], step: "minor" });
      continue;
    }
    const paths = listLeafChanges(earlier, entity).map(
      ({ path }) => /^\w+/.exec(path)?.[0] ?? path,
    );
    if (paths.length === 0) continue;
    const fields = [...new Set(paths)];
    const step = fields.some((field) => meaning[kind].includes(field)) ? "minor" : "patch";
    changes.push({ kind, id, name, change: "revised", fields, step });
  }
  for (const [id, entity] of before) {
    if (after.has(id)) continue;
    changes.push({ kind, id, name: nameOf(entity), change: "removed", fields: [], step: "major" });
  }
  return changes;
}
