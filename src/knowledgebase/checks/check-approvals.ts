import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { RawPredictive } from "../schema/schema-statements.ts";
import type { JsonPath } from "../folder/strict-json.ts";

type Approval = NonNullable<RawPredictive["approvals"]>[number];

/** An approval is of a therapy that works, by a status that its agency gives, and ends after it began. */
export function checkApprovals(folder: KnowledgebaseFolder): Problem[] {
  return folder.statements.flatMap((file) =>
    file.data.statements.flatMap((statement, at) => {
      if (statement.type !== "predictive") return [];
      const problem = (text: string, part: JsonPath) =>
        makeProblem("kb-approval", "error", text, {
          where: file.where(["statements", at, ...part]),
        });
      const approvals = statement.approvals ?? [];
      return [
        ...(approvals.length > 0 && !isSupport(statement)
          ? [
              problem(
                `An approval of "${statement.direction} ${statement.predicate}": expected support of sensitivity.`,
                ["approvals"],
              ),
            ]
          : []),
        ...approvals.flatMap((approval, index) =>
          faultsOf(approval).map(([field, text]) => problem(text, ["approvals", index, field])),
        ),
        ...(isSupersededByItself(statement)
          ? [problem("The regimen is superseded by itself.", ["supersededBy", "therapy"])]
          : []),
      ];
    }),
  );
}

function isSupport({ predicate, direction }: RawPredictive): boolean {
  return predicate === "sensitivity" && direction === "supports";
}

/** Accelerated approval is the FDA's word and conditional authorization the EMA's. */
function faultsOf({ agency, status, date, withdrawn }: Approval): [string, string][] {
  const faults: [string, string][] = [];
  const owner = { accelerated: "FDA", conditional: "EMA" } as const;
  if ((status === "accelerated" || status === "conditional") && owner[status] !== agency) {
    const word = status === "accelerated" ? "conditional" : "accelerated";
    faults.push(["status", `"${status}" is no status of the ${agency}: expected "${word}".`]);
  }
  if (withdrawn !== undefined && status !== "withdrawn") {
    faults.push(["withdrawn", `A date of withdrawal, but the status is "${status}".`]);
  }
  if (withdrawn !== undefined && date !== null && withdrawn < date.slice(0, withdrawn.length)) {
    faults.push(["withdrawn", `Withdrawn ${withdrawn}, before it was approved ${date}.`]);
  }
  return faults;
}

function isSupersededByItself({ therapy, supersededBy }: RawPredictive): boolean {
  if (supersededBy === undefined || supersededBy.therapy.relation !== therapy.relation)
    return false;
  const sorted = (drugs: readonly string[]) => drugs.toSorted().join("+");
  return sorted(therapy.drugs) === sorted(supersededBy.therapy.drugs);
}
