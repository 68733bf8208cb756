/** What a layer says about the layers below it: what it replaces and what it takes away, each with the reason. */
import * as z from "zod";
import { dayField, label } from "./schema-fields.ts";

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
    $schema: z.string().optional(),
    overrides: z.array(
      z
        .strictObject({
          kind: z.enum(entryKinds),
          id: z
            .string()
            .min(1)
            .describe("of the entry below; the symbol of a gene, the name of a source"),
          action: z
            .enum(["replace", "remove"])
            .describe("replace: by the entry of this id in this layer; remove: statements only"),
          reason: z.string().min(10).max(300),
          curator: label,
          date: dayField,
        })
        .refine(({ kind, action }) => action === "replace" || kind === "statement", {
          error: "only statements can be removed",
          path: ["action"],
        }),
    ),
  })
  .meta({ title: "metaction overrides of a layer" });

export type OverridesFile = z.infer<typeof overridesFileSchema>;
export type Override = OverridesFile["overrides"][number];
