/** What a layer says about the layers below it: what it replaces and what it takes away, each with the reason. */
import * as z from "zod";
import { $schema, dayField, label } from "./schema-fields.ts";

export const entryKinds = [
  "statement",
  "variant",
  "therapy",
  "disease",
  "document",
  "gene",
  "source",
  "verification-rule",
] as const;
export type EntryKind = (typeof entryKinds)[number];

export const overridesFileSchema = z
  .strictObject({
    $schema,
    overrides: z
      .array(
        z
          .strictObject({
            kind: z.enum(entryKinds).describe("what the entry below is"),
            id: z
              .string()
              .min(1)
              .describe("of the entry below; the symbol of a gene, the name of a source"),
            action: z
              .enum(["replace", "remove"])
              .describe("replace: by the entry of this id in this layer; remove: statements only"),
            reason: z.string().min(10).max(300).describe("why, in words; a report prints it"),
            curator: label.describe("who decided it"),
            date: dayField.describe("the day of the decision"),
          })
          .refine(({ kind, action }) => action === "replace" || kind === "statement", {
            error: "only statements can be removed",
            path: ["action"],
          }),
      )
      .describe("entries of the layers below that this one replaces or removes"),
  })
  .meta({ title: "metaction overrides of a layer" });

export type OverridesFile = z.infer<typeof overridesFileSchema>;
export type Override = OverridesFile["overrides"][number];
