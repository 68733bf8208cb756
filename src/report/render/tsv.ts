import type { Lesions } from "../../model/lesions.ts";
import type { BlockedTherapy, EvidenceRow, Finding, Report, Target } from "../../model/report.ts";
import { isOnTumor } from "../../model/verdict.ts";
import { describeApproval, stanceOf } from "./describe-evidence.ts";
import { escapeCell } from "./escape-cell.ts";
import { describeRow } from "./lesion-table.ts";
import type { Renderer } from "./renderer.ts";

/** The ranking for spreadsheets and scripts: a head, then one line for each row. Lists in a cell are separated by `; `. */
export const tsv: Renderer = {
  id: "tsv",
  title: "TSV, the ranked targets and blocked therapies for spreadsheets",
  extension: ".tsv",
  mediaType: "text/tab-separated-values",
  render: renderTable,
};

/** What one line is about; `kind` and the case say so in its first cells. */
interface Row {
  readonly kind: "target" | BlockedTherapy["kind"] | "not assessed" | "not ranked" | "lesions";
  readonly target?: Target;
  readonly therapy?: Pick<Target["therapy"], "id" | "label">;
  readonly alteration?: Target["alterations"][number];
  readonly finding?: Finding | undefined;
  /** Of the therapy and this alteration. */
  readonly evidence: readonly EvidenceRow[];
  readonly reason: string;
  /** Of rows that are about lesions. */
  readonly lesion?: Target["lesion"]["state"];
  readonly elsewhere?: Lesions["notRanked"][number];
}

type Cell = string | number | null | undefined;

/** Columns in order. New ones are added at the end; none changes its meaning. What does not apply is empty. */
const columns: readonly (readonly [name: string, cell: (row: Row, report: Report) => Cell])[] = [
  ["case", (_, report) => report.case.id],
  ["kind", ({ kind }) => kind],
  ["rank", ({ target }) => target?.rank],
  ["therapy", ({ therapy }) => therapy?.label],
  ["therapy_id", ({ therapy }) => therapy?.id],
  ["gene", ({ alteration }) => alteration?.gene],
  ["alteration", ({ alteration }) => alteration?.label],
  ["observation", ({ alteration }) => alteration?.observation],
  ["description", ({ finding }) => finding?.description],
  ["vaf", ({ finding }) => readsOf(finding)?.vaf],
  ["depth", ({ finding }) => readsOf(finding)?.depth],
  ["tier", ({ target, elsewhere }) => target?.amp.tier ?? elsewhere?.tier],
  ["level", ({ target, elsewhere }) => target?.amp.level ?? elsewhere?.level],
  ["on_tumor", ({ target }) => target && nameTumorMatch(target)],
  ["specificity", ({ target }) => target?.specificity],
  ["verification", ({ target }) => target?.verification.state],
  ["lesion", ({ target, lesion }) => target?.lesion.state ?? lesion],
  ["flags", ({ target }) => target && listOf(target.flags.map(({ code }) => code))],
  ["approvals_on_tumor", ({ evidence }) => listOf(approvalsOnTumor(evidence))],
  [
    "tier_statements",
    ({ target, elsewhere }) => listOf(target?.amp.statements ?? elsewhere?.statements ?? []),
  ],
  ["statements", ({ evidence }) => listOf(evidence.map(({ statement }) => statement))],
  [
    "documents",
    ({ evidence }) => listOf(evidence.flatMap(({ documents }) => documents.map(({ id }) => id))),
  ],
  ["reason", ({ reason }) => reason],
  [
    "caveats",
    ({ target, finding }) =>
      listOf([...(target?.caveats ?? []), ...(finding?.caveats ?? [])].map(({ text }) => text)),
  ],
  ["knowledgebase", (_, report) => report.knowledgebase.version],
  // Levels and drugs as the other program states them; nothing rests on them.
  ["outside_levels", ({ finding }) => listOf(outsideLevels(finding))],
];

function renderTable(report: Report): string {
  const head = columns.map(([name]) => name);
  const lines = rowsOf(report).map((row) =>
    columns.map(([, cell]) => escapeCell(cell(row, report) ?? "")),
  );
  return [head, ...lines].map((cells) => `${cells.join("\t")}\n`).join("");
}

/** Targets by rank, then what must not be used or is spoken against, then what was not assessed: no row is never "negative". */
function rowsOf(report: Report): Row[] {
  const findings = new Map(report.findings.map((finding) => [finding.observation, finding]));
  const withAlterations = (entry: Target | BlockedTherapy, row: Omit<Row, "evidence">): Row[] => {
    if (entry.alterations.length === 0) return [{ ...row, evidence: entry.evidence }];
    return entry.alterations.map((alteration) => ({
      ...row,
      alteration,
      finding: findings.get(alteration.observation),
      evidence: entry.evidence.filter(({ observations }) =>
        observations.includes(alteration.observation),
      ),
    }));
  };
  return [
    ...report.targets.flatMap((target) =>
      withAlterations(target, {
        kind: "target",
        target,
        therapy: target.therapy,
        reason: target.amp.reason.text,
      }),
    ),
    ...report.blocked.flatMap((entry) =>
      withAlterations(entry, {
        kind: entry.kind,
        therapy: entry.therapy,
        reason: entry.reason.text,
      }),
    ),
    ...lesionRows(report.lesions),
    ...report.notAssessed.map(({ what, reason, settledBy }) => ({
      kind: "not assessed" as const,
      evidence: [],
      reason: `${what}: ${reason} Settled by: ${settledBy}`,
    })),
  ];
}

/** What each lesion has, and the targets of the others. */
function lesionRows(lesions: Lesions | undefined): Row[] {
  if (lesions === undefined) return [];
  return [
    ...lesions.alterations.map((row) => ({
      kind: "lesions" as const,
      alteration: row,
      lesion: row.state,
      evidence: [],
      reason: describeRow(row),
    })),
    ...lesions.notRanked.flatMap((entry) =>
      entry.alterations.map((alteration) => ({
        kind: "not ranked" as const,
        therapy: entry.therapy,
        alteration,
        lesion: entry.state,
        elsewhere: entry,
        evidence: [],
        reason: entry.reason.text,
      })),
    ),
  ];
}

function readsOf(
  finding: Finding | undefined,
): Extract<Finding["support"], { kind: "reads" }> | undefined {
  return finding?.support.kind === "reads" ? finding.support : undefined;
}

/** `OncoKB annotator level 1: Dabrafenib+Trametinib`; a call without a level says what it has beside it. */
function outsideLevels(finding: Finding | undefined): string[] {
  return (finding?.outside ?? []).flatMap(({ source, levels, oncogenic }) =>
    levels.length === 0
      ? [`${source} no level${oncogenic === null ? "" : `: ${oncogenic}`}`]
      : levels.map(({ level, drugs }) => `${source} ${level}${drugs === null ? "" : `: ${drugs}`}`),
  );
}

function nameTumorMatch({ onTumor }: Target): string {
  if (onTumor === null) return "not known";
  return onTumor ? "yes" : "no";
}

/** Decisions of agencies on the use of the therapy in the tumor type of the case; those on other tumors would mislead here. */
function approvalsOnTumor(evidence: readonly EvidenceRow[]): string[] {
  return evidence
    .filter((row) => isOnTumor(row.relation) && stanceOf(row) === "for")
    .flatMap(({ approvals }) => approvals.map(describeApproval));
}

/** Each once, in the order of the report. */
function listOf(texts: readonly string[]): string {
  return [...new Set(texts)].join("; ");
}
