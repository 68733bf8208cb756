import { makeProblem, type ReportProblem } from "../model/problem.ts";
import type { GroupNames } from "./protein-group-name.ts";
import type { GeneRow } from "./protein-table.ts";
import { showText } from "./show-text.ts";

export interface GroupRow extends GeneRow {
  readonly names: GroupNames;
}

const mostExamples = 3;

/**
 * One row for each name. Of several groups of one gene the one counts that was measured in most reference samples,
 * then the most abundant there, then the first: the case's own value has no say in which row it is judged by.
 * Tells how many groups were passed over, are of several genes, or have no gene. Values are as in the file.
 */
export function chooseGroups(
  groups: readonly GroupRow[],
  { file, report }: { file: string; report: ReportProblem },
): { readonly rows: GeneRow[]; readonly passedOver: number } {
  const chosen = new Map<string, GroupRow>();
  const repeated = new Set<string>();
  for (const group of groups) {
    const before = chosen.get(group.gene);
    if (before !== undefined) repeated.add(group.gene);
    if (before === undefined || isBetter(group, before)) chosen.set(group.gene, group);
  }
  const rows = [...chosen.values()];
  const passedOver = groups.length - rows.length;
  const where = { file };
  if (passedOver > 0) {
    const message = `genes with several groups of proteins: ${repeated.size} (${examples([...repeated])}); the group measured in most reference samples, then the most abundant there, is read`;
    report(makeProblem("gene-groups", "notice", message, { where }));
  }
  const several = rows.filter(({ names }) => names === "several genes").map(({ gene }) => gene);
  if (several.length > 0) {
    const message = `groups of proteins of several genes: ${several.length} (${examples(several)}); none of their genes gets the value`;
    report(makeProblem("gene-ambiguous", "notice", message, { where }));
  }
  const unnamed = rows.filter(({ names }) => names === "accession only").map(({ gene }) => gene);
  if (unnamed.length > 0) {
    const message = `groups of proteins without a gene name: ${unnamed.length} (${examples(unnamed)})`;
    const severity = unnamed.length === rows.length ? "warning" : "notice";
    report(makeProblem("gene-not-named", severity, message, { where }));
  }
  return { rows, passedOver };
}

function isBetter(group: GroupRow, before: GroupRow): boolean {
  const [a, b] = [weigh(group.cohort), weigh(before.cohort)];
  return a.measured === b.measured ? a.sum > b.sum : a.measured > b.measured;
}

/** Zero is how an instrument writes that it saw nothing. */
function weigh(cohort: Float64Array): { measured: number; sum: number } {
  const measured = cohort.filter((value) => !Number.isNaN(value) && value !== 0);
  return { measured: measured.length, sum: measured.reduce((sum, value) => sum + value, 0) };
}

function examples(names: readonly string[]): string {
  const shown = names.slice(0, mostExamples).map(showText).join(", ");
  return names.length > mostExamples ? `${shown}, ...` : shown;
}
