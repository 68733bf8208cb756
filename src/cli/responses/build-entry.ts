import { basename } from "node:path";
import { decodeText, readBytes } from "../../io/read-files.ts";
import { sha256 } from "../../io/sha256.ts";
import { nearest } from "../../model/nearest.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import { type ResponseEntry, responseEntrySchema } from "../../model/response-event.ts";
import { eventKinds, type EventKind } from "../../model/response-terms.ts";
import { parseReport } from "../../report/parse-report.ts";
import { makeProblem } from "../../model/problem.ts";
import {
  type EntryOption,
  type EntryOptions,
  isGiven,
  nameOption,
  optionsOfEvent,
} from "./entry-options.ts";

/** The entry that a command line tells. Throws Refusal "usage" with what is missing, does not belong to the event, or cannot be read. */
export async function buildEntry(options: EntryOptions): Promise<ResponseEntry> {
  const { event } = options;
  if (event === undefined) {
    throw refuse("usage", "event-missing", "--event says what happened, and is not given", {
      hint: `One of ${eventKinds.join(", ")}; or give entries by --json.`,
    });
  }
  checkOptions(event, options);
  const parsed = responseEntrySchema.safeParse(await rawEntry(event, options));
  if (parsed.success) return parsed.data;
  throw new Refusal(
    "usage",
    parsed.error.issues.map((issue) =>
      makeProblem(
        "event-invalid",
        "error",
        `${nameOption(optionOf(issue.path))}: ${issue.message}`,
      ),
    ),
  );
}

function checkOptions(event: EventKind, options: EntryOptions): void {
  const { needs, allows } = optionsOfEvent[event];
  const missing = needs.filter((option) => !isGiven(options, option)).map(nameOption);
  if (missing.length > 0) {
    throw refuse("usage", "event-incomplete", `--event ${event} needs ${missing.join(", ")}`, {
      hint: "metaction response add --help lists the options of each event.",
    });
  }
  const isDated = event !== "void";
  const allowed: readonly string[] = [...needs, ...allows, ...(isDated ? ["corrects"] : [])];
  const stray = allOptions.filter(
    (option) => isGiven(options, option) && !allowed.includes(option),
  );
  if (stray.length > 0) {
    const names = stray.map(nameOption).join(", ");
    throw refuse("usage", "option-of-other-event", `${names}: not a part of --event ${event}`);
  }
}

/** Every option that tells a part of an event. */
export const allOptions: readonly EntryOption[] = [
  ...new Set<EntryOption>([
    ...Object.values(optionsOfEvent).flatMap(({ needs, allows }) => [...needs, ...allows]),
    "corrects",
  ]),
];

/** The option that a member of an entry is given by. */
function optionOf(path: readonly PropertyKey[]): string {
  const [first = "event", , third] = path.map(String);
  if (first === "lesions") return "lesion";
  if (first === "readings") return "vaf";
  if (first === "alterations") return "alteration";
  return first === "report" && third === undefined ? "report" : first;
}

/** As the schema wants it, not yet held to it. */
async function rawEntry(event: EventKind, options: EntryOptions): Promise<object> {
  const { date, corrects, period } = options;
  const dated = { case: options.case, date, ...(corrects === undefined ? {} : { corrects }) };
  switch (event) {
    case "target":
      return { event, ...dated, ...(await rawTarget(options)) };
    case "verification":
      return { event, ...dated, method: options.method, result: options.result };
    case "start": {
      const { therapy, scanDays } = options;
      return { event, ...dated, period, therapy, ...(scanDays === undefined ? {} : { scanDays }) };
    }
    case "progression":
      return { event, ...dated, period, basis: options.basis };
    case "stop":
      return { event, ...dated, period, reason: options.reason };
    case "measurement":
      return {
        event,
        ...dated,
        lesions: [
          ...options.lesion.map((text) => readLesion(text, false)),
          ...options.node.map((text) => readLesion(text, true)),
        ],
        nonTarget: options.nonTarget ?? "none",
        newLesions: options.newLesions === "yes",
      };
    case "toxicity": {
      const { term, grade, related } = options;
      return { event, ...dated, term, grade, related: related === "yes" };
    }
    case "ctdna":
      return { event, ...dated, assay: options.assay, readings: options.vaf.map(readVaf) };
    case "rebiopsy": {
      const { report = "", site } = options;
      const file = { file: basename(report), sha256: sha256(await readBytes(report)) };
      return { event, ...dated, ...(site === undefined ? {} : { site }), report: file };
    }
    case "assessment":
      return { event, ...dated, period };
    case "death":
      return { event, ...dated, cause: options.cause };
    case "void":
      return { event, case: options.case, voids: options.voids, reason: options.reason };
  }
}

