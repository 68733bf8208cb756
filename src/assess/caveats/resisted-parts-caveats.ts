import type { BlockedTherapy, EvidenceRow, Target } from "../../model/report.ts";
import { compareSpecificity, type Reason } from "../../model/verdict.ts";
import { citeRows } from "../evidence/cite-rows.ts";

interface AssessedTherapies {
  readonly targets: readonly Pick<Target, "therapy" | "evidence">[];
  readonly blocked: readonly BlockedTherapy[];
  labelOf(observation: string): string;
}

/**
 * Says of each drug of a combination that an alteration is named to resist it alone, where this is too weak to block it and the combination's
 * evidence does not rest on that alteration (KRAS Y96D, and adagrasib with cetuximab). Nothing passes between a combination and its parts
 * (spec, clinical R6.2), so that the rank stays; a reader has to see both.
 */
export function findResistedPartsCaveats(
  { therapy, alterations }: Pick<Target, "therapy" | "alterations">,
  { targets, blocked, labelOf }: AssessedTherapies,
): Reason[] {
  if (therapy.drugs.length < 2) return [];
  const own = new Set(alterations.map(({ observation }) => observation));
  const others = [...targets, ...blocked.filter(({ kind }) => kind !== "blocked")];
  return therapy.drugs.flatMap(({ id, name }) => {
    const alone = others.find((each) => each.therapy.id === id);
    const rows = alone?.evidence.filter((row) => resistsByAnother(row, own)) ?? [];
    if (rows.length === 0) return [];
    const resisting = new Set(rows.flatMap(({ observations }) => observations));
    const labels = [...resisting].filter((observation) => !own.has(observation)).map(labelOf);
    const text = `${name} alone is resisted in this case by ${labels.join(", ")}, which the evidence for the combination does not rest on: ${citeRows(rows)}.`;
    return [{ code: "part-resisted", text }];
  });
}

function resistsByAnother(row: EvidenceRow, own: ReadonlySet<string>): boolean {
  return (
    (row.predicate === "resistance" || row.predicate === "reduced sensitivity") &&
    row.direction === "supports" &&
    compareSpecificity(row.specificity, "codon") <= 0 &&
    row.observations.some((id) => !own.has(id))
  );
}
