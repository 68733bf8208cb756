import type { InformativeReads, ReadSupport } from "../../model/observation.ts";
import type { NamedColumns } from "../tables/table-columns.ts";

/** Reads the tumor's support of a row. */
export interface RowSupport {
  /** `fault`: a cell that is no number of its kind, as a sentence without a full stop. */
  read(
    cells: readonly string[],
  ):
    | { readonly support: ReadSupport; readonly informative?: InformativeReads }
    | { readonly fault: string };
  /** As a sentence for the report. */
  readonly rule: string;
}

const countNames = ["t_depth", "t_ref_count", "t_alt_count"] as const;
const fraction = /^(?:0|1|0?\.\d+|[01]\.\d+)$/;

/** `t_depth`, `t_ref_count` and `t_alt_count`, as GDC and vcf2maf write them; `tumor_f` as Oncotator does. */
export function makeMafSupport(columns: NamedColumns): RowSupport {
  const cells = countNames.map((name) => ({ name, cellOf: columns.cell(name) }));
  const fractionOf = columns.cell("tumor_f");
  const present = [...countNames, "tumor_f"].filter((name) => columns.placeOf(name) >= 0);
  const rule = present.length === 0 ? null : present.join(", ");
  return {
    rule:
      rule === null
        ? "not read: the file has no columns t_depth, t_ref_count and t_alt_count"
        : `${rule} of the row`,
    read(row) {
      const counts = new Map<string, number>();
      for (const { name, cellOf } of cells) {
        const text = cellOf(row);
        if (text === "") continue;
        if (!/^\d{1,9}$/.test(text)) return { fault: `${name} is no count of reads` };
        counts.set(name, Number(text));
      }
      const stated = fractionOf(row);
      if (stated !== "" && !fraction.test(stated)) {
        return { fault: "tumor_f is no fraction of 0 to 1" };
      }
      return makeSupport(counts, stated === "" ? null : Number(stated), rule);
    },
  };
}

function makeSupport(
  counts: ReadonlyMap<string, number>,
  stated: number | null,
  rule: string | null,
): { readonly support: ReadSupport; readonly informative?: InformativeReads } {
  const altReads = counts.get("t_alt_count") ?? null;
  const ref = counts.get("t_ref_count");
  const depth = counts.get("t_depth");
  // vcf2maf writes a depth of 0 where it knew none.
  const isKnown = depth !== undefined && (depth > 0 || altReads !== null);
  const summed = altReads !== null && ref !== undefined ? ref + altReads : null;
  const total = isKnown ? depth : summed;
  const counted = altReads !== null && total !== null && total > 0 ? altReads / total : null;
  const vaf = counted ?? stated;
  const support: ReadSupport = {
    kind: "reads",
    vaf: vaf !== null && vaf > 1 ? null : vaf,
    depth: total,
    altReads,
    rule: total === null && vaf === null && altReads === null ? null : rule,
    genotype: "absent",
  };
  if (summed !== null) {
    return { support, informative: { reads: summed, from: "t_ref_count and t_alt_count" } };
  }
  return total === null ? { support } : { support, informative: { reads: total, from: "t_depth" } };
}
