import { join } from "node:path";
import type * as z from "zod";
import { listFiles, readRegularFile } from "../../io/read-files.ts";
import type { Problem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import { acceptedFileSchema, acceptProblems } from "./accepted-problems.ts";
import { checks } from "../checks/checks.ts";
import type { Content } from "../content.ts";
import { findStrangers } from "./find-strangers.ts";
import {
  contentOf,
  type GeneModels,
  type KnowledgebaseFolder,
  type SourceFile,
} from "./knowledgebase-folder.ts";
import { overridesFileSchema } from "../schema/schema-overrides.ts";
import { checkShape } from "./schema-problems.ts";
import { verificationFileSchema } from "../schema/schema-verification.ts";
import {
  diseasesFileSchema,
  documentsFileSchema,
  geneFileSchema,
  genesFileSchema,
  manifestSchema,
  therapiesFileSchema,
} from "../schema/schema.ts";
import { keepSoundEntries } from "./sound-entries.ts";
import { parseStrictJson } from "./strict-json.ts";

/** What became of a folder: its content when no error was found, and every problem. */
export interface CheckedFolder {
  readonly content: Content | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks a knowledgebase folder, or a layer over `below`. Throws a `Refusal` of kind knowledgebase with every problem of
 * every file at once.
 */
export async function readFolder(
  path: string,
  below: Content | null = null,
): Promise<{ content: Content; warnings: readonly Problem[] }> {
  const { content, problems } = await checkFolder(path, below);
  if (content === null) throw new Refusal("knowledgebase", problems);
  return { content, warnings: problems };
}

/**
 * Finds every problem of a folder. The checks across files see the statement files that are sound by
 * themselves, and run only when what all of them refer to is sound. A layer over `below` may lack every file but the
 * manifest, and refers to what lies below. Coordinates are held to their sequences where `models` are given.
 */
export async function checkFolder(
  path: string,
  below: Content | null = null,
  models: GeneModels | null = null,
): Promise<CheckedFolder> {
  const problems: Problem[] = [];
  const reader = makeReader(path, problems, below !== null);
  const manifest = await reader.read("manifest.json", manifestSchema);
  const therapies = await reader.readPart("therapies.json", therapiesFileSchema, { therapies: [] });
  const diseases = await reader.readPart("diseases.json", diseasesFileSchema, noDiseases);
  const documents = await reader.readPart("documents.json", documentsFileSchema, { documents: [] });
  const genes = await reader.readPart("genes.json", genesFileSchema, { genes: [] });
  const statements = await reader.readAll("statements", geneFileSchema);
  problems.push(...(await findStrangers(path)));
  const accepted = await reader.readOptional("accepted.json", acceptedFileSchema, { accepted: [] });
  const overrides = await reader.readOptional("overrides.json", overridesFileSchema, {
    overrides: [],
  });
  const verification = await reader.readOptional(
    "verification-rules.json",
    verificationFileSchema,
    { rules: [] },
  );
  if (!manifest || !therapies || !diseases || !documents || !genes) {
    return { content: null, problems };
  }
  if (!accepted || !overrides || !verification) return { content: null, problems };
  const isComplete = problems.length === 0;
  const entities = { therapies, diseases, documents, genes };
  const parts = { statements, overrides, verification, models, below, isComplete };
  const folder: KnowledgebaseFolder = { manifest, ...entities, ...parts };
  const files = [manifest, ...Object.values(entities), verification, ...statements];
  const found = checks.flatMap((check) => check(folder));
  const known = { hasSequences: models !== null, isComplete };
  problems.push(...acceptProblems(found, files, accepted, known));
  const isRefused = problems.some((problem) => problem.severity === "error");
  return { content: isRefused ? null : contentOf(folder), problems };
}

const noDiseases = { nodes: [], solid: [] };

/** What lacks most files may be meant as a layer; a link to a file of statements that leads nowhere is none. */
function adviseLayer(problem: Problem): Problem {
  const file = problem.where?.file ?? "";
  const isPart = problem.code === "file-missing" && file !== "manifest.json" && !file.includes("/");
  if (!isPart) return problem;
  const hint =
    "A layer need not have it: check it with --over ours, use it with --kb ours before it.";
  return { ...problem, hint };
}

/** A file that need not be there: of a layer, everything that it does not add to. */
function absent<T>(name: string, data: T): SourceFile<T> {
  return { name, data, where: () => ({ file: name }) };
}

function makeReader(root: string, problems: Problem[], isLayer: boolean) {
  /** Runs a step of reading `name`; what the file system refuses is a fault of the knowledgebase. */
  async function attempt<T>(name: string, step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const named = error.problems.map((problem) => ({ ...problem, where: { file: name } }));
      problems.push(...(isLayer ? named : named.map(adviseLayer)));
      return undefined;
    }
  }
  /** `partly`: of a file with faulty entries the sound ones are kept, so that one run tells everything. */
  async function read<T>(
    name: string,
    schema: z.ZodType<T>,
    partly = false,
  ): Promise<SourceFile<T> | undefined> {
    const bytes = await attempt(name, () => readRegularFile(join(root, name)));
    if (bytes === undefined) return undefined;
    const parsed = parseStrictJson(bytes, name);
    const shape = parsed.problems.length > 0 ? parsed : checkShape(parsed, schema);
    if ("problems" in shape) {
      problems.push(...shape.problems);
      if (!partly || parsed.problems.length > 0) return undefined;
      return keepSoundEntries(parsed, schema) ?? undefined;
    }
    return { name, data: shape.data, where: parsed.where };
  }
  async function readOptional<T>(
    name: string,
    schema: z.ZodType<T>,
    empty: T,
  ): Promise<SourceFile<T> | undefined> {
    const names = (await attempt(name, () => listFiles(root, ""))) ?? [];
    return names.includes(name) ? await read(name, schema) : absent(name, empty);
  }
  /** Names that end in .json, in order, whatever they are of, so that each is told by its own; none where there is no such folder in a layer. */
  async function listNames(folder: string): Promise<string[]> {
    try {
      const names = await listFiles(join(root, folder), "");
      return names.filter((name) => name.endsWith(".json"));
    } catch (error) {
      const isMissing =
        error instanceof Refusal && error.problems.some(({ code }) => code === "file-missing");
      if (isLayer && isMissing) return [];
      return (await attempt(folder, () => Promise.reject(error))) ?? [];
    }
  }
  return {
    read,
    readOptional,
    /** Of a layer, a file that may be absent. */
    async readPart<T>(
      name: string,
      schema: z.ZodType<T>,
      empty: T,
    ): Promise<SourceFile<T> | undefined> {
      return isLayer ? await readOptional(name, schema, empty) : await read(name, schema);
    },
    async readAll<T>(folder: string, schema: z.ZodType<T>): Promise<SourceFile<T>[]> {
      const names = await listNames(folder);
      const files: SourceFile<T>[] = [];
      for (const name of names) {
        const file = await read(`${folder}/${name}`, schema, true);
        if (file !== undefined) files.push(file);
      }
      return files;
    },
  };
}
