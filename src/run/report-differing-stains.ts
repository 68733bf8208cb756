/** Rows of one stain that state different results: all of them are read, and a cut-off between them would be met by one of them. */
import { isHybridization, readStain, showsProtein, type Stain } from "../constraints/stain.ts";
import type { IhcResult } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";

/** Warns where rows of one marker, antibody, assay and unit differ. */
export function reportDifferingStains(
  stains: readonly Observation<IhcResult>[],
  report: ReportProblem,
): void {
  const groups = new Map<string, Observation<IhcResult>[]>();
  for (const each of stains) {
    const { gene, marker, unit, assay, clone } = each.alteration;
    const key = [gene ?? marker, isHybridization(each.alteration), unit, assay, clone].join("\t");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  for (const group of groups.values()) {
    const [first, ...others] = group;
    const other = others.find((each) => first !== undefined && differ(first, each));
    if (first === undefined || other === undefined) continue;
    const { marker } = first.alteration;
    const kind = isHybridization(first.alteration) ? "in situ hybridization" : "stain";
    const results = [first, other].map(({ alteration, provenance }) => {
      const result = [alteration.score, alteration.unit].filter(Boolean).join(" ");
      return `${result} (${provenance.file}, line ${provenance.line})`;
    });
    report(
      makeProblem(
        "stains-differ",
        "warning",
        `rows of one ${kind} of ${marker} state different results: ${results.join(", ")}`,
        {
          where: { file: other.provenance.file, line: other.provenance.line ?? undefined },
          hint: "Each is read for itself, and the higher one may meet a cut-off: leave out what does not count, or name antibody and assay.",
        },
      ),
    );
  }
}

function differ(one: Observation<IhcResult>, other: Observation<IhcResult>): boolean {
  const [a, b] = [readStain(one.alteration), readStain(other.alteration)];
  if (a.form === "grade" && b.form === "grade") return a.grade !== b.grade;
  if (a.form === "number" && b.form === "number") return areApart(a, b);
  const [isThere = null, isOtherThere = null] = [a, b].map((stain) =>
    showsProtein(stain, one.alteration.gene),
  );
  return isThere !== null && isOtherThere !== null && isThere !== isOtherThere;
}

/** Ranges that share an amount may be of one result. */
function areApart(a: Stain & { form: "number" }, b: Stain & { form: "number" }): boolean {
  return endsBefore(a, b) || endsBefore(b, a);
}

function endsBefore(a: Stain & { form: "number" }, b: Stain & { form: "number" }): boolean {
  return a.to < b.from || (a.to === b.from && (a.isBelow || b.isAbove));
}
