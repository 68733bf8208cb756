/** A knowledgebase in use: every reference of the files is resolved. */
import type { Constraint } from "../constraints/constraints.ts";
import type { directions, evidenceLevels, predicates } from "../model/report.ts";
import type { DiseaseTree } from "./disease-tree.ts";
import type { Gene, Manifest, TherapyEntity, therapyRelations } from "./schema.ts";

export interface CategoricalVariant {
  readonly id: string;
  /** As the source says it: `V600E`, `exon 19 deletion`. */
  readonly label: string;
  /** All must be met, by one alteration or by several of the case. */
  readonly constraints: readonly Constraint[];
}

export interface StatementDocument {
  readonly id: string;
  readonly label: string;
  readonly url: string;
}

export interface NamedDrug {
  readonly id: string;
  readonly name: string;
  /** Drugs of the class, when this is one. */
  readonly members?: readonly { readonly id: string; readonly name: string }[];
}

/** What one source says about one therapy for one kind of variant in one disease. */
export interface Statement {
  readonly id: string;
  readonly gene: string;
  readonly variant: CategoricalVariant;
  readonly predicate: (typeof predicates)[number];
  readonly direction: (typeof directions)[number];
  readonly therapy: {
    readonly relation: (typeof therapyRelations)[number];
    readonly drugs: readonly NamedDrug[];
  };
  readonly disease: { readonly id: string | null; readonly name: string };
  readonly evidenceLevel: (typeof evidenceLevels)[number];
  /** The source's own trust, 1 to 5. */
  readonly rating: number | null;
  readonly origin: string | null;
  readonly documents: readonly StatementDocument[];
  readonly source: {
    readonly name: string;
    readonly record: string;
    /** When the source reviewed the record, else the date of the source. */
    readonly date: string;
    readonly url: string | null;
  };
}

export interface Knowledgebase {
  readonly version: string;
  readonly date: string;
  /** Of the canonical content: the same for a folder and for the file built from it. */
  readonly sha256: string;
  readonly sources: Manifest["sources"];
  /** By id, in code-point order. */
  readonly statements: readonly Statement[];
  /** By current symbol. */
  readonly genes: ReadonlyMap<string, Gene>;
  readonly diseases: DiseaseTree;
  /** By id. */
  readonly therapies: ReadonlyMap<string, TherapyEntity>;
}
