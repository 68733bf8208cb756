/** What a board must weigh beside the rank of a target. */
import type { Observation } from "../../model/observation.ts";
import type { EvidenceRow } from "../../model/report.ts";
import type { Verification } from "../../model/verification.ts";
import {
  compareSpecificity,
  isOnTumor,
  type Reason,
  type Specificity,
} from "../../model/verdict.ts";
import { findStainSubtypes } from "../../match/stain-subtypes.ts";
import type { CaseContext } from "../case-context.ts";
import { nameApprovals, rowsInTumor } from "../evidence/approvals.ts";
import { citeRows } from "../evidence/cite-rows.ts";
import { findClonalityCaveats } from "../clonality/clonality-caveats.ts";
import { findDifferingStainCaveats } from "./differing-stains.ts";
import type { TherapyEvidence } from "../evidence/group-by-therapy.ts";
import { findScoringCaveats } from "../her2-scoring.ts";
import { findObservationCaveats } from "./observation-caveats.ts";
import { findReceptorCaveats } from "./receptor-caveats.ts";
import { findRestoredFrames } from "./restored-frame.ts";
import { findTableCaveats } from "./stain-against-table.ts";

interface TargetFacts {
  readonly evidence: TherapyEvidence;
  readonly alterations: readonly Observation[];
  readonly specificity: Specificity;
  readonly verification: Verification;
  /** Counter-evidence that is already a flag. */
  readonly against: readonly EvidenceRow[];
}

/** Caveats from what may undo the alteration and the strongest claim (the evidence) to the measurement of the alteration. */
export function findTargetCaveats(facts: TargetFacts, context: CaseContext): Reason[] {
  return [
    ...restoredFrames(facts.alterations, context),
    ...evidenceCaveats(facts, context),
    ...subtypeCaveats(facts.evidence, context),
    ...regulatoryCaveats(facts.evidence),
    ...specificityCaveats(facts),
    ...verificationCaveats(facts),
    ...findScoringCaveats(facts.verification, context),
    ...findReceptorCaveats(facts.alterations),
    ...findDifferingStainCaveats(facts.verification, facts.alterations, context.observations),
    ...findTableCaveats(facts.verification),
    ...originCaveats(facts, context),
    ...listMeasured(facts, context).flatMap((observation) =>
      findObservationCaveats(observation, context.tumorOnly),
    ),
    ...facts.alterations.flatMap((observation) => {
      const clonality = context.clonalityOf(observation);
      return findClonalityCaveats(observation.label, clonality, context.tumorOnly);
    }),
  ];
}

/** Once for each pair, which both of its alterations tell. */
function restoredFrames(
  alterations: readonly Observation[],
  { observations }: CaseContext,
): Reason[] {
  const told = alterations.flatMap((each) => findRestoredFrames(each, observations));
  return [...new Map(told.map((reason) => [reason.text, reason])).values()];
}

/** The alterations, and what their verification rests on. */
function listMeasured(
  { alterations, verification }: TargetFacts,
  { observations }: CaseContext,
): Observation[] {
  const verifying = verification.observations.flatMap((id) => observations.get(id) ?? []);
  return [...new Set([...alterations, ...verifying])];
}

function evidenceCaveats({ evidence, against }: TargetFacts, context: CaseContext): Reason[] {
  const { sensitivity, noBenefit } = evidence;
  const caveats: Reason[] = [];
  if (context.caseDisease === null) {
    caveats.push({
      code: "tumor-type-unknown",
      text: "The tumor type of the case is not known, so no evidence counts as evidence in this tumor.",
    });
  } else if (!sensitivity.some((row) => isOnTumor(row.relation))) {
    caveats.push({
      code: "other-tumor-only",
      text: `All evidence of benefit is from other tumor types or subtypes: ${namesOf(sensitivity)}.`,
    });
  }
  if (sensitivity.every((row) => row.evidenceLevel === "D" || row.evidenceLevel === "E")) {
    caveats.push({
      code: "preclinical-only",
      text: "All evidence of benefit is preclinical or inferred; no patient was treated in it.",
    });
  }
  const elsewhere = noBenefit.filter((row) => !against.includes(row));
  if (elsewhere.length > 0) {
    caveats.push({
      code: "counter-evidence-elsewhere",
      text: `Absence of benefit is described in another tumor or at a weaker level: ${citeRows(elsewhere)}.`,
    });
  }
  return caveats;
}

