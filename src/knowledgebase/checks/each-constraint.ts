import type { Constraint } from "../../constraints/constraints.ts";
import type { KnowledgebaseFolder, SourceFile } from "../folder/knowledgebase-folder.ts";
import type { GeneFile } from "../schema/schema.ts";
import type { JsonPath } from "../folder/strict-json.ts";

export interface PlacedConstraint {
  readonly file: SourceFile<GeneFile>;
  readonly variantId: string;
  readonly constraint: Constraint;
  readonly path: JsonPath;
}

/** Every constraint of every variant, those inside `all`, `any`, `not` and `excluding` included, with its path. */
export function* eachConstraint(folder: KnowledgebaseFolder): Generator<PlacedConstraint> {
  for (const file of folder.statements) {
    for (const [index, variant] of file.data.variants.entries()) {
      for (const [part, constraint] of variant.constraints.entries()) {
        const path = ["variants", index, "constraints", part];
        yield* walk({ file, variantId: variant.id, constraint, path });
      }
    }
  }
}

function* walk(placed: PlacedConstraint): Generator<PlacedConstraint> {
  yield placed;
  const { constraint, path } = placed;
  if (constraint.type === "not" || constraint.type === "excluding") {
    yield* walk({ ...placed, constraint: constraint.constraint, path: [...path, "constraint"] });
  }
  if (constraint.type === "excluding") {
    for (const [index, part] of constraint.except.entries()) {
      yield* walk({ ...placed, constraint: part, path: [...path, "except", index] });
    }
  } else if (constraint.type === "all" || constraint.type === "any") {
    for (const [index, part] of constraint.constraints.entries()) {
      yield* walk({ ...placed, constraint: part, path: [...path, "constraints", index] });
    }
  }
}
