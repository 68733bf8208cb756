import { basename } from "node:path";
import { sha256 } from "../io/sha256.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { readBuiltFile } from "./built-file.ts";
import { canonicalText, type Content } from "./content.ts";
import type { Knowledgebase, Layer } from "./knowledgebase.ts";
import { findLayerFaults, layerContent } from "./layer-content.ts";
import { readUnlessFolder } from "./read-unless-folder.ts";
import { resolveContent } from "./resolve-content.ts";

/** One knowledgebase of several; the later one lies over the earlier ones. */
export interface LayerPath {
  /** As the report names it. */
  readonly name: string;
  readonly path: string;
}

/**
 * Loads layers, the lowest first; each statement says which one it is from. Throws a `Refusal` of kind knowledgebase with
 * every problem of a layer at once, an override that never fires among them.
 */
export async function loadLayers(
  paths: readonly LayerPath[],
  options: { report?: ReportProblem } = {},
): Promise<Knowledgebase> {
  const layers: Layer[] = [];
  const layerOf = new Map<string, string>();
  const merged = await mergeLayers(paths, options, (name, content) => {
    const ids = content.statements.flatMap((file) => file.statements.map(({ id }) => id));
    for (const id of ids) layerOf.set(id, name);
    const { version, date } = content.manifest;
    const digest = sha256(canonicalText(content));
    layers.push({ name, version, date, sha256: digest, statements: ids.length });
  });
  return resolveContent(merged, sha256(canonicalText(merged)), { layers, layerOf });
}

/** What layers say together, for a further one to be checked over. */
export async function loadContent(paths: readonly LayerPath[]): Promise<Content> {
  return await mergeLayers(paths, {}, () => {});
}

async function mergeLayers(
  paths: readonly LayerPath[],
  options: { report?: ReportProblem },
  take: (name: string, content: Content) => void,
): Promise<Content> {
  let merged: Content | null = null;
  for (const { name, path } of paths) {
    const content: Content = await readLayer(path, merged, options);
    take(name, content);
    merged = merged === null ? content : layerContent(merged, content);
  }
  if (merged === null) throw new Error("no layer is given");
  return merged;
}

async function readLayer(
  path: string,
  below: Content | null,
  { report }: { report?: ReportProblem },
): Promise<Content> {
  const bytes = await readUnlessFolder(path);
  if (bytes === null) {
    const { readFolder } = await import("./read-folder.ts");
    const { content, warnings } = await readFolder(path, below);
    for (const warning of warnings) report?.(warning);
    return content;
  }
  const file = basename(path);
  const { content } = readBuiltFile(bytes, file);
  const faults = below === null ? [] : findLayerFaults(below, content);
  if (faults.length === 0) return content;
  throw new Refusal(
    "knowledgebase",
    faults.map(({ code, text, hint }) =>
      makeProblem(code, "error", text, { hint, where: { file } }),
    ),
  );
}
