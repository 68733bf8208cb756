import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { RawStatement } from "../schema/schema-statements.ts";
import type { JsonPath } from "../folder/strict-json.ts";

/**
 * A level says what kind of source stands behind a statement (spec, clinical R5): A a label, guideline or validated
 * association, B a clinical study, C a case, D the bench, E an inference. The other fields have to allow it.
 */
export function checkLevels(folder: KnowledgebaseFolder): Problem[] {
  return folder.statements.flatMap((file) =>
    file.data.statements.flatMap((statement, at) =>
      faultsOf(statement).map(({ text, part, hint }) =>
        makeProblem("kb-level", "error", text, {
          where: file.where(["statements", at, ...part]),
          ...(hint === undefined ? {} : { hint }),
        }),
      ),
    ),
  );
}

interface Fault {
  readonly text: string;
  readonly part: JsonPath;
  readonly hint?: string;
}

function faultsOf(statement: RawStatement): Fault[] {
  const { evidenceLevel: level, type, documents } = statement;
  const faults: Fault[] = [];
  if (type === "functional" && (level === "A" || level === "B")) {
    const text = `Level ${level} of a functional statement: expected C, D or E, because it is about no cohort of patients.`;
    faults.push({ text, part: ["evidenceLevel"] });
  }
  if (level !== "E" && documents.length === 0) {
    const text = `Level ${level} without a document: expected at least one.`;
    faults.push({ text, part: ["documents"], hint: "Name what says so, or state level E." });
  }
  const standing = type === "predictive" ? (statement.approvals ?? []) : [];
  if (standing.some(({ status }) => status !== "withdrawn") && level !== "A") {
    const text = `Level ${level} of an approved use: expected A.`;
    const hint = "A label of exactly this alteration, tumor and therapy is level A.";
    faults.push({ text, part: ["evidenceLevel"], hint });
  }
  const official = documents.find((id) => /^(LABEL|GUIDELINE):/.test(id));
  if (official !== undefined && level !== "A" && level !== "B") {
    const text = `Level ${level} with "${official}": expected A or B.`;
    faults.push({ text, part: ["evidenceLevel"] });
  }
  return faults;
}
