/** The kinds of files in a knowledgebase folder, known by a key that only they have. */
import type * as z from "zod";
import { acceptedFileSchema } from "./accepted-problems.ts";
import {
  diseasesFileSchema,
  documentsFileSchema,
  geneFileSchema,
  genesFileSchema,
  manifestSchema,
  therapiesFileSchema,
} from "../schema/schema.ts";
import { overridesFileSchema } from "../schema/schema-overrides.ts";
import { verificationFileSchema } from "../schema/schema-verification.ts";

export interface FileKind {
  /** As in `kb schema <id>` and `schemas/<id>.schema.json`. */
  readonly id:
    | "statements"
    | "therapies"
    | "diseases"
    | "documents"
    | "genes"
    | "manifest"
    | "accepted"
    | "overrides"
    | "verification-rules";
  /** Path in the folder; `*` stands for a gene. */
  readonly path: string;
  /** A key at the top that no other kind has. */
  readonly key: string;
  readonly schema: z.ZodType;
}

export const fileKinds: readonly FileKind[] = [
  { id: "statements", path: "statements/*.json", key: "statements", schema: geneFileSchema },
  { id: "therapies", path: "therapies.json", key: "therapies", schema: therapiesFileSchema },
  { id: "diseases", path: "diseases.json", key: "nodes", schema: diseasesFileSchema },
  { id: "documents", path: "documents.json", key: "documents", schema: documentsFileSchema },
  { id: "genes", path: "genes.json", key: "genes", schema: genesFileSchema },
  { id: "manifest", path: "manifest.json", key: "schemaVersion", schema: manifestSchema },
  { id: "accepted", path: "accepted.json", key: "accepted", schema: acceptedFileSchema },
  { id: "overrides", path: "overrides.json", key: "overrides", schema: overridesFileSchema },
  {
    id: "verification-rules",
    path: "verification-rules.json",
    key: "rules",
    schema: verificationFileSchema,
  },
];
