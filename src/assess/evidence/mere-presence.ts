/**
 * A stain that finds a protein shows no alteration: most proteins are there in normal cells. It makes a target where the protein is what the
 * drug acts on, and it tells nothing of other drugs by itself (trastuzumab, and AKT2 that is there).
 */
import type { Constraint } from "../../constraints/constraints.ts";
import { readStain } from "../../constraints/stain.ts";
import type { TherapyEntity } from "../../knowledgebase/schema/schema.ts";
import type { Match } from "../../match/match.ts";
import type { Observation } from "../../model/observation.ts";

/** Stained, they are more than normal cells show: p16 stands for papillomavirus, PD-L1 for a tumor that evades T cells (spec, clinical R8.4). */
export const marksMoreThanNormal: ReadonlySet<string> = new Set(["CDKN2A", "CD274"]);

export interface MerePresence {
  readonly genes: readonly string[];
  /** `target`: a drug of the therapy acts on the protein; `other`: none does; `unknown`: what a drug acts on is not known. */
  readonly of: "target" | "other" | "unknown";
}

interface PresenceFacts {
  readonly observations: ReadonlyMap<string, Observation>;
  readonly drug: (id: string) => Pick<TherapyEntity, "targets" | "class" | "members"> | undefined;
}

/**
 * The proteins of which a statement asks that they are there, where stains that show no more than this are all that meets it, beside what the
 * drugs (ids) act on. Null: the match rests on something else.
 */
export function merePresenceOf(
  { statement, observations }: Pick<Match, "statement" | "observations">,
  drugs: readonly string[],
  { observations: known, drug }: PresenceFacts,
): MerePresence | null {
  const { constraints } = statement.variant;
  if (constraints.length === 0 || !constraints.every(asksForPresence)) return null;
  const isMere = observations.every((id) => showsPresenceOnly(known.get(id)));
  const genes = [...new Set(constraints.flatMap(genesOf))];
  if (!isMere || observations.length === 0 || genes.some((gene) => marksMoreThanNormal.has(gene))) {
    return null;
  }
  const targets = drugs.map((id) => targetsOf(id, drug));
  if (targets.some((each) => each?.some((gene) => genes.includes(gene)))) {
    return { genes, of: "target" };
  }
  return { genes, of: targets.includes(null) ? "unknown" : "other" };
}

function asksForPresence(constraint: Constraint): boolean {
  switch (constraint.type) {
    case "all":
    case "any":
      return constraint.constraints.every(asksForPresence);
    case "expression":
      return constraint.direction === "present";
    default:
      return false;
  }
}

function genesOf(constraint: Constraint): string[] {
  if ("constraints" in constraint) return constraint.constraints.flatMap(genesOf);
  return constraint.type === "expression" ? [constraint.gene] : [];
}

/** Any stain but a strong one. */
function showsPresenceOnly(observation: Observation | undefined): boolean {
  if (observation?.alteration.kind !== "ihc") return false;
  const stain = readStain(observation.alteration);
  if (stain.form === "grade") return stain.grade < 3;
  return stain.form !== "word" || stain.word !== "overexpressed";
}

/** Genes that a drug or the members of a class act on; null where they are not known. Platinum acts on DNA, and on no gene. */
function targetsOf(id: string, drug: PresenceFacts["drug"]): readonly string[] | null {
  const named = drug(id);
  if (named === undefined) return null;
  const all = [named, ...(named.members ?? []).flatMap((member) => drug(member) ?? [])];
  const targets = all.flatMap((each) => each.targets);
  return targets.length > 0 || named.class === "platinum compound" ? targets : null;
}
