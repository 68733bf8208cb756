import {
  diseaseRelation,
  findDisease,
  type DiseaseTree,
} from "../../knowledgebase/disease-tree.ts";
import { nearest } from "../../model/nearest.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import type { ReferenceCohort } from "../../read/cohort/cohort.ts";
import { isSameSite } from "./organ-of-site.ts";
import { showText } from "../../read/show-text.ts";

/** What decides which cohorts a case is compared with. */
export interface CohortChoice {
  /** Names that were asked for; empty: all cohorts that fit the case. */
  readonly asked: readonly string[];
  /** Null: not known, or not asked. */
  readonly disease: { readonly id: string; readonly tree: DiseaseTree } | null;
  readonly biopsySite: string | null;
}

export interface ChosenCohorts {
  readonly chosen: readonly ReferenceCohort[];
  /** Sentences about the cohorts that do not fit the case. */
  readonly passedOver: readonly string[];
  /** What the biopsy site was read as; null where it chose nothing. */
  readonly site: { readonly severity: "notice" | "warning"; readonly text: string } | null;
}

/**
 * The cohorts of the names asked for; without names all of them but those of another tumor and normal tissue of another organ than
 * the biopsy's. Throws Refusal "usage" for a name that none has, for two of one name, and where none fits: each names those that there are.
 */
export function chooseCohorts(
  known: readonly ReferenceCohort[],
  { asked, disease, biopsySite }: CohortChoice,
): ChosenCohorts {
  const names = known.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw refuse("usage", "cohort-name-twice", `two cohorts are named ${showText(twice)}`, {
      hint: "Rename one of the files, or name the cohorts in the case file.",
    });
  }
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown !== undefined) throw unknownCohort(unknown, names);
  if (asked.length > 0) {
    return { chosen: known.filter(({ name }) => asked.includes(name)), passedOver: [], site: null };
  }
  const judged = known.map((cohort) => ({
    cohort,
    why: misfit(cohort, { disease, biopsySite }),
  }));
  const chosen = judged.filter(({ why }) => why === null).map(({ cohort }) => cohort);
  const passedOver = judged.flatMap(({ cohort, why }) =>
    why === null ? [] : [`cohort ${cohort.name} is not compared with: ${why}`],
  );
  if (chosen.length === 0) {
    throw refuse("usage", "no-cohort-fits", `no cohort fits the case: ${passedOver.join("; ")}`, {
      hint: "Name the cohort with --protein-cohort.",
    });
  }
  return { chosen, passedOver, site: describeSite(known, chosen, biopsySite) };
}

/** Which normal tissue stands for the biopsy site, or that none does. */
function describeSite(
  known: readonly ReferenceCohort[],
  chosen: readonly ReferenceCohort[],
  biopsySite: string | null,
): ChosenCohorts["site"] {
  if (biopsySite === null) return null;
  const isNormal = ({ role }: ReferenceCohort): boolean => role === "biopsy-site normal";
  const site = showText(biopsySite);
  const normals = chosen.filter(isNormal);
  // The same word needs no saying: the cohorts that are read are listed with their organ.
  const isPlain = ({ tissue }: ReferenceCohort): boolean =>
    tissue?.toLowerCase() === biopsySite.trim().toLowerCase();
  if (normals.length > 0 && normals.every(isPlain)) return null;
  const fitting = normals.map(({ name }) => name);
  if (fitting.length > 0) {
    return {
      severity: "notice",
      text: `normal tissue of the biopsy site ${site}: ${fitting.join(", ")}`,
    };
  }
  const others = known.filter(isNormal).map(({ tissue, name }) => tissue ?? name);
  const held =
    others.length === 0 ? "they hold no normal tissue" : `they hold ${others.join(", ")}`;
  return {
    severity: others.length === 0 ? "notice" : "warning",
    text: `no reference samples are of normal tissue of the biopsy site ${site} (${held}), so that tissue around the tumor is not told from it`,
  };
}

/** Why a cohort does not fit the case; null where it does, or nothing speaks against it. */
function misfit(
  { role, disease: given, tissue }: ReferenceCohort,
  { disease, biopsySite }: Pick<CohortChoice, "disease" | "biopsySite">,
): string | null {
  if (role === "biopsy-site normal") {
    if (biopsySite === null) return "the biopsy site of the case is not said";
    const isSame = tissue === null || isSameSite(tissue, biopsySite);
    return isSame ? null : `it is of ${tissue}, the biopsy of ${biopsySite}`;
  }
  if (given === null || disease === null || role === "pan-cancer") return null;
  const id = idOf(given, disease.tree);
  if (id === null) return null;
  const relation = diseaseRelation(disease.tree, id, disease.id);
  return relation === "other" ? `its tumors are ${given}` : null;
}

/** A name that the knowledgebase does not know speaks neither for nor against a cohort. */
function idOf(name: string, tree: DiseaseTree): string | null {
  try {
    return findDisease(tree, name).id;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The refusal of a name that no cohort has. */
export function unknownCohort(asked: string, names: readonly string[]): Refusal {
  const [near] = nearest(asked, names, 1);
  const guess = near === undefined ? "" : ` Did you mean ${near}?`;
  return refuse("usage", "cohort-unknown", `there is no cohort ${showText(asked)}`, {
    hint: `Known: ${names.join(", ")}.${guess}`,
  });
}
