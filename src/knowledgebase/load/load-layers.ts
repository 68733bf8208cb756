import { basename } from "node:path";
import { sha256 } from "../../io/sha256.ts";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import { readBuiltFile } from "./built-file.ts";
import { canonicalText, type Content } from "../content.ts";
import type { Knowledgebase, Layer } from "../knowledgebase.ts";
import { findLayerFaults, layerContent } from "./layer-content.ts";
import { problemsToTell } from "./problems-to-tell.ts";
import { readUnlessFolder } from "./read-unless-folder.ts";
import { resolveContent } from "./resolve-content.ts";

/** One knowledgebase of several; the later one lies over the earlier ones. */
export interface LayerPath {
  /** As the report names it. */
  readonly name: string;
  readonly path: string;
}

/**
 * Loads layers, the lowest first; each statement says which one it is from, and a notice to `report` what a layer removes and replaces. Throws
 * a `Refusal` of kind knowledgebase with every problem of a layer at once, an override that never fires among them.
 */
export async function loadLayers(
  paths: readonly LayerPath[],
  options: { report?: ReportProblem } = {},
): Promise<Knowledgebase> {
  const layers: Layer[] = [];
  const layerOf = new Map<string, string>();
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
    options.report?.(problem);
  };
  const merged = await mergeLayers(paths, { report }, (name, content) => {
    const ids = content.statements.flatMap((file) => file.statements.map(({ id }) => id));
    for (const id of ids) layerOf.set(id, name);
    const { version, date } = content.manifest;
    const digest = sha256(canonicalText(content));
    layers.push({ name, version, date, sha256: digest, statements: ids.length });
  });
  const resolved = resolveContent(merged, sha256(canonicalText(merged)), { layers, layerOf });
  return Object.assign(resolved, { problems: problemsToTell(problems) });
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
    for (const notice of tellOverrides(name, content)) options.report?.(notice);
    merged = merged === null ? content : layerContent(merged, content);
  }
  if (merged === null) throw new Error("no layer is given");
  return merged;
}

/** Overrides that a notice names one by one. */
const named = 5;

/** What a layer takes from those below is in no list of what is met, so that a reader of the report would not know of it. */
function tellOverrides(file: string, { overrides = [] }: Content): Problem[] {
  if (overrides.length === 0) return [];
  const each = overrides
    .slice(0, named)
    .map(
      ({ action, kind, id, reason, curator, date }) =>
        `${action}s the ${kind} ${id} (${curator}, ${date}: ${reason})`,
    );
  const more = overrides.length > named ? [`and ${overrides.length - named} more`] : [];
  return [
    makeProblem("kb-overrides", "notice", `The layer ${file} ${[...each, ...more].join("; ")}`, {
      where: { file },
    }),
  ];
}

async function readLayer(
  path: string,
  below: Content | null,
  { report }: { report?: ReportProblem },
): Promise<Content> {
  const bytes = await readUnlessFolder(path);
  if (bytes === null) {
    const { readFolder } = await import("../folder/read-folder.ts");
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
