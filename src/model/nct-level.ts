/** Evidence levels of the NCT/DKTK molecular tumor boards (MASTER; 10.1002/ijc.32358; spec, clinical R4). */
import * as z from "zod";
import { nctLevels } from "./report-terms.ts";
import { reasonSchema } from "./reason-schema.ts";

export const nctLevelSchema = z.strictObject({
  level: z.enum(nctLevels).describe("from m1A, the strongest, to m4"),
  addenda: z
    .array(z.enum(["is(IHC)", "is(ISH)", "iv", "Z(EMA)", "Z(FDA)", "R"]))
    .describe(
      "is: in situ data of this tissue support it; iv: models of the same tumor do; Z: approved; R: resistance",
    ),
  label: z.string().describe("level and addenda, as a board writes them"),
  statements: z.array(z.string()).describe("that reach the level"),
  reason: reasonSchema.describe("with what had to be assumed"),
});
export type NctLevel = z.infer<typeof nctLevelSchema>;
