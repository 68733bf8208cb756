import { join } from "node:path";
import { listFiles, listFolders, readBytes, readRegularFile } from "../../io/read-files.ts";
import { nearest } from "../../model/nearest.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import { isBuiltFile } from "../load/built-file.ts";
import { fileKinds } from "./file-kinds.ts";

const folderOfStatements = "statements";

/**
 * Warnings of what looks like a part of a knowledgebase folder and is read by nothing: `override.json`, `overrides.json.txt`,
 * `statements/BRAF.JSON`, statements in another folder. What they say would be passed over in silence. Built files may lie at the top, and
 * the importer's account of what it made.
 */
export async function findStrangers(root: string): Promise<Problem[]> {
  const parts = fileKinds.map((kind) => kind.path).filter((path) => !path.includes("/"));
  const known = new Set([...parts, "coverage.json"]);
  const folders = await listFolders(root);
  const inner = folders.includes(folderOfStatements) ? join(root, folderOfStatements) : null;
  const atTop = (await listFiles(root, "")).filter((name) => isJson(name) && !known.has(name));
  const ofStatements = inner === null ? [] : await listFiles(inner, "");
  const within = (name: string): string => `${folderOfStatements}/${name}`;
  const misnamed = ofStatements.filter((name) => isJson(name) && !name.endsWith(".json"));
  const strange = [
    ...folders.filter((name) => name !== folderOfStatements),
    ...(inner === null ? [] : await listFolders(inner)).map(within),
  ];
  return [
    ...(await dropBuilt(root, atTop)).map((name) =>
      tell(name, `Nothing reads the file ${name}.`, nearest(plainName(name), known, 1)[0]),
    ),
    ...misnamed
      .map(within)
      .map((name) => tell(name, `Nothing reads the file ${name}.`, plainName(name))),
    ...(await keepThoseOfStatements(root, strange)).map((name) =>
      tell(name, `Nothing reads the folder ${name}, which holds statements.`, folderOfStatements),
    ),
  ];
}

/** Also with the letters and endings that other programs give: `.JSON`, `.json.txt`, `.jsonc`; not the copies of editors. */
function isJson(name: string): boolean {
  return /^[^.].*\.json(?:\w*|\.txt)$/i.test(name);
}

async function dropBuilt(root: string, names: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const name of names) {
    if (!(await isBuilt(join(root, name)))) kept.push(name);
  }
  return kept;
}

/** What cannot be read is none: a pipe, a link that leads nowhere. */
async function isBuilt(path: string): Promise<boolean> {
  try {
    return isBuiltFile(await readRegularFile(path));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** `overrides.json.txt` as it was meant. */
function plainName(name: string): string {
  return name.replace(/\.json(?:\w*|\.txt)$/i, ".json");
}

/** The folders with a file that has the keys of a file of statements. */
async function keepThoseOfStatements(root: string, folders: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const folder of folders) {
    if (await holdsStatements(join(root, folder))) kept.push(folder);
  }
  return kept;
}

/** What cannot be opened is nothing of ours: the folder may be anybody's. */
async function holdsStatements(folder: string): Promise<boolean> {
  try {
    for (const name of await listFiles(folder, ".json")) {
      const text = (await readBytes(join(folder, name))).toString("latin1");
      if (/"gene"\s*:/.test(text) && /"statements"\s*:\s*\[/.test(text)) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function tell(name: string, text: string, meant: string | undefined): Problem {
  return makeProblem("kb-unknown-file", "warning", text, {
    where: { file: name },
    ...(meant === undefined ? {} : { hint: `Did you mean ${meant}?` }),
  });
}