/** From a stored report everything is taken that it knows; without one it is typed. */
async function rawTarget(options: EntryOptions): Promise<object> {
  const typed = (["therapy", "alteration", "tier", "verification"] as const).filter((option) =>
    isGiven(options, option),
  );
  if (options.report === undefined) {
    if (options.therapy === undefined || options.alteration.length === 0) {
      throw refuse(
        "usage",
        "event-incomplete",
        "--event target needs --report and --target, or --therapy and --alteration",
      );
    }
    if (options.target !== undefined) {
      throw refuse("usage", "event-incomplete", "--target names a target of a report", {
        hint: "Give the report by --report, or leave out --target.",
      });
    }
    return typedTarget(options, options.therapy);
  }
  if (typed.length > 0) {
    const names = typed.map(nameOption).join(", ");
    throw refuse("usage", "told-twice", `${names}: the report tells it`, {
      hint: "Leave it out, or leave out --report.",
    });
  }
  return await targetOfReport(options.report, options.target);
}

function typedTarget(options: EntryOptions, therapy: string): object {
  const id = therapy
    .toLowerCase()
    .split("+")
    .map((drug) => drug.trim().replaceAll(/\s+/gu, "-"))
    .toSorted()
    .join("+");
  return {
    therapy: { id, label: therapy },
    alterations: options.alteration.map((label) => ({ gene: geneOf(label), label })),
    tier: options.tier ?? null,
    verification: options.verification ?? null,
    report: null,
  };
}

/** The first word of `BRAF V600E`, where it is written as a gene symbol is. */
function geneOf(label: string): string | null {
  return /^[A-Z][A-Z0-9-]{1,15}(?= |$)/u.exec(label)?.[0] ?? null;
}

async function targetOfReport(path: string, wanted: string | undefined): Promise<object> {
  const name = basename(path);
  // Read once: the digest is of the bytes that the target was taken from.
  const bytes = await readBytes(path);
  const { targets } = parseReport(decodeText(bytes, name), name);
  const named = targets.filter(({ id, rank, therapy }) =>
    [id, String(rank), therapy.id, therapy.label].includes(wanted ?? ""),
  );
  const [target] = named;
  if (target === undefined || named.length > 1) {
    const names = targets.map(({ id }) => id);
    const near = wanted === undefined ? names.slice(0, 5) : nearest(wanted, names, 5);
    const message =
      named.length > 1
        ? `${name} has ${named.length} targets that --target ${wanted} names`
        : wanted === undefined
          ? "--target says which target of the report was chosen, and is not given"
          : `${name} has no target ${wanted}`;
    throw refuse("usage", "target-not-in-report", message, {
      hint: `Give its rank (1 to ${targets.length}), therapy or id${near.length === 0 ? "" : `: ${near.join(", ")}`}`,
    });
  }
  return {
    therapy: { id: target.therapy.id, label: target.therapy.label },
    alterations: target.alterations.map(({ gene, label }) => ({ gene, label })),
    tier: target.amp.tier,
    verification: target.verification.state,
    report: { sha256: sha256(bytes), target: target.id },
  };
}

/** `L1:liver:34` or, of a node, `N1:axilla:18`. */
function readLesion(text: string, isNode: boolean): object {
  const [, id, organ, mm] = /^([^:]+):([^:]+):(\d{1,3}(?:\.\d)?)$/u.exec(text) ?? [];
  if (id === undefined || organ === undefined || mm === undefined) {
    throw refuse(
      "usage",
      "lesion-unreadable",
      `${isNode ? "--node" : "--lesion"} wants NAME:ORGAN:MM with at most one decimal, such as ${isNode ? "N1:axilla:18" : "L1:liver:34.5"}`,
    );
  }
  return { id, organ, mm: Number(mm), ...(isNode ? { node: true } : {}) };
}

/** `BRAF V600E=0.12`, or `=nd` for not detected. */
function readVaf(text: string): object {
  const [, variant, value] = /^(.+)=(nd|0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/u.exec(text) ?? [];
  if (variant === undefined || value === undefined) {
    throw refuse(
      "usage",
      "vaf-unreadable",
      '--vaf wants VARIANT=FRACTION from 0 to 1, such as "BRAF V600E=0.12", or =nd for not detected',
    );
  }
  return { variant: variant.trim(), vaf: value === "nd" ? 0 : Number(value) };
}
