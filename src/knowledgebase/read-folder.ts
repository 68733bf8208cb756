import { join } from "node:path";
import type * as z from "zod";
import { listFiles, readBytes } from "../io/read-files.ts";
import type { Problem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { type AcceptedFile, acceptedFileSchema, acceptProblems } from "./accepted-problems.ts";
import { checks } from "./checks/checks.ts";
import type { Content } from "./content.ts";
import type { KnowledgebaseFolder, SourceFile } from "./knowledgebase-folder.ts";
import { checkShape } from "./schema-problems.ts";
import {
  diseasesFileSchema,
  documentsFileSchema,
  geneFileSchema,
  genesFileSchema,
  manifestSchema,
  therapiesFileSchema,
} from "./schema.ts";
import { parseStrictJson } from "./strict-json.ts";

/** What became of a folder: its content when no error was found, and every problem. */
export interface CheckedFolder {
  readonly content: Content | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks a knowledgebase folder. Throws a `Refusal` of kind knowledgebase with every problem of
 * every file at once.
 */
export async function readFolder(
  path: string,
): Promise<{ content: Content; warnings: readonly Problem[] }> {
  const { content, problems } = await checkFolder(path);
  if (content === null) throw new Refusal("knowledgebase", problems);
  return { content, warnings: problems };
}

/**
 * Finds every problem of a folder. The checks across files see the statement files that are sound by
 * themselves, and run only when what all of them refer to is sound.
 */
export async function checkFolder(path: string): Promise<CheckedFolder> {
  const problems: Problem[] = [];
  const reader = makeReader(path, problems);
  const manifest = await reader.read("manifest.json", manifestSchema);
  const therapies = await reader.read("therapies.json", therapiesFileSchema);
  const diseases = await reader.read("diseases.json", diseasesFileSchema);
  const documents = await reader.read("documents.json", documentsFileSchema);
  const genes = await reader.read("genes.json", genesFileSchema);
  const statements = await reader.readAll("statements", geneFileSchema);
  if (!manifest || !therapies || !diseases || !documents || !genes) {
    return { content: null, problems };
  }
  const isComplete = problems.length === 0;
  const entities = { therapies, diseases, documents, genes };
  const folder: KnowledgebaseFolder = { manifest, ...entities, statements, isComplete };
  const accepted = (await reader.readOptional("accepted.json", acceptedFileSchema)) ?? none;
  const files = [manifest, ...Object.values(entities), ...statements];
  const found = checks.flatMap((check) => check(folder));
  problems.push(...(isComplete ? acceptProblems(found, files, accepted) : found));
  const isRefused = problems.some((problem) => problem.severity === "error");
  return { content: isRefused ? null : contentOf(folder), problems };
}

const none: SourceFile<AcceptedFile> = {
  name: "accepted.json",
  data: { accepted: [] },
  where: () => ({ file: "accepted.json" }),
};

function contentOf(folder: KnowledgebaseFolder): Content {
  return {
    manifest: folder.manifest.data,
    genes: folder.genes.data.genes,
    therapies: folder.therapies.data.therapies,
    diseases: folder.diseases.data,
    documents: folder.documents.data.documents,
    statements: folder.statements.map((file) => file.data),
  };
}

function makeReader(root: string, problems: Problem[]) {
  /** Runs a step of reading; what the file system refuses is a fault of the knowledgebase. */
  async function attempt<T>(step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  }
  async function read<T>(name: string, schema: z.ZodType<T>): Promise<SourceFile<T> | undefined> {
    const bytes = await attempt(() => readBytes(join(root, name)));
    if (bytes === undefined) return undefined;
    const parsed = parseStrictJson(bytes, name);
    const shape = parsed.problems.length > 0 ? parsed : checkShape(parsed, schema);
    if ("problems" in shape) {
      problems.push(...shape.problems);
      return undefined;
    }
    return { name, data: shape.data, where: parsed.where };
  }
  return {
    read,
    /** Undefined when there is no such file. */
    async readOptional<T>(name: string, schema: z.ZodType<T>): Promise<SourceFile<T> | undefined> {
      const names = (await attempt(() => listFiles(root, ".json"))) ?? [];
      return names.includes(name) ? await read(name, schema) : undefined;
    },
    async readAll<T>(folder: string, schema: z.ZodType<T>): Promise<SourceFile<T>[]> {
      const names = (await attempt(() => listFiles(join(root, folder), ".json"))) ?? [];
      const files: SourceFile<T>[] = [];
      for (const name of names) {
        const file = await read(`${folder}/${name}`, schema);
        if (file !== undefined) files.push(file);
      }
      return files;
    },
  };
}