/** What the case did not name: a subtype that evidence in this tumor is about. */
function subtypeCaveats(
  { all }: TherapyEvidence,
  { caseDisease, index, observations }: CaseContext,
): Reason[] {
  if (caseDisease === null) return [];
  const includes = (wider: string | null, narrower: string): boolean =>
    wider !== null && index.includesDisease(wider, narrower);
  const byStain = all.filter(
    ({ relation, disease }) => isOnTumor(relation) && !includes(disease.id, caseDisease),
  );
  if (byStain.length === 0) return [];
  const shown = findStainSubtypes(caseDisease, [...observations.values()], includes);
  const stains = shown.flatMap((subtype) =>
    byStain.some(({ disease }) => includes(disease.id, subtype.disease)) ? subtype.stains : [],
  );
  return [
    {
      code: "subtype-by-stains",
      text: `Evidence in ${namesOf(byStain)} counts as evidence in this tumor by the stains of the case: ${[...new Set(stains)].join(", ")}.`,
    },
  ];
}

/** What changed since a therapy was approved in the tumor of the case. */
function regulatoryCaveats({ all, therapy }: TherapyEvidence): Reason[] {
  const rows = rowsInTumor({ evidence: [...all] });
  const withdrawn = rows.flatMap(({ approvals }) =>
    approvals.filter(({ status }) => status === "withdrawn"),
  );
  const successors = new Map(
    rows.flatMap(({ supersededBy }) =>
      supersededBy === null ? [] : [[supersededBy.therapy, supersededBy.documents] as const],
    ),
  );
  return [
    ...(withdrawn.length === 0
      ? []
      : [
          {
            code: "approval-withdrawn",
            text: `An approval of ${therapy.label} for this alteration in this tumor was withdrawn: ${nameApprovals(withdrawn)}.`,
          },
        ]),
    ...[...successors].map(([successor, documents]) => ({
      code: "superseded",
      text: `${successor} has replaced ${therapy.label} here, by ${documents.map(({ label }) => label).join(", ")}.`,
    })),
  ];
}

function namesOf(rows: readonly EvidenceRow[]): string {
  return [...new Set(rows.map((row) => row.disease.name))].join(", ");
}

function specificityCaveats({ specificity, alterations }: TargetFacts): Reason[] {
  if (compareSpecificity(specificity, "protein change") <= 0) return [];
  if (alterations.every((alteration) => alteration.alteration.kind !== "small-variant")) return [];
  return [
    {
      code: "wide-match",
      text: `The evidence is about a group of alterations (match by ${specificity}), not about this change alone.`,
    },
  ];
}

function verificationCaveats({ verification }: TargetFacts): Reason[] {
  if (verification.state === "contradicted") {
    return [
      {
        code: "confirm-before-use",
        text: "An assay of the protein contradicts the alteration: confirm by an orthogonal test before use.",
      },
    ];
  }
  if (verification.state === "discordant" && opposesHybridization(verification)) {
    return [
      {
        code: "confirm-before-use",
        text: "A stain finds none of the protein whose gene in situ hybridization shows amplified: repeat the stain before use.",
      },
    ];
  }
  if (verification.state !== "not assessed" && verification.state !== "not assessable") return [];
  return [
    {
      code: "protein-not-assessed",
      text: "Whether the tumor holds the protein as the alteration predicts was not measured.",
    },
  ];
}

function opposesHybridization({ measurements }: Verification): boolean {
  const shows = (asked: string, word: string): boolean =>
    measurements.some(({ assay, seen }) => assay === asked && seen === word);
  return shows("ihc", "0") && shows("her2-status", "positive");
}

function originCaveats({ alterations }: TargetFacts, context: CaseContext): Reason[] {
  const variants = alterations.filter(
    (alteration) => alteration.alteration.kind === "small-variant",
  );
  if (!context.tumorOnly || variants.length === 0) return [];
  const labels = variants.map((variant) => variant.label).join(", ");
  return [
    {
      code: "tumor-only",
      text: `There is no matched normal: a germline origin of ${labels} cannot be excluded.`,
    },
  ];
}
