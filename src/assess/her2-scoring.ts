/** By which criteria a stain of HER2 is scored depends on the tumor (ASCO/CAP for breast cancer; ASCO, CAP and ASCP for gastric cancer). */
import type { Reason } from "../model/verdict.ts";
import type { Verification } from "../model/verification.ts";
import type { CaseContext } from "./case-context.ts";

const breast = "DOID:1612";
const gastric = ["DOID:10534", "DOID:0080374", "DOID:4914"];
const grades: ReadonlySet<string> = new Set(["1+", "2+", "3+"]);

/** True for a case of breast cancer, whose criteria for HER2 are those of ASCO/CAP. */
export function isBreast({
  caseDisease,
  index,
}: {
  readonly caseDisease: string | null;
  readonly index: Pick<CaseContext["index"], "includesDisease">;
}): boolean {
  return caseDisease !== null && index.includesDisease(breast, caseDisease);
}

/** Where a verdict rests on a grade of HER2 in another tumor than breast cancer: that the grade has other criteria there, or none. */
export function findScoringCaveats(
  { measurements }: Pick<Verification, "measurements">,
  { caseDisease, index }: Pick<CaseContext, "caseDisease" | "index">,
): Reason[] {
  const isGraded = measurements.some(
    ({ gene, assay, seen }) => gene === "ERBB2" && assay === "ihc" && grades.has(seen),
  );
  const isIn = (wider: string): boolean =>
    caseDisease !== null && index.includesDisease(wider, caseDisease);
  if (!isGraded || isBreast({ caseDisease, index })) return [];
  const text = gastric.some(isIn)
    ? "HER2 is scored in gastric and esophageal adenocarcinoma by criteria of their own (other membranes and fewer cells than in breast cancer): ask by which ones the stain was read."
    : "Grades of HER2 are defined for breast cancer, and otherwise for gastric cancer; for this tumor type no scoring is known here: ask by which criteria the stain was read.";
  return [{ code: "her2-scoring", text }];
}
