import type { ChalkInstance } from "chalk";
import { basename, join } from "node:path";
import { readText } from "../../io/read-files.ts";
import { writeToStream } from "../../io/write-output.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { compareText } from "../../model/order.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Report } from "../../model/report.ts";
import { compareRankings, type ReportChange } from "../../report/compare-rankings.ts";
import { compareLesionTables, type LesionChange } from "../../report/compare-lesion-tables.ts";
import { parseReport } from "../../report/parse-report.ts";
import { compareWithStored, isMadeWith } from "../../run/stored/compare-with-stored.ts";
import { findUntoldChanges } from "../../run/stored/find-untold-changes.ts";
import { interpretCase } from "../../run/interpret-case.ts";
import { replayReport } from "../../run/stored/replay-report.ts";
import { exitCodes } from "../exit-codes.ts";
import { formatLesionChange } from "../stored/format-lesion-change.ts";
import { formatRankingChange } from "../stored/format-ranking-change.ts";
import { makeRequest } from "../request/make-request.ts";
import { openModels } from "../knowledge/open-models.ts";
import { openOver } from "../knowledge/open-knowledgebase.ts";
import { readToolVersion } from "../print-version.ts";
import { makePaint, type Terminal, visible } from "../terminal.ts";

interface Impact {
  readonly path: string;
  readonly id: string;
  /** `case`: its files were read again; `stored report`: its findings were ranked again. */
  readonly from: "case" | "stored report";
  readonly changes: readonly ReportChange[];
  /** Of lesions beside the one to be treated, whose files only a case has. */
  readonly lesions: readonly LesionChange[];
  /** Genes of which a stored report does not tell what would change; why is among the caveats. */
  readonly notComparable: readonly string[];
  /** What keeps the answer from being complete. */
  readonly caveats: readonly string[];
}

/** Says which cases would get another ranking from a new knowledgebase, or layer over `over`. Resolves to 1 when one would, or when a stored report does not tell. */
export async function printImpact(
  [before, after, ...paths]: readonly string[],
  options: { format: "text" | "json"; over: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  const from = await openOver(before ?? "ours", options.over);
  const to = await openOver(after ?? "ours", options.over);
  const models = await openModels({});
  const impacts: Impact[] = [];
  for (const path of paths) impacts.push(await measure(path, { from, to, models }, terminal));
  const text =
    options.format === "json"
      ? `${JSON.stringify({ from: name(from), to: name(to), cases: impacts }, null, 2)}\n`
      : formatText(impacts, await makePaint(terminal));
  await writeToStream(terminal.stdout, text);
  return impacts.some((impact) => countChanges(impact) + impact.notComparable.length > 0)
    ? exitCodes.problems
    : exitCodes.done;
}

interface Pair {
  readonly models: Awaited<ReturnType<typeof openModels>>;
  readonly from: Knowledgebase;
  readonly to: Knowledgebase;
}

async function measure(path: string, pair: Pair, terminal: Terminal): Promise<Impact> {
  const casePath = await findCase(path);
  if (casePath === null)
    // It is held to its own ranking, made again, which tells more than whether its lists agree.
    return measureReport(
      path,
      parseReport(await readText(path), basename(path), { mayBeEdited: true }),
      pair,
    );
  const interpret = async (knowledgebase: Knowledgebase): Promise<Report> => {
    const request = await makeRequest(casePath, plainOptions, {
      stdin: terminal.stdin,
      toolVersion: await readToolVersion(),
    });
    return await interpretCase({ ...request, models: pair.models }, knowledgebase);
  };
  const [before, after] = [await interpret(pair.from), await interpret(pair.to)];
  const changes = compareRankings(before, after);
  const lesions = compareLesionTables(before, after);
  const { id } = before.case;
  return { path, id, from: "case", changes, lesions, notComparable: [], caveats: [] };
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

function measureReport(path: string, report: Report, pair: Pair): Impact {
  const { from, to, models } = pair;
  const replays = {
    from: replayReport(report, from, models),
    to: replayReport(report, to, models),
  };
  const untold = [
    ...compareWithStored(report, replays.from, from),
    ...findUntoldChanges(report, pair, replays),
  ];
  const { version, sha256, asOf } = report.knowledgebase;
  const madeAs = asOf === undefined ? "" : ` as of ${asOf.date}`;
  const caveats = isMadeWith(report, from)
    ? []
    : [
        `it was made with knowledgebase ${version} (sha256 ${sha256.slice(0, 12)})${madeAs}, which is not the first one`,
      ];
  return {
    path,
    id: report.case.id,
    from: "stored report",
    changes: compareRankings(replays.from, replays.to),
    lesions: [],
    notComparable: [...new Set(untold.flatMap(({ genes }) => genes))].toSorted(compareText),
    caveats: [...caveats, ...untold.map(({ reason }) => reason)],
  };
}

function name({ version, sha256 }: Knowledgebase): { version: string; sha256: string } {
  return { version, sha256 };
}

function countChanges({ changes, lesions }: Impact): number {
  return changes.length + lesions.length;
}

const limits =
  "A stored report keeps its findings only. Of the genes that are not comparable it does not tell what would change: give case.json or its folder for a sure answer.";

function formatText(impacts: readonly Impact[], paint: ChalkInstance): string {
  const lines = impacts.flatMap((impact) => {
    const { path, id, from, changes, lesions, notComparable, caveats } = impact;
    const isSame = countChanges(impact) + notComparable.length === 0;
    const color = isSame ? paint.green : paint.yellow;
    return [
      `${paint.bold(visible(id))} ${paint.dim(`(${from} ${visible(path)})`)}: ${color(visible(sayOutcome(impact)))}`,
      ...changes.map((change) => `  ${formatRankingChange(change, paint)}`),
      ...lesions.map((change) => `  ${visible(formatLesionChange(change))}`),
      ...caveats.map((caveat) => paint.dim(`  but ${visible(caveat)}`)),
    ];
  });
  const changed = impacts.filter((impact) => countChanges(impact) > 0).length;
  const untold = impacts.filter(({ notComparable }) => notComparable.length > 0).length;
  const total = `${changed} of ${impacts.length} would change${untold === 0 ? "" : `; ${untold} not comparable in full`}.`;
  const isStored = impacts.some(({ from }) => from === "stored report");
  return `${[...lines, total, ...(isStored ? [paint.dim(limits)] : [])].join("\n")}\n`;
}

/** `no change` is said of what can be compared alone. */
function sayOutcome(impact: Impact): string {
  const { notComparable } = impact;
  const count = countChanges(impact);
  const parts = [
    count === 0 ? "" : `${count} ${count === 1 ? "change" : "changes"}`,
    notComparable.length === 0 ? "" : `not comparable: ${notComparable.join(", ")}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "no change" : parts.join("; ");
}
