import { buildIndex } from "../knowledgebase/index/build-index.ts";
import { findDisease, type Disease } from "../knowledgebase/disease-tree.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import type { CaseFacts } from "../match/match.ts";
import type { Problem } from "../model/problem.ts";
import { makeCaseFacts } from "./case-facts.ts";
import type { CaseRequest } from "./case-request.ts";
import { gatherEvidence, type GatheredEvidence } from "./interpret-evidence.ts";
import { interpretVariants, type InterpretedVariants } from "./interpret-variants.ts";
import { noteAsOf } from "./note-as-of.ts";
import { makeSetAsideTally } from "./set-aside-tally.ts";
import type { Stage } from "./stage.ts";
import { reportTumorType } from "./report-tumor-type.ts";
import { reportDenyingStains } from "./stains/report-denying-stains.ts";

/** What a case holds before its proteins are read. */
export interface GatheredCase {
  readonly stage: Stage;
  /** Of the knowledgebase and of what was read; `stage.report` adds to them. */
  readonly problems: Problem[];
  /** Null where the case states no tumor type. */
  readonly disease: Disease | null;
  /** Null for a case without a variant file. */
  readonly variants: InterpretedVariants | null;
  readonly early: GatheredEvidence;
  readonly facts: CaseFacts;
}

/**
 * The first stages of a case, the same for a report and for an explanation: variants, what was read, the other kinds of evidence. Throws
 * Refusal when the tumor type, an input, the build or the samples cannot be used.
 */
export async function gatherCase(
  request: CaseRequest,
  knowledgebase: Knowledgebase,
): Promise<GatheredCase> {
  const problems: Problem[] = [...noteAsOf(knowledgebase), ...(knowledgebase.problems ?? [])];
  const stage: Stage = {
    request,
    index: buildIndex(knowledgebase),
    tally: makeSetAsideTally(),
    report: (problem) => void problems.push(problem),
  };
  const { tumorType } = request;
  const disease = tumorType === undefined ? null : findDisease(knowledgebase.diseases, tumorType);
  if (tumorType !== undefined && disease !== null) {
    reportTumorType(tumorType, disease, { tree: knowledgebase.diseases, report: stage.report });
  }
  const variants = await interpretVariants(stage);
  const early = await gatherEvidence(stage, variants);
  const facts = makeCaseFacts(variants, early, { caseDisease: disease?.id ?? null, request });
  if (disease !== null) reportDenyingStains(disease, facts.observations, stage);
  return { stage, problems, disease, variants, early, facts };
}
