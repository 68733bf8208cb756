import * as z from "zod";
import { fileKinds } from "../folder/file-kinds.ts";

/** Any file of a knowledgebase folder; the keys say which. */
const anyFile = z.union(fileKinds.map(({ schema }) => schema)).meta({
  title: "metaction knowledgebase file",
  description:
    "Statements of one gene, therapies, diseases, documents, genes, verification rules, the manifest, accepted problems or what a layer overrides.",
});

/**
 * JSON Schema (draft 2020-12) for editors. The shapes of constraints come from the list of rules. That a
 * fusion names a partner, and that references resolve, a schema cannot say: the loader checks it.
 */
export function knowledgebaseJsonSchema(): unknown {
  return z.toJSONSchema(anyFile, { target: "draft-2020-12", io: "input" });
}
