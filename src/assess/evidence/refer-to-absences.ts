/** What a row of evidence rests on where it is no finding: wild type, or something else that is proven to be absent. */
import type { Constraint } from "../../constraints/constraints.ts";
import type { Statement } from "../../knowledgebase/knowledgebase.ts";
import { compareText } from "../../model/order.ts";
import type { EvidenceRow, Target } from "../../model/report.ts";

const wildTypeId = "wild-type:";
const absenceId = "absence:";

/**
 * Stands for observations in the row of a statement that is met without any, so that a target or a block shows what it rests on, and two of
 * them are compared: `wild-type:KIT` for each gene where nothing but wild type is asked for, else the statement's own name.
 */
export function absencesOf({ gene, variant }: Pick<Statement, "gene" | "variant">): string[] {
  const genes = genesOfWildType(variant.constraints);
  return genes === null
    ? [`${absenceId}${gene} ${variant.label}`]
    : [...new Set(genes)].toSorted(compareText).map((each) => `${wildTypeId}${each}`);
}

/** Null where anything else is asked for. */
function genesOfWildType(constraints: readonly Constraint[]): string[] | null {
  const parts = constraints.map((constraint) => {
    if (constraint.type === "wild-type") return [constraint.gene];
    return constraint.type === "all" ? genesOfWildType(constraint.constraints) : null;
  });
  const genes = parts.flatMap((part) => part ?? []);
  return genes.length === 0 || parts.includes(null) ? null : genes;
}

/** What of these rows is no finding, as a target or a blocked therapy shows it: each once, sorted by its name. */
export function referToAbsences(
  rows: readonly Pick<EvidenceRow, "gene" | "observations">[],
): Target["alterations"] {
  const refs = rows.flatMap((row) => row.observations.flatMap((id) => refer(id, row.gene)));
  return [...new Map(refs.map((ref) => [ref.observation, ref])).values()].toSorted((a, b) =>
    compareText(a.label, b.label),
  );
}

/** True of the id of what is no finding. */
export function isAbsence(id: string): boolean {
  return id.startsWith(wildTypeId) || id.startsWith(absenceId);
}

function refer(id: string, geneOfRow: string): Target["alterations"] {
  if (id.startsWith(wildTypeId)) {
    const gene = id.slice(wildTypeId.length);
    return [{ observation: id, label: `${gene} wild type`, gene }];
  }
  if (!id.startsWith(absenceId)) return [];
  return [{ observation: id, label: id.slice(absenceId.length), gene: geneOfRow }];
}
