import type { Problem } from "../../model/problem.ts";
import type { CaseRequest, LesionsRequest, SpecimenRequest } from "../case-request.ts";
import { gatherEvidence, type GatheredEvidence } from "../interpret-evidence.ts";
import { interpretVariants, type InterpretedVariants } from "../interpret-variants.ts";
import { makeSetAsideTally } from "../set-aside-tally.ts";
import type { Stage } from "../stage.ts";

/** One lesion with what its own files say. */
export interface ReadLesion {
  readonly facts: LesionsRequest["treated"];
  /** As if it were the only one. */
  readonly request: CaseRequest;
  readonly variants: InterpretedVariants | null;
  readonly evidence: GatheredEvidence;
  /** What was reported while it was read. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the variants of another lesion, its copy numbers, structural variants and fusions, and what was read of it. What it sets aside is
 * not that of the case. Throws Refusal for a file that cannot be used.
 */
export async function readSpecimen(
  specimen: SpecimenRequest,
  { request, index }: Stage,
): Promise<ReadLesion> {
  const problems: Problem[] = [];
  const { id, role, site, date, depth, expectedVaf, ...fields } = specimen;
  const own: CaseRequest = {
    ...request,
    tumorSample: undefined,
    tumorAfTag: undefined,
    tumorDpTag: undefined,
    purity: undefined,
    ploidy: undefined,
    variants: undefined,
    ...fields,
    status: [],
    ihc: [],
    prior: [],
    outside: [],
    protein: [],
    callableMb: undefined,
    countFilters: false,
    onVariantRecords: undefined,
    otherTumors: listTumors(request),
    lesions: undefined,
  };
  const stage = {
    request: own,
    index,
    tally: makeSetAsideTally(),
    report: (problem: Problem): void => void problems.push(problem),
  };
  const variants = await interpretVariants(stage);
  const evidence = await gatherEvidence(stage, variants);
  const facts = { id, role, site, date, depth, expectedVaf };
  return { facts, request: own, variants, evidence, problems };
}

/** The samples of all lesions that name one. */
function listTumors({ tumorSample, lesions }: CaseRequest): string[] {
  const others = lesions?.others ?? [];
  return [tumorSample, ...others.map((other) => other.tumorSample)].filter(
    (name) => name !== undefined,
  );
}
