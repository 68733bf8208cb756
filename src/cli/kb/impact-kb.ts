import type { ChalkInstance } from "chalk";
import { basename, join } from "node:path";
import { readText } from "../../io/read-files.ts";
import { writeToStream } from "../../io/write-output.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Report } from "../../model/report.ts";
import { compareReports, type Ranking, type RankingChange } from "../../report/compare-reports.ts";
import { parseReport } from "../../report/parse-report.ts";
import { interpretCase } from "../../run/interpret-case.ts";
import { replayReport } from "../../run/replay-report.ts";
import { exitCodes } from "../exit-codes.ts";
import { formatRankingChange } from "../format-ranking-change.ts";
import { makeRequest } from "../make-request.ts";
import { openModels } from "../open-models.ts";
import { openKnowledgebase } from "../open-knowledgebase.ts";
import { readToolVersion } from "../print-version.ts";
import { makePaint, type Terminal, visible } from "../terminal.ts";

interface Impact {
  readonly path: string;
  readonly id: string;
  /** `case`: its files were read again; `stored report`: its findings were ranked again. */
  readonly from: "case" | "stored report";
  readonly changes: readonly RankingChange[];
  /** What keeps the answer from being complete. */
  readonly caveats: readonly string[];
}

/** Says which cases would get another ranking from a new knowledgebase. Resolves to 1 when one would. */
export async function printImpact(
  [before, after, ...paths]: readonly string[],
  options: { format: "text" | "json" },
  terminal: Terminal,
): Promise<number> {
  const from = await openKnowledgebase([before ?? "ours"]);
  const to = await openKnowledgebase([after ?? "ours"]);
  const models = await openModels({});
  const impacts: Impact[] = [];
  for (const path of paths) impacts.push(await measure(path, { from, to, models }, terminal));
  const text =
    options.format === "json"
      ? `${JSON.stringify({ from: name(from), to: name(to), cases: impacts }, null, 2)}\n`
      : formatText(impacts, await makePaint(terminal));
  await writeToStream(terminal.stdout, text);
  return impacts.some(({ changes }) => changes.length > 0) ? exitCodes.problems : exitCodes.done;
}

interface Pair {
  readonly models: Awaited<ReturnType<typeof openModels>>;
  readonly from: Knowledgebase;
  readonly to: Knowledgebase;
}

async function measure(path: string, pair: Pair, terminal: Terminal): Promise<Impact> {
  const casePath = await findCase(path);
  if (casePath === null)
    return measureReport(path, parseReport(await readText(path), basename(path)), pair);
  const interpret = async (knowledgebase: Knowledgebase): Promise<Report> => {
    const request = await makeRequest(casePath, plainOptions, {
      stdin: terminal.stdin,
      toolVersion: await readToolVersion(),
    });
    return await interpretCase({ ...request, models: pair.models }, knowledgebase);
  };
  const [before, after] = [await interpret(pair.from), await interpret(pair.to)];
  const changes = compareReports(before, after);
  return { path, id: before.case.id, from: "case", changes, caveats: [] };
}

const plainOptions = { protein: [], includeFiltered: false, strict: false, allowTruncated: false };

/** The case file that a path means: itself, or the one in a folder; null for a stored report. */
async function findCase(path: string): Promise<string | null> {
  try {
    return (await readText(path)).includes('"schemaVersion"') ? null : path;
  } catch (error) {
    const isFolder =
      error instanceof Refusal && error.problems.some(({ code }) => code === "file-is-folder");
    if (!isFolder) throw error;
    return join(path, "case.json");
  }
}

function measureReport(path: string, report: Report, { from, to }: Pair): Impact {
  const [before, after] = [replayReport(report, from), replayReport(report, to)];
  const caveats = [
    ...(report.knowledgebase.sha256 === from.sha256
      ? compareWithStored(report, before)
      : [
          `it was made with knowledgebase ${report.knowledgebase.version} (sha256 ${report.knowledgebase.sha256.slice(0, 12)}), which is not the first one`,
        ]),
    ...before.lost.map(({ label }) => `the finding ${label} cannot be rebuilt from it`),
  ];
  const changes = compareReports(before, after);
  return { path, id: report.case.id, from: "stored report", changes, caveats };
}

/** A replay with the knowledgebase of the report must give its ranking, else what is derived from it is not sure. */
function compareWithStored(report: Report, replayed: Ranking): string[] {
  const differences = compareReports(report, replayed);
  if (differences.length === 0) return [];
  const names = [...new Set(differences.map(({ therapy }) => therapy))];
  return [
    `its findings alone do not give its ranking again (${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}): give the case for a sure answer`,
  ];
}

function name({ version, sha256 }: Knowledgebase): { version: string; sha256: string } {
  return { version, sha256 };
}

const limits =
  "A stored report keeps its findings only: a statement about a gene that was in no knowledgebase then, about a protein that was no outlier, or about wild type can change a case and not be seen here. Give case.json or its folder for a sure answer.";

function formatText(impacts: readonly Impact[], paint: ChalkInstance): string {
  const lines = impacts.flatMap(({ path, id, from, changes, caveats }) => {
    const count =
      changes.length === 0
        ? "no change"
        : `${changes.length} ${changes.length === 1 ? "change" : "changes"}`;
    const color = changes.length === 0 ? paint.green : paint.yellow;
    return [
      `${paint.bold(visible(id))} ${paint.dim(`(${from} ${visible(path)})`)}: ${color(count)}`,
      ...changes.map((change) => `  ${formatRankingChange(change, paint)}`),
      ...caveats.map((caveat) => paint.dim(`  but ${visible(caveat)}`)),
    ];
  });
  const changed = impacts.filter(({ changes }) => changes.length > 0).length;
  const total = `${changed} of ${impacts.length} would change.`;
  const isStored = impacts.some(({ from }) => from === "stored report");
  return `${[...lines, total, ...(isStored ? [paint.dim(limits)] : [])].join("\n")}\n`;
}
