/** What two reports of a case were made with: the possible causes of a difference between their rankings. */
import { compareText } from "../model/order.ts";
import type { Report, ReportInput } from "../model/report.ts";

export interface OriginChange {
  readonly origin: "data" | "case" | "settings" | "knowledgebase" | "tool";
  /** What changed, a phrase each; never empty. */
  readonly details: readonly string[];
}

/** Settings that follow from the case or the variant file, which are compared themselves. */
const derived = new Set(["tumor-type", "allele fraction and depth"]);

/** What differs, in the order data, case, settings, knowledgebase, tool; empty when both were made with the same. */
export function compareOrigins(before: Report, after: Report): OriginChange[] {
  const given = (report: Report) => ({
    id: report.case.id,
    "tumor type": report.case.tumorType?.given ?? "none",
    "biopsy site": report.case.biopsySite ?? "none",
  });
  const all: OriginChange[] = [
    { origin: "data", details: compareInputs(dataOf(before), dataOf(after)) },
    { origin: "case", details: compareEntries(given(before), given(after)) },
    { origin: "settings", details: compareEntries(chosen(before), chosen(after)) },
    {
      origin: "knowledgebase",
      details: step("", nameKnowledgebase(before), nameKnowledgebase(after)),
    },
    { origin: "tool", details: step("", before.tool.version, after.tool.version) },
  ];
  const changed = all.filter(({ details }) => details.length > 0);
  if (changed.length > 0) return changed;
  // What a case file holds is compared above part by part; its own digest counts only when no part tells the difference.
  const details = compareInputs(before.inputs, after.inputs);
  return details.length === 0 ? [] : [{ origin: "case", details }];
}

function chosen({ settings }: Report): Report["settings"] {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !derived.has(key)));
}

function dataOf({ inputs }: Report): ReportInput[] {
  return inputs.filter(({ role }) => role !== "case");
}

/** Files by role and content: a file that was only renamed has not changed. */
function compareInputs(before: readonly ReportInput[], after: readonly ReportInput[]): string[] {
  const key = ({ role, sha256 }: ReportInput) => `${role} ${sha256}`;
  const [earlier, later] = [new Set(before.map(key)), new Set(after.map(key))];
  const gone = before.filter((input) => !later.has(key(input)));
  const come = after.filter((input) => !earlier.has(key(input)));
  const place = ({ role, name }: ReportInput) => `${role} ${name}`;
  const replaced = new Map(come.map((input) => [place(input), input]));
  const names = new Set(gone.map(place));
  return [
    ...gone.map((input) => {
      const next = replaced.get(place(input));
      return next === undefined
        ? `${place(input)} is not given any more`
        : `${place(input)}: sha256 ${shorten(next.sha256)}, was ${shorten(input.sha256)}`;
    }),
    ...come
      .filter((input) => !names.has(place(input)))
      .map((input) => `${place(input)} is new (sha256 ${shorten(input.sha256)})`),
  ];
}

function compareEntries(before: Report["settings"], after: Report["settings"]): string[] {
  const [earlier, later] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...earlier.keys(), ...later.keys()])].toSorted(compareText);
  return keys.flatMap((key) =>
    step(`${key} `, String(earlier.get(key) ?? "not set"), String(later.get(key) ?? "not set")),
  );
}

function step(what: string, was: string, is: string): string[] {
  return was === is ? [] : [`${what}${is}, was ${was}`];
}

function nameKnowledgebase({ knowledgebase }: Report): string {
  const { version, sha256, asOf } = knowledgebase;
  const day = asOf === undefined ? "" : `, as of ${asOf.date}`;
  return `${version} (sha256 ${shorten(sha256)})${day}`;
}

function shorten(sha256: string): string {
  return sha256.slice(0, 12);
}
