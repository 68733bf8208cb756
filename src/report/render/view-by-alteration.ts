import type { BlockedTherapy, Finding, Report, Target } from "../../model/report.ts";
import { nameSome } from "./name-some.ts";

/** One alteration of the ranking, with every therapy that is matched to it. */
export interface AlterationView {
  readonly finding: Finding;
  /** By rank; empty where only evidence against therapies names it. */
  readonly targets: readonly Target[];
  readonly against: readonly BlockedTherapy[];
}

/**
 * The ranking the other way round: alterations by their best-ranked therapy, then those that only evidence against therapies names, in
 * the order of the findings. Empty below two of them, where it would repeat the ranking.
 */
export function viewByAlteration({
  findings,
  targets,
  blocked,
}: Pick<Report, "findings" | "targets" | "blocked">): AlterationView[] {
  const views = findings
    .map((finding) => ({
      finding,
      targets: targets.filter((target) => names(target, finding)),
      against: blocked.filter((entry) => names(entry, finding)),
    }))
    .filter((view) => view.targets.length + view.against.length > 0)
    .toSorted((a, b) => bestRank(a) - bestRank(b));
  return targets.length === 0 || views.length < 2 ? [] : views;
}

function names({ alterations }: Target | BlockedTherapy, { observation }: Finding): boolean {
  return alterations.some((alteration) => alteration.observation === observation);
}

function bestRank({ targets }: AlterationView): number {
  return targets[0]?.rank ?? Number.MAX_SAFE_INTEGER;
}

/** More than these make a cell longer than the ranking itself. */
const shownTherapies = 5;

/** The first of a list, and how many there are beside them: `A, B and 3 more`. */
export function firstOf(labels: readonly string[]): string {
  return labels.length === 0 ? "none" : nameSome(labels, shownTherapies);
}
