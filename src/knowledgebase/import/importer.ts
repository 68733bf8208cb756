/** What an importer gives: drafts whose diseases and therapies are still names, and reasons for what is left out. */
import type { Manifest } from "../schema/schema.ts";
import type { StatementType } from "../schema/statement-types.ts";
import type { JsonValue } from "./format-json.ts";
import type { SourceText } from "./reference/read-table.ts";
import type { GeneReference } from "./reference/reference-data.ts";

/** A constraint in the form of the knowledgebase files. */
export type ConstraintJson = { readonly [key: string]: JsonValue | undefined };

/** One statement as the source makes it, with its alteration as constraints that combine with AND. */
export interface StatementDraft {
  readonly id: string;
  readonly gene: string;
  readonly variant: { readonly label: string; readonly constraints: readonly ConstraintJson[] };
  readonly type: StatementType;
  readonly predicate: string;
  readonly direction: string | null;
  /** Of predictive statements only. */
  readonly therapy: { readonly relation: string; readonly drugs: readonly string[] } | null;
  readonly disease: { readonly id: string | null; readonly name: string };
  readonly evidenceLevel: string;
  readonly rating: number | null;
  readonly origin: "somatic" | "germline" | null;
  readonly documents: readonly string[];
  readonly source: { readonly name: string; readonly record: string; readonly reviewed: string };
}

/** Why an item is left out: a kebab-case code and one sentence. */
export interface Skipped {
  readonly code: string;
  readonly reason: string;
}

/** `not comparable`: a coding sequence is known, and the allele reaches beyond it or the name does not say all residues. */
export type AlleleCheck =
  | "agrees"
  | "disagrees"
  | "no coding sequence"
  | "no protein change"
  | "not comparable"
  | "not stated";

/** How a stated allele and residue compare with the coding sequence. */
export interface AlleleNote {
  /** `BRAF V600E`. */
  readonly variant: string;
  readonly stated: string | null;
  readonly check: AlleleCheck;
  /** Why it disagrees: `makes D770delinsGY`, `the reference has TTC there`; null where it does not. */
  readonly why: string | null;
  /** False when no transcript that is known has the stated residues; null when none is known or none are stated. */
  readonly residueFits: boolean | null;
  readonly builds: "both" | "GRCh37" | "none";
}

export interface ImportedItem {
  readonly record: string;
  readonly gene: string;
  readonly evidenceLevel: string;
  readonly variant: string;
  /** The source's own kind of evidence. */
  readonly evidenceType: string;
  /** Which of the importer's releases it is from. */
  readonly source: string;
  readonly result:
    | { readonly draft: StatementDraft; readonly notes: readonly AlleleNote[] }
    | { readonly skipped: Skipped };
}

export interface ImporterTable {
  /** For messages. */
  readonly what: string;
  readonly columns: readonly string[];
}

/** One outside source of statements. A new one is a file beside `civic.ts` and a line in `importers.ts`. */
export interface Importer {
  /** As in `--from civic`. */
  readonly id: string;
  readonly title: string;
  /** The releases that the importer was written for, by the names that its statements give as their source. */
  readonly sources: Manifest["sources"];
  /** Its tables by a name of their own; each is known among the files by its columns. */
  readonly tables: Readonly<Record<string, ImporterTable>>;
  /** Every item of the source once, in its order. Facts only: no sentence of the source gets into a draft. */
  read(tables: (name: string) => SourceText, genes: GeneReference): Iterable<ImportedItem>;
}
