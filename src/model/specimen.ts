/** One lesion of the patient, as a case file tells of it (spec, clinical R12). */
import * as z from "zod";
import { evidenceInput } from "./evidence-input.ts";
import { lesionRoles } from "./verdict.ts";

export const purityInput = z
  .number()
  .gt(0)
  .max(1)
  .optional()
  .describe("fraction of tumor cells in the sample, 0 to 1");
export const ploidyInput = z
  .number()
  .gt(0)
  .max(20)
  .optional()
  .describe("mean copies of the tumor's genome");
const files = z.array(evidenceInput).optional();

export const specimenSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .describe("name of the lesion in the report"),
  role: z.enum(lesionRoles).describe("primary tumor or metastasis"),
  site: z.string().min(1).max(80).optional().describe("where it was"),
  date: z.iso.date().optional().describe("of the biopsy, YYYY-MM-DD"),
  variants: z.string().min(1).optional().describe("VCF, MAF or list of changes, plain or gzip"),
  tumorSample: z
    .string()
    .min(1)
    .optional()
    .describe("its sample; one file may serve several specimens"),
  tumorAfTag: z.string().min(1).optional().describe("INFO key of the tumor allele fraction"),
  tumorDpTag: z.string().min(1).optional().describe("INFO key of the tumor depth"),
  cnv: files.describe("copy numbers of this lesion"),
  sv: files.describe("structural variants of this lesion"),
  fusion: files.describe("fusions of this lesion"),
  callable: files.describe("what was read well enough to call: panel BED, gVCF"),
  purity: purityInput,
  ploidy: ploidyInput,
  depth: z
    .int()
    .min(1)
    .optional()
    .describe("least reads at the places of a callable file that states no depth, such as a BED"),
  expectedVaf: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe("allele fraction of a variant that all its tumor cells carry; default: by purity"),
});
export type SpecimenInput = z.infer<typeof specimenSchema>;

/** What tells a lesion from the others. */
export type LesionFacts = Pick<SpecimenInput, "id" | "role" | "site" | "date">;
