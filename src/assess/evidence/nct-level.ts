/**
 * The evidence level of the NCT/DKTK molecular tumor boards, computed from the statements of a target (MASTER,
 * 10.1002/ijc.32358; spec, clinical R4). It is shown beside the AMP level and moves no rank.
 */
import type { NctLevel } from "../../model/nct-level.ts";
import { isLeftOut, labelExclusions } from "../../model/label-exclusion.ts";
import type { EvidenceRow, Target } from "../../model/report.ts";
import { approvalAgencies, nctLevels, type NctLevelName } from "../../model/report-terms.ts";
import { isOnTumor } from "../../model/verdict.ts";
import { holdingApprovals } from "../../model/holding-approvals.ts";
import { citeRows } from "./cite-rows.ts";

type Addendum = NctLevel["addenda"][number];

/** A row with its level; `because`: what the design was taken from, where the source does not state one. */
interface Graded {
  readonly row: EvidenceRow;
  readonly level: NctLevelName;
  readonly because: string;
}

/** Null where no statement of benefit counts, as for a variant whose effect is not known. */
export function nctLevelOf(target: Pick<Target, "evidence" | "verification">): NctLevel | null {
  const supporting = target.evidence.filter(
    (row) => row.predicate === "sensitivity" && row.direction === "supports" && counts(row),
  );
  const graded = supporting.map(grade);
  const level = nctLevels.find((name) => graded.some((each) => each.level === name));
  if (level === undefined) return null;
  const reaching = graded.filter((each) => each.level === level);
  const added = listAddenda(target, supporting);
  const label = [level, ...added.map(({ code }) => code)].join(" ");
  const assumed = [...new Set(reaching.map(({ because }) => because))].join("; ");
  const notes = added.map(({ code, text }) => `${code}: ${text}`);
  return {
    level,
    addenda: added.map(({ code }) => code),
    label,
    statements: reaching.map(({ row }) => row.statement),
    reason: {
      code: "computed",
      text: `${[`${level} by ${citeRows(reaching.map(({ row }) => row))}, ${assumed}`, ...notes].join(". ")}.`,
    },
  };
}

/** Not what is said of any mutation of a gene, where this one has no known effect or resists another therapy. */
function counts({ ampReason }: EvidenceRow): boolean {
  return !ampReason.code.startsWith("effect-");
}

function grade(row: EvidenceRow): Graded {
  if (row.evidenceLevel === "E") {
    return { row, level: "m4", because: "inferred by the source: a rationale" };
  }
  if (row.evidenceLevel === "D") return { row, level: "m3", because: "preclinical by the source" };
  if (isTestUnmade(row)) {
    const because = "whose label asks for a test that was not made: a rationale";
    return { row, level: "m4", because };
  }
  const { design, because } = designOf(row);
  return { row, level: `${isOnTumor(row.relation) ? "m1" : "m2"}${design}`, because };
}

/** In its own tumor only the missing test of a label lowers what is approved or validated. */
function isTestUnmade({ relation, evidenceLevel, approvals, ampLevel }: EvidenceRow): boolean {
  const isBest = evidenceLevel === "A" || holdingApprovals(approvals).length > 0;
  return isOnTumor(relation) && isBest && ampLevel !== "A";
}

/** A: prospective or meta-analysis; B: retrospective; C: cases. Only a curated ESCAT tier states which. */
function designOf({ escat, evidenceLevel, approvals }: EvidenceRow): {
  design: "A" | "B" | "C";
  because: string;
} {
  const tier = escat?.tier ?? "";
  if (/^I-|^II-B$/.test(tier)) {
    return { design: "A", because: `prospective by its ESCAT tier ${tier}` };
  }
  if (tier === "II-A") return { design: "B", because: "retrospective by its ESCAT tier II-A" };
  if (holdingApprovals(approvals).length > 0) {
    return { design: "A", because: "design not stated: assumed prospective, as it is approved" };
  }
  if (evidenceLevel === "A") {
    return { design: "A", because: "design not stated: assumed prospective, as its level is A" };
  }
  return evidenceLevel === "B"
    ? { design: "B", because: "design not stated: level B is assumed retrospective" }
    : { design: "C", because: "level C: cases" };
}

function listAddenda(
  { evidence, verification }: Pick<Target, "evidence" | "verification">,
  supporting: readonly EvidenceRow[],
): { code: Addendum; text: string }[] {
  const { measurements } = verification;
  const stained = measurements.filter(
    ({ assay, verdict }) =>
      (assay === "ihc" || assay === "mmr-ihc") &&
      (verdict === "verified" || verdict === "supported"),
  );
  // Hybridization shows the gene: it bears out an amplification, and is no verdict on the protein.
  const hybridized = measurements.filter(
    ({ assay, seen }) => assay === "her2-status" && seen === "positive",
  );
  const models = supporting.filter(
    ({ evidenceLevel, relation }) => evidenceLevel === "D" && isOnTumor(relation),
  );
  const resisting = evidence.filter(
    (row) => row.predicate === "resistance" && row.direction === "supports" && counts(row),
  );
  const exclusions = labelExclusions(evidence);
  const licensed = supporting.filter((row) => !isLeftOut(row, exclusions));
  const approved = approvalAgencies.flatMap((agency) => {
    const diseases = licensed
      .filter(({ approvals }) => holdingApprovals(approvals).some((each) => each.agency === agency))
      .map(({ disease }) => disease.name);
    return diseases.length === 0
      ? []
      : [
          {
            code: `Z(${agency})` as const,
            text: `approved for ${[...new Set(diseases)].join(", ")}`,
          },
        ];
  });
  const noted: readonly (readonly [code: Addendum, text: string])[] = [
    ["is(IHC)", stained.map(({ text }) => text).join(", ")],
    ["is(ISH)", hybridized.map(({ text }) => text).join(", ")],
    ["iv", models.length === 0 ? "" : citeRows(models)],
    ...approved.map(({ code, text }) => [code, text] as const),
    ["R", resisting.length === 0 ? "" : citeRows(resisting)],
  ];
  return noted.flatMap(([code, text]) => (text === "" ? [] : [{ code, text }]));
}
