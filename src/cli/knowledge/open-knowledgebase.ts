import { basename, resolve } from "node:path";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { loadKnowledgebase } from "../../knowledgebase/load/load-knowledgebase.ts";
import type { ReportProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { bundledKnowledgebase } from "../bundled-files.ts";

/** The name by which the command line means the bundled knowledgebase. */
const ours = "ours";

/**
 * Opens what `--kb` names; nothing means the bundled one. Of several, each later one lies over the earlier ones. A single one
 * is loaded without what layers need. `asOf`: a day, to leave out what is dated later.
 */
export async function openKnowledgebase(
  paths: readonly string[],
  options: { report?: ReportProblem; asOf?: string | undefined } = {},
): Promise<Knowledgebase> {
  const knowledgebase = await openWhole(paths, options);
  if (options.asOf === undefined) return knowledgebase;
  const { knowledgebaseAsOf } = await import("../../knowledgebase/as-of.ts");
  return knowledgebaseAsOf(knowledgebase, options.asOf);
}

/** Opens one of two that are compared: as a layer over `over`, the lowest first, unless it is one of these itself. */
export async function openOver(path: string, over: readonly string[]): Promise<Knowledgebase> {
  const at = over.indexOf(path);
  return await openKnowledgebase(at === -1 ? [...over, path] : over.slice(0, at + 1));
}

async function openWhole(
  paths: readonly string[],
  options: { report?: ReportProblem },
): Promise<Knowledgebase> {
  const [first = ours, ...others] = paths;
  if (others.length === 0) return await loadKnowledgebase(pathOf(first), options);
  const { loadLayers } = await import("../../knowledgebase/load/load-layers.ts");
  return await loadLayers(nameLayers(paths), options);
}

/** Where a name leads. */
export function pathOf(path: string): string {
  return path === ours ? bundledKnowledgebase() : path;
}

/** Layers are called by the base names of their paths: a report holds no path. */
export function nameLayers(paths: readonly string[]): { name: string; path: string }[] {
  const layers = paths.map((path) => ({
    name: path === ours ? ours : basename(resolve(path)).replace(/\.json$/u, ""),
    path: pathOf(path),
  }));
  for (const [at, { name }] of layers.entries()) {
    if (layers.findIndex((other) => other.name === name) === at) continue;
    throw refuse("usage", "layer-twice", `two layers of --kb are called ${name}`, {
      hint: "Give each layer once, and copies of one name another name.",
    });
  }
  return layers;
}
