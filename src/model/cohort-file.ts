/** A reference cohort as one compact file, so that a case is compared without the matrix and without its samples' profiles. */
import * as z from "zod";
import { molecules } from "./alteration.ts";
import { cohortRoles } from "./cohort.ts";

export const cohortFormatName = "metaction-cohort";
export const cohortFormat = `${cohortFormatName}/1`;

/** Decimal places that values are rounded to. */
export const cohortDecimals = 3;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/**
 * Gene as in the source; phosphosite, empty for an amount; samples without a value; samples left out because their own aberration of
 * the gene is known; median of the rounded values, null without any; the values ascending in units of the last decimal place: the
 * first, then the steps to the next, with blanks between them; samples whose value lies below what is detected, absent for none.
 */
export type CohortFileRow = readonly [
  gene: string,
  site: string,
  missing: number,
  leftOut: number,
  median: number | null,
  values: string,
  notDetected?: number,
];

/** By hand: a schema takes longer over ten thousand rows than reading them. */
function isRow(row: unknown): row is CohortFileRow {
  if (!Array.isArray(row) || row.length < 6 || row.length > 7) return false;
  const [gene, site, missing, leftOut, median, values, notDetected = 0]: readonly unknown[] = row;
  return (
    typeof gene === "string" &&
    gene !== "" &&
    typeof site === "string" &&
    isCount(missing) &&
    isCount(leftOut) &&
    isCount(notDetected) &&
    (median === null || Number.isFinite(median)) &&
    typeof values === "string"
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export const cohortFileSchema = z.strictObject({
  molecule: z.enum([...molecules, "kinase-activity"]),
  scale: z.strictObject({ name: z.string().min(1), decidedBy: z.string() }),
  decimals: z.literal(cohortDecimals),
  sources: z.array(z.strictObject({ file: z.string(), sha256: digest, bytes: count })).min(1),
  cohorts: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        role: z.enum(cohortRoles),
        disease: z.string().nullable(),
        tissue: z.string().nullable(),
        aberrationNegative: z.boolean(),
        samples: z
          .array(z.string().regex(/^[0-9a-f]{16}$/))
          .describe("start of the SHA-256 of each sample's name: shows that a case is among them"),
        rows: z.custom<readonly CohortFileRow[]>(
          (rows) => Array.isArray(rows) && rows.every(isRow),
        ),
      }),
    )
    .min(1),
});
export type CohortFileContent = z.infer<typeof cohortFileSchema>;
