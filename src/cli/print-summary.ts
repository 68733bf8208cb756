import { basename } from "node:path";
import type { Report, Target } from "../model/report.ts";
import { flagWords } from "../report/render/describe-evidence.ts";
import { describeVerdict } from "../report/render/describe-verification.ts";
import { nameSome } from "../report/render/name-some.ts";
import { type Voice, visible } from "./terminal.ts";
import type { PlannedOutput } from "./write-reports.ts";

const shownTargets = 5;
/** More alterations of a target than these are counted. */
const shownAlterations = 5;

function targetLine(target: Target, color: Voice["color"]): string {
  const tier =
    target.amp.tier === null
      ? "no tier"
      : `tier ${target.amp.tier}${target.amp.level ? `-${target.amp.level}` : ""}`;
  const paint =
    target.amp.tier === "I" ? color.green : target.amp.tier === "II" ? color.cyan : color.dim;
  const labels = target.alterations.map((alteration) => alteration.label);
  const alterations = nameSome(labels, shownAlterations, " + ");
  const flags = flagWords(target);
  const flagged = flags.length === 0 ? "" : color.yellow(`; flags: ${visible(flags.join(", "))}`);
  return `${String(target.rank).padStart(3)}  ${paint(tier.padEnd(9))} ${visible(target.therapy.label)} ${color.dim("for")} ${visible(alterations)}${color.dim(`; protein: ${visible(describeVerdict(target))}`)}${flagged}`;
}

const countedKinds = [
  ["variants", "variants"],
  ["proteins", "proteins"],
  ["copyNumber", "copy numbers"],
  ["structuralVariants", "structural variants"],
  ["fusions", "fusions"],
  ["status", "status"],
  ["ihc", "stains"],
  ["callable", "callability"],
  ["prior", "lines of the history"],
  ["outside", "outside calls"],
] as const satisfies readonly (readonly [keyof Report["counts"], string])[];

function countsLine(report: Report): string[] {
  return countedKinds.flatMap(([kind, name]) => {
    const counts = report.counts[kind] ?? null;
    return counts === null
      ? []
      : [
          `${name}: ${counts.read} read = ${counts.matched} matched + ${counts.notMatched} not matched + ${counts.setAside} set aside + ${counts.refused} refused`,
        ];
  });
}

/** The last lines on stderr: the top of the ranking, the counts that add up, and where the files are. */
export function printSummary(
  report: Report,
  outputs: readonly PlannedOutput[],
  voice: Voice,
): void {
  const { color } = voice;
  const shown = report.targets.slice(0, shownTargets);
  voice.say(
    color.bold(
      shown.length === 0
        ? `${report.case.id}: no actionable target found`
        : `${report.case.id}: ${report.targets.length} drug ${report.targets.length === 1 ? "target" : "targets"}, best first:`,
    ),
  );
  for (const target of shown) voice.say(targetLine(target, color));
  const blocked = report.blocked.filter((entry) => entry.kind === "blocked");
  if (blocked.length > 0) {
    const names = blocked.slice(0, shownTargets).map((entry) => entry.therapy.label);
    const more = blocked.length > names.length ? ` and ${blocked.length - names.length} more` : "";
    voice.say(color.red(`blocked by resistance: ${visible(names.join(", "))}${more}`));
  }
  for (const entry of report.notAssessed) {
    voice.say(color.dim(`not assessed: ${visible(entry.what)}`));
  }
  for (const line of countsLine(report)) voice.say(line);
  const files = outputs.flatMap((output) => (output.path === null ? [] : [basename(output.path)]));
  if (files.length > 0) voice.say(`written: ${files.map(visible).join(", ")}`);
}
