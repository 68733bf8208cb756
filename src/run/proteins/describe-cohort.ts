import type { ReferenceCohort } from "../../read/cohort/cohort.ts";
import { showText } from "../../read/show-text.ts";

/** `cohort breast COAD: 60 samples, missing values 4.2 %, disease`. */
export function describeCohort(cohort: ReferenceCohort): string {
  const { name, role, samples, removed, rows, aberrationNegative } = cohort;
  const missing = rows.reduce((sum, row) => sum + row.missing, 0);
  const cells = rows.reduce((sum, row) => sum + samples - row.leftOut, 0);
  const share = cells === 0 ? "" : `, missing values ${((100 * missing) / cells).toFixed(1)} %`;
  const facts = [
    `${samples} samples${share}`,
    ...(role === "not stated" ? [] : [role]),
    ...(removed.length === 0
      ? []
      : [`without the case itself (${removed.map(showText).join(", ")})`]),
    ...(aberrationNegative ? ["aberration-negative for each gene"] : []),
  ];
  return `cohort ${name}: ${facts.join(", ")}`;
}
