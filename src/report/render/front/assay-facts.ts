/** What was measured, how well, and what was not: the right half of the front page's head. */
import type { Counts } from "../../../model/report-counts.ts";
import type { ReportInput } from "../../../model/report-input.ts";
import type { NotAssessed, Report } from "../../../model/report.ts";
import { grouped, plural } from "../format-number.ts";
import { nameSome } from "../name-some.ts";
import type { Fact } from "./specimen-facts.ts";

/** More gaps than these do not fit on the front page; all are in their section. */
const namedGaps = 8;
/** More genes of one gap, and more files of one kind, are counted; Provenance has every file. */
const namedGenes = 8;
const namedFiles = 4;

/** Input roles that hold measurements, as a reader calls them, and where their records are counted. */
const assays = {
  variants: ["variants", "variants"],
  protein: ["proteins", "proteins"],
  "copy-number": ["copy numbers", "copyNumber"],
  "structural-variants": ["structural variants", "structuralVariants"],
  fusions: ["fusions", "fusions"],
  status: ["markers", "status"],
  ihc: ["stains", "ihc"],
  callability: ["what was read", "callable"],
} as const satisfies Partial<
  Record<ReportInput["role"], readonly [string, keyof Report["counts"]]>
>;

/** The assays with their records, the depth of what was found, faults of reading, and what was not measured. */
export function assayFacts(report: Report): readonly Fact[] {
  const { assembly, tumorSample } = report.case;
  return [
    { term: "Assays", text: listAssays(report) },
    {
      term: "Sample, build",
      text: [
        tumorSample?.name ?? "no tumor sample of variants",
        assembly?.name ?? "no genome build",
      ].join(", "),
    },
    { term: "Reads", text: describeDepth(report) },
    { term: "Problems", text: describeProblems(report) },
    { term: "Not assessed", text: listGaps(report) },
  ];
}

function listAssays({ inputs, counts }: Report): string {
  const own = inputs.filter(({ specimen }) => specimen === undefined);
  const parts = Object.entries(assays).flatMap(([role, [noun, kind]]) => {
    const files = own.filter((input) => input.role === role).map(({ name }) => name);
    if (files.length === 0) return [];
    const count = counts[kind];
    const isCounted = count !== null && typeof count === "object" && "read" in count;
    const records = isCounted ? `, ${describeCounts(count)}` : "";
    return [`${noun} (${nameSome(files, namedFiles)}${records})`];
  });
  const others = inputs.filter(({ specimen }) => specimen !== undefined).map(({ name }) => name);
  if (others.length > 0)
    parts.push(`of other lesions (${nameSome([...new Set(others)], namedFiles)})`);
  return parts.join("; ") || "none";
}

/** A record that could not be read may be the one that the biopsy was taken for: it is no part of what was found to be absent. */
function describeCounts({ read, refused }: Counts): string {
  const records = plural(read, "record");
  return refused === 0 ? records : `${records} of which ${grouped(refused)} could not be read`;
}

/** Contamination and the depth of a whole file are in no input that is read; only what was found tells its reads. */
function describeDepth({ findings }: Report): string {
  const depths = findings
    .flatMap(({ support }) =>
      support.kind === "reads" && support.depth !== null ? [support.depth] : [],
    )
    .toSorted((a, b) => a - b);
  const contamination = "contamination not given";
  const [least] = depths;
  const most = depths.at(-1);
  if (least === undefined || most === undefined) return `depth not given; ${contamination}`;
  const range = least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`;
  return `depth ${range} at ${plural(depths.length, "finding")}; ${contamination}`;
}

function describeProblems({ problems }: Report): string {
  const count = (severity: "error" | "warning"): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const notices = problems.length - errors - warnings;
  if (problems.length === 0) return "none";
  return [
    ...(errors === 0 ? [] : [plural(errors, "error")]),
    ...(warnings === 0 ? [] : [plural(warnings, "warning")]),
    ...(notices === 0 ? [] : [plural(notices, "notice")]),
  ].join(", ");
}

/**
 * The widest gaps first: what most statements hang on; gaps of one kind once, with their number. Numbers and names add up to what
 * the line above the targets counts.
 */
function listGaps({ notAssessed, inputs }: Report): string {
  const given = new Set(inputs.map(({ role }) => role));
  const gaps = new Map<string, number>();
  for (const gap of notAssessed.toSorted((a, b) => b.statements - a.statements)) {
    const kind = remainderOf(gap, given) ?? shortGap(gap.what);
    gaps.set(kind, (gaps.get(kind) ?? 0) + 1);
  }
  if (gaps.size === 0) return "nothing";
  const named = [...gaps].slice(0, namedGaps);
  const rest = notAssessed.length - named.reduce((all, [, count]) => all + count, 0);
  return (
    named.map(([kind, count]) => (count === 1 ? kind : `${kind} (${count} questions)`)).join("; ") +
    (rest > 0 ? `; ${plural(rest, "more", "more")} under What was not assessed` : "")
  );
}

/** Gaps of results that are given one by one, and the inputs that hold them. */
const partial = [
  { code: "no-status-input", role: "status", noun: "" },
  { code: "no-ihc-input", role: "ihc", noun: "immunohistochemistry of " },
] as const;

/** `immunohistochemistry of ESR1 and KIT` where other stains were given, which the name of the kind would deny; null elsewhere. */
function remainderOf(
  { code, genes }: NotAssessed,
  given: ReadonlySet<ReportInput["role"]>,
): string | null {
  const kind = partial.find((each) => each.code === code && given.has(each.role));
  const last = genes.at(-1);
  if (kind === undefined || last === undefined) return null;
  if (genes.length > namedGenes) return `${kind.noun}${nameSome(genes, namedGenes)}`;
  const others = genes.slice(0, -1).join(", ");
  return `${kind.noun}${others === "" ? last : `${others} and ${last}`}`;
}

/** `Statements about fusions` is `fusions`; of a kind with its places only the kind. */
function shortGap(what: string): string {
  const short = what
    .replace(/^Statements about (?:what no input shows: )?/, "")
    .replace(/: .*$/, "");
  return short.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
