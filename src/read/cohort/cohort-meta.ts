import type { ByteSource } from "../../io/byte-source.ts";
import { openTable } from "../../io/open-table.ts";
import { openText } from "../../io/open-text.ts";
import type { CohortRole } from "../../model/cohort.ts";
import { nearest } from "../../model/nearest.ts";
import { makeProblem, type ProblemWhere, type ReportProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { showText } from "../show-text.ts";

/** What is known of one reference sample; null where the table says nothing. */
export interface CohortSample {
  readonly tissue: string | null;
  readonly disease: string | null;
  readonly biopsySite: string | null;
  /** Empty when not stated. */
  readonly roles: readonly CohortRole[];
  /** Genes with a known aberration, as written. */
  readonly aberrantGenes: readonly string[];
}

export interface CohortMeta {
  /** Base name. */
  readonly file: string;
  readonly digest: { readonly sha256: string; readonly bytes: number };
  /** By sample name. */
  readonly samples: ReadonlyMap<string, CohortSample>;
}

const columnNames = [
  "sample",
  "tissue",
  "disease",
  "biopsy-site",
  "role",
  "known-aberration",
] as const;
type ColumnName = (typeof columnNames)[number];

const roleNames: ReadonlyMap<string, CohortRole> = new Map([
  ["disease", "disease"],
  ["pan-cancer", "pan-cancer"],
  ["biopsy-site normal", "biopsy-site normal"],
  ["biopsy-site-normal", "biopsy-site normal"],
  ["normal", "biopsy-site normal"],
]);

const nothing = new Set(["", "na", "n/a", "none", "-", "."]);

/**
 * Reads what is known of reference samples: a row for each, columns sample, tissue, disease, biopsy-site, role and known-aberration,
 * all but the first optional. Several roles, and several aberrations, are parted by semicolons; of an aberration the first word is the gene.
 * Throws Refusal "input" for a table without samples, a role that is none, and a sample that is there twice and differs.
 */
export async function readCohortMeta(
  source: ByteSource,
  { report, strict }: { readonly report: ReportProblem; readonly strict: boolean },
): Promise<CohortMeta> {
  const text = await openText(source, { report });
  const file = text.name;
  const table = await openTable(text, { report, strict });
  const columns = findColumns(table.columns, { file, line: table.headerLine });
  const samples = new Map<string, CohortSample>();
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const where = { file, line };
      const cell = (name: ColumnName): string | null => readCell(cells[columns.get(name) ?? -1]);
      const name = cell("sample");
      if (name === null) {
        throw refuse("input", "sample-missing", "the row names no sample", { where });
      }
      const sample = {
        tissue: cell("tissue"),
        disease: cell("disease"),
        biopsySite: cell("biopsy-site"),
        roles: partsOf(cell("role")).map((role) => readRole(role, where)),
        aberrantGenes: partsOf(cell("known-aberration")).flatMap(
          (part) => part.split(/[\s:_]/u)[0] ?? [],
        ),
      };
      checkRepeat(samples.get(name), sample, { name, where, report });
      samples.set(name, sample);
    }
  }
  return { file, digest: text.digest(), samples };
}

function findColumns(columns: readonly string[], where: ProblemWhere): Map<ColumnName, number> {
  const names = columns.map((name) => name.toLowerCase().replaceAll(/[ ._]+/g, "-"));
  const found = new Map<ColumnName, number>();
  for (const name of columnNames) {
    const index = names.indexOf(name);
    if (index !== -1) found.set(name, index);
  }
  if (found.has("sample")) return found;
  throw refuse("input", "columns-missing", "the table of reference samples has no column sample", {
    where,
    hint: `Its columns are ${columns.slice(0, 5).map(showText).join(", ")}; ${columnNames.join(", ")} are read.`,
  });
}

function readCell(cell: string | undefined): string | null {
  const text = (cell ?? "").trim();
  return nothing.has(text.toLowerCase()) ? null : text;
}

function partsOf(cell: string | null): string[] {
  return (cell ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readRole(text: string, where: ProblemWhere): CohortRole {
  const role = roleNames.get(text.toLowerCase());
  if (role !== undefined) return role;
  const known = ["disease", "pan-cancer", "biopsy-site normal"];
  const [near] = nearest(text, known, 1);
  throw refuse("input", "cohort-role-unknown", `${showText(text)} is no role of a cohort`, {
    where,
    hint: `Roles are ${known.join(", ")}${near === undefined ? "" : `; did you mean ${near}?`}`,
  });
}

function checkRepeat(
  before: CohortSample | undefined,
  sample: CohortSample,
  { name, where, report }: { name: string; where: ProblemWhere; report: ReportProblem },
): void {
  if (before === undefined) return;
  if (JSON.stringify(before) !== JSON.stringify(sample)) {
    const message = `sample ${showText(name)} is there twice, and what is said of it differs`;
    throw refuse("input", "cohort-sample-twice", message, { where });
  }
  const message = `sample ${showText(name)} is there twice with the same facts; kept once`;
  report(makeProblem("cohort-sample-repeated", "notice", message, { where }));
}
