import { hasFold } from "../../annotate/proteins/measure-outlier.ts";
import type { KinaseActivity } from "../../annotate/proteins/kinase-activity.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import type { ProteinTable } from "../../read/protein-reader.ts";

/** What a table of kinases and their substrates was asked of. */
export interface SubstrateUse {
  /** Base name of the table of substrates. */
  readonly file: string;
  /** The tables of the case, each of one molecule. */
  readonly tables: readonly ProteinTable[];
  readonly kinases: readonly KinaseActivity[];
  readonly report: ReportProblem;
}

/** Says why a table of substrates that was given scored no kinase; silent where it scored one, or could not for too few sites. */
export function reportUnusedSubstrates({ file, tables, kinases, report }: SubstrateUse): void {
  if (kinases.length > 0) return;
  const { why, hint } = explain(tables);
  const message = `no kinase is scored by its substrates: ${why}`;
  report(makeProblem("kinase-substrates-unused", "warning", message, { where: { file }, hint }));
}

function explain(tables: readonly ProteinTable[]): {
  readonly why: string;
  readonly hint: string;
} {
  const sites = tables.filter(({ molecule }) => molecule === "phosphosite");
  const [first] = sites;
  if (first === undefined) {
    const hint = "Give the phosphosites of the case with --protein.";
    return { why: "no table of the case holds phosphosites", hint };
  }
  if (sites.every(({ scale }) => !hasFold(scale.name))) {
    const why = `the phosphosites are on the scale ${first.scale.name}, which has no fold`;
    return { why, hint: "Give log2 values of the sites." };
  }
  return {
    why: "none of its substrate sites has a value in the case and in enough reference samples",
    hint: "Make sure that genes and positions are those of the human protein, in both tables, and that there are reference samples.",
  };
}
