import { basename } from "node:path";
import { readText } from "../../io/read-files.ts";
import { writeToStream } from "../../io/write-output.ts";
import { nearest } from "../../model/nearest.ts";
import { type Refusal, refuse } from "../../model/refusal.ts";
import type { Report } from "../../model/report.ts";
import { parseReport } from "../../report/parse-report.ts";
import {
  describeBlockedPath,
  describeFindingPath,
  describeLesionPath,
  describeResistancePath,
  describeTargetPath,
  describeUnrankedPath,
} from "../../report/render/describe-path.ts";
import { explainWhyNot, type WhyNot } from "../../report/explain-why-not.ts";
import { listNames, rankOf, selectEntries } from "../../report/select-entries.ts";
import { type Terminal, visible } from "../terminal.ts";

/** Where the statements are that a report does not keep, for what was asked, else for anything. */
function whyNotNote(word: string): string {
  const asked = word === "" ? "GENE, or DRUG" : JSON.stringify(word);
  return `A stored report keeps the statements that are met, not those that are not. For these run: metaction explain case.json ${asked}`;
}

/** The text of a stored report; null for a case, a VCF or anything else, which is not read unless named .json. */
export async function readStoredReport(path: string): Promise<string | null> {
  if (!path.toLowerCase().endsWith(".json")) return null;
  const text = await readText(path);
  return text.includes('"schemaVersion"') ? text : null;
}

/** Prints the way from file and line to rank, or with `whyNot` what became of what is not ranked. Throws a `Refusal` when nothing in the report has the name. */
export async function explainStored(
  { text, path }: { text: string; path: string },
  words: readonly string[],
  { options, terminal }: { options: { format: string; whyNot?: boolean }; terminal: Terminal },
): Promise<void> {
  const report = parseReport(text, basename(path));
  const word = words.join(" ");
  if (options.whyNot === true && word !== "") {
    const fates = explainWhyNot(report, word);
    await writeToStream(
      terminal.stdout,
      options.format === "json" ? toJson(word, fates) : toText(word, fates),
    );
    return;
  }
  const selected = selectEntries(report, word);
  const { targets, blocked, findings, lesions, notRanked, resistance } = selected;
  if (word !== "" && Object.values(selected).every((entries) => entries.length === 0)) {
    throw notInReport(report, word, basename(path));
  }
  const note = options.whyNot === true ? [whyNotNote(word)] : [];
  const paths = [
    ...targets.map((target) => describeTargetPath(target, report.findings)),
    ...blocked.map((entry) => describeBlockedPath(entry, report.findings)),
    ...findings.map(describeFindingPath),
    ...lesions.map(describeLesionPath),
    ...resistance.map(describeResistancePath),
    ...notRanked.map(describeUnrankedPath),
    ...(note.length === 0 ? [] : [note]),
  ];
  const beside = report.lesions === undefined ? {} : { lesions, notRanked, resistance };
  const printed =
    options.format === "json"
      ? `${JSON.stringify({ targets, blocked, findings, ...beside, notes: note }, null, 2)}\n`
      : `${paths.map((lines) => lines.map(visible).join("\n")).join("\n\n")}\n`;
  await writeToStream(terminal.stdout, printed);
}

function notInReport(report: Report, word: string, file: string): Refusal {
  const rank = rankOf(word);
  if (rank !== null) {
    const last = report.targets.at(-1)?.rank;
    return refuse("usage", "not-in-report", `${file} has no target of rank ${rank}`, {
      hint: last === undefined ? "It ranks none." : `Its ranks are 1 to ${last}.`,
    });
  }
  const known = nearest(word, listNames(report), 1)[0];
  const isHeld = explainWhyNot(report, word).some(({ code }) => code !== "not-called");
  const hints = [
    ...(isHeld
      ? [`It tells what became of it: metaction explain ${file} "${word}" --why-not.`]
      : []),
    ...(isHeld || known === undefined ? [] : [`The nearest name in it is ${known}.`]),
    whyNotNote(word),
  ];
  return refuse("usage", "not-in-report", `${file} ranks and finds nothing named "${word}"`, {
    hint: hints.join(" "),
  });
}

const nothingHeld =
  "Nothing in the report is named so. A drug that is not in it has no statement that this case meets; an alteration was not called, or set aside unnamed; or the name is written otherwise.";

function toJson(word: string, fates: readonly WhyNot[]): string {
  const note = whyNotNote(word);
  const notes = fates.length === 0 ? [nothingHeld, note] : [note];
  return `${JSON.stringify({ whyNot: fates, notes }, null, 2)}\n`;
}

function toText(word: string, fates: readonly WhyNot[]): string {
  const told = fates.flatMap(({ what, happened, settledBy }) => [
    what,
    `  what happened: ${happened}`,
    ...(settledBy === null ? [] : [`  what would settle it: ${settledBy}`]),
    "",
  ]);
  const lines = [
    ...(fates.length === 0 ? [`${word}: ${nothingHeld}`, ""] : told),
    whyNotNote(word),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}
