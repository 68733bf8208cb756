/** What EMA and FDA decided about a target, one line for each agency. */
import { isLeftOut, labelExclusions } from "../../../model/label-exclusion.ts";
import type { EvidenceRow, Target } from "../../../model/report.ts";
import { approvalAgencies } from "../../../model/report-terms.ts";
import { isOnTumor } from "../../../model/verdict.ts";

interface Decision {
  readonly approval: EvidenceRow["approvals"][number];
  readonly relation: EvidenceRow["relation"];
  readonly isExcluded: boolean;
}

/** `EMA 2020-06-02`, `FDA 2013-05-29, other tumor`, `EMA none curated`: the decision that stands, nearest to the case. Where the label leaves it out, `EMA 2017-01-27, not for this case`. */
export function approvalLines({ evidence }: Pick<Target, "evidence">): readonly string[] {
  const exclusions = labelExclusions(evidence);
  const decisions: Decision[] = evidence
    .filter(({ direction }) => direction === "supports")
    .flatMap((row) =>
      row.approvals.map((approval) => ({
        approval,
        relation: row.relation,
        isExcluded: isLeftOut(row, exclusions),
      })),
    );
  if (decisions.length === 0) return [`${approvalAgencies.join(", ")} none curated`];
  return approvalAgencies.map((agency) => {
    const [nearest] = decisions
      .filter(({ approval }) => approval.agency === agency)
      .toSorted(byNearness);
    return nearest === undefined ? `${agency} none curated` : describe(nearest);
  });
}

function describe({ approval: { agency, status, date }, relation, isExcluded }: Decision): string {
  return [
    `${agency} ${date ?? "(date not known)"}`,
    ...(status === null || status === "regular" ? [] : [status]),
    ...(isOnTumor(relation) ? [] : [relation === "descendant" ? "subtype" : "other tumor"]),
    ...(isExcluded ? ["not for this case"] : []),
  ].join(", ");
}

/** An approval on early data is made regular later, and that is what stands then. */
function rankOfState({ status }: Decision["approval"]): number {
  if (status === "withdrawn") return 2;
  return status === "regular" ? 0 : 1;
}

/** In this tumor before what the label leaves out and that before elsewhere, regular before what stands otherwise and that before withdrawn, then the earliest. */
function byNearness(a: Decision, b: Decision): number {
  const rank = (each: Decision): number =>
    Number(!isOnTumor(each.relation)) * 6 +
    Number(each.isExcluded) * 3 +
    rankOfState(each.approval);
  const date = ({ approval }: Decision): string => approval.date ?? "9999";
  return rank(a) - rank(b) || (date(a) < date(b) ? -1 : Number(date(a) > date(b)));
}
