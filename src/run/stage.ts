import type { KnowledgeIndex } from "../knowledgebase/build-index.ts";
import type { ReportProblem } from "../model/problem.ts";
import type { CaseRequest } from "./case-request.ts";
import type { SetAsideTally } from "./set-aside-tally.ts";

/** What every stage of one case shares. */
export interface Stage {
  readonly request: CaseRequest;
  readonly index: KnowledgeIndex;
  readonly tally: SetAsideTally;
  readonly report: ReportProblem;
}
