/** A knowledgebase in use: every reference of the files is resolved. */
import type { Constraint } from "../constraints/constraints.ts";
import type { DiseaseTree } from "./disease-tree.ts";
import type { Gene, Manifest, TherapyEntity } from "./schema/schema.ts";
import type { RawPredictive, therapyRelations } from "./schema/schema-statements.ts";
import type { VerificationRule } from "./schema/schema-verification.ts";
import type { predicatesOf, StatementType } from "./schema/statement-types.ts";
import type { AsOf } from "../model/as-of.ts";
import type { Problem } from "../model/problem.ts";
import type { directions, evidenceLevels } from "../model/report-terms.ts";

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
  /** Of the version that was read, of labels and guidelines; absent or null: not known. */
  readonly date?: string | null;
}

export interface NamedDrug {
  readonly id: string;
  readonly name: string;
  /** Drugs of the class, when this is one. */
  readonly members?: readonly { readonly id: string; readonly name: string }[];
}

export interface NamedTherapy {
  readonly relation: (typeof therapyRelations)[number];
  readonly drugs: readonly NamedDrug[];
}

/** What an agency decided on one indication; `date` as exactly as it is known: `2024-06-21`, `2024-06`, `2024`. */
export interface Approval extends Omit<
  NonNullable<RawPredictive["approvals"]>[number],
  "documents"
> {
  readonly documents: readonly StatementDocument[];
}

export type Escat = NonNullable<RawPredictive["escat"]>;

/** What one source says about one kind of variant in one disease. */
interface Claim {
  readonly id: string;
  readonly gene: string;
  readonly variant: CategoricalVariant;
  readonly disease: { readonly id: string | null; readonly name: string };
  readonly evidenceLevel: (typeof evidenceLevels)[number];
  /** The source's own trust, 1 to 5. */
  readonly rating: number | null;
  readonly origin: string | null;
  readonly documents: readonly StatementDocument[];
  /** Name of the layer that it is from; absent where there is one layer only. */
  readonly layer?: string;
  readonly source: {
    readonly name: string;
    readonly record: string;
    /** When the source reviewed the record, else the date of the source. */
    readonly date: string;
    readonly url: string | null;
  };
}

/** A claim about one therapy: the only kind of statement that a therapy is ranked by. */
export interface Statement extends Claim {
  readonly predicate: (typeof predicatesOf.predictive)[number];
  readonly direction: (typeof directions)[number];
  readonly therapy: NamedTherapy;
  readonly approvals: readonly Approval[];
  /** The regimen that replaced this one. */
  readonly supersededBy: {
    readonly therapy: NamedTherapy;
    readonly documents: readonly StatementDocument[];
  } | null;
  readonly escat: Escat | null;
}

type OtherType = Exclude<StatementType, "predictive">;

/** A claim about diagnosis, outcome, predisposition or function. It says nothing about a therapy. */
export type OtherStatement = {
  readonly [T in OtherType]: Claim & {
    readonly type: T;
    readonly predicate: (typeof predicatesOf)[T][number];
    readonly direction: (typeof directions)[number] | null;
  };
}[OtherType];

/** One of several knowledgebases that lie over each other. */
export interface Layer {
  readonly name: string;
  readonly version: string;
  readonly date: string;
  readonly sha256: string;
  /** How many it states, those that a later layer replaces included. */
  readonly statements: number;
}

export interface Knowledgebase {
  /** Present when it stands as of an earlier day; the digest is that of the whole content. */
  readonly asOf?: AsOf;
  readonly version: string;
  readonly date: string;
  /** Of the canonical content: the same for a folder and for the file built from it. */
  readonly sha256: string;
  /** What a report says of it: what its layers override, what of its folder is not read, and that its checks warn. Absent: nothing. */
  readonly problems?: readonly Problem[];
  /** The lowest first; empty where there is one only. */
  readonly layers: readonly Layer[];
  readonly sources: Manifest["sources"];
  /** What therapies are matched and ranked by; by id, in code-point order. */
  readonly statements: readonly Statement[];
  /** Diagnostic, prognostic, predisposing and functional statements; by id, in code-point order. */
  readonly otherStatements: readonly OtherStatement[];
  /** By current symbol. */
  readonly genes: ReadonlyMap<string, Gene>;
  readonly diseases: DiseaseTree;
  /** By id. */
  readonly therapies: ReadonlyMap<string, TherapyEntity>;
  /** What measurements of proteins say about alterations; by id. */
  readonly verificationRules: readonly VerificationRule[];
}
