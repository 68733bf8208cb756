import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import type { AskCopies } from "../annotate/copy-number/ask-copies.ts";
import type { CoveredGenes } from "../match/test-unseen-copies.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { PriorTherapy } from "../model/prior-therapy.ts";
import type { ReportProblem } from "../model/problem.ts";
import type { Counts, NotAssessed, ReportInput } from "../model/report.ts";
import type { CaseRequest } from "./case-request.ts";
import type { SetAsideTally } from "./set-aside-tally.ts";

/** What every stage of one case shares. */
export interface Stage {
  readonly request: CaseRequest;
  readonly index: KnowledgeIndex;
  readonly tally: SetAsideTally;
  readonly report: ReportProblem;
}

/** What the files of one kind gave to the case. */
export interface InterpretedEvidence {
  readonly observations: readonly Observation[];
  readonly available: ReadonlySet<InputNeed>;
  readonly inputs: readonly ReportInput[];
  /** Rows by what became of them, once it is known which observations met a statement. */
  counts(matchedIds: ReadonlySet<string>): Counts;
  readonly notAssessed?: readonly NotAssessed[];
  /** Of copy numbers: the genes that they cover. */
  readonly covered?: CoveredGenes;
  /** Of copy numbers: what they say of a place. */
  readonly copiesAt?: AskCopies;
  /** What was given before. */
  readonly prior?: readonly PriorTherapy[];
  /** Of markers: the purity that a file states beside them, and the file. */
  readonly purity?: { readonly value: number; readonly from: string };
}
