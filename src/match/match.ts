/** What meets what, and why: the nouns that `match/` hands to `assess/`. */
import type { PlaceChange } from "../annotate/models/place-change.ts";
import type { OutlierCall } from "../annotate/proteins/protein-outliers.ts";
import type { Statement } from "../knowledgebase/knowledgebase.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Assembly } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import type { DiseaseRelation, Reason, Specificity } from "../model/verdict.ts";
import type { CoveredGenes } from "./test-unseen-copies.ts";
import type { Callability } from "./callability.ts";
import type { Phases } from "./test-phase.ts";

/** A statement that the case meets, or that nothing measured decides. */
export interface Match {
  readonly statement: Statement;
  readonly state: "met" | "undetermined";
  /** Best specificity of one constraint, widest of constraints that combine with AND (spec, matching 2). */
  readonly specificity: Specificity;
  /** Ids of the observations that met a part, or left it open; sorted, each once. */
  readonly observations: readonly string[];
  readonly reason: Reason;
  readonly relation: DiseaseRelation;
  /** Inputs that the case lacks and that would decide it; empty when met. */
  readonly missing: readonly InputNeed[];
  /** Places that are not shown to have been read, and whose reading would decide it: a sentence each. */
  readonly notCovered: readonly string[];
}

/** A statement of a gene with an observation that the case does not meet, and why (spec, matching 8). */
export interface UnmetStatement {
  readonly statement: Statement;
  readonly reason: Reason;
}

export interface CaseFacts {
  readonly observations: readonly Observation[];
  /** Inputs that the case has; a rule that needs another is undetermined. */
  readonly available: ReadonlySet<InputNeed>;
  /** Disease id in the tree of the knowledgebase; null: the case names none. */
  readonly caseDisease: string | null;
  /** Null: the case has no variant file. */
  readonly assembly: Assembly | null;
  /** Calls of every protein that was asked for: a protein that was not measured is never low. */
  readonly outliers?: readonly OutlierCall[];
  /** Genes that the copy numbers cover: no change of another gene is no evidence that it is unchanged. */
  readonly covered?: CoveredGenes | undefined;
  /** What the files show to have been read; null or absent: nothing does. */
  readonly callability?: Callability | null;
  /** Of the small variants that the file phases. */
  readonly phases?: Phases | undefined;
  /** Names changes by the reference proteins of the case's build; absent: they are compared as they are written. */
  readonly placeChange?: PlaceChange | undefined;
}

/** Every list is sorted by statement id, so the order of the inputs cannot show. */
export interface CaseMatches {
  readonly met: Match[];
  readonly undetermined: Match[];
  readonly unmet: UnmetStatement[];
}
