/** Rows of one stain that state different results: all of them are read, and a cut-off between them would be met by one of them. */
import { areApart, isHybridization, readStain, showsProtein } from "../../constraints/stain.ts";
import type { IhcResult } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";
import type { Verification } from "../../model/verification.ts";
import { isFavorable } from "../verification/weigh-verdicts.ts";

type Stain = Observation<IhcResult>;

/** The first row of each marker, antibody, assay and unit, with every row that differs from it, in the order of the rows. */
export function findDifferingStains(
  stains: readonly Stain[],
): { readonly first: Stain; readonly others: readonly Stain[] }[] {
  const groups = new Map<string, Stain[]>();
  for (const each of stains) {
    const { gene, marker, unit, assay, clone } = each.alteration;
    const key = [gene ?? marker, isHybridization(each.alteration), unit, assay, clone].join("\t");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap(([first, ...rest]) => {
    const others = rest.filter((each) => first !== undefined && differ(first, each));
    return first === undefined || others.length === 0 ? [] : [{ first, others }];
  });
}

function differ(one: Stain, other: Stain): boolean {
  const [a, b] = [readStain(one.alteration), readStain(other.alteration)];
  if (a.form === "grade" && b.form === "grade") return a.grade !== b.grade;
  if (a.form === "number" && b.form === "number") return areApart(a, b);
  const [isThere = null, isOtherThere = null] = [a, b].map((stain) =>
    showsProtein(stain, one.alteration.gene),
  );
  return isThere !== null && isOtherThere !== null && isThere !== isOtherThere;
}

/** `3+ (ihc.csv, line 2), 2+ (ihc.csv, line 3)`. */
export function listResults(stains: readonly Stain[]): string {
  const results = stains.map(({ alteration, provenance }) => {
    const result = [alteration.score, alteration.unit].filter(Boolean).join(" ");
    return `${result} (${provenance.file}, line ${provenance.line})`;
  });
  return results.join(", ");
}

/** Of a target that is borne out although a stain of it has another result as well: a verdict that opposes or leaves open tells both itself. */
export function findDifferingStainCaveats(
  { state, observations }: Pick<Verification, "state" | "observations">,
  alterations: readonly Observation[],
  known: ReadonlyMap<string, Observation>,
): Reason[] {
  if (!isFavorable(state)) return [];
  const resting = new Set([...alterations.map(({ id }) => id), ...observations]);
  return findDifferingStains([...known.values()].filter(isStain)).flatMap(({ first, others }) => {
    const rows = [first, ...others];
    const held = rows.filter(({ id }) => resting.has(id)).map(({ label }) => label);
    if (held.length === 0) return [];
    const kind = isHybridization(first.alteration) ? "in situ hybridization" : "stain";
    const text = `Rows of one ${kind} of ${first.alteration.marker} state different results, ${listResults(rows)}, and this target counts ${held.join(" and ")}.`;
    return [{ code: "stains-differ", text }];
  });
}

function isStain(observation: Observation): observation is Stain {
  return observation.alteration.kind === "ihc";
}
