/** Whether lesions share an alteration, and what that says of the lesion to be treated (spec, clinical R12). */
import type { LesionCell } from "../../model/lesions.ts";
import type { LesionFacts } from "../../model/specimen.ts";
import type { lesionStates, Verdict } from "../../model/verdict.ts";

export type LesionVerdict = Verdict<(typeof lesionStates)[number]>;

/** Of what a primary tumor and a metastasis share, subclonal in neither: it was there before they parted, as far as the samples tell. */
export const trunkSupport = "lesion-trunk";

/** Of a case with one lesion: the state is never guessed. */
export const onlyLesion: LesionVerdict = {
  state: "not assessable",
  reason: { code: "no-primary", text: "No primary tumor file was given." },
};

/** A lesion with what is known of the alteration in it. */
export interface LesionSight {
  readonly lesion: LesionFacts;
  readonly cell: LesionCell;
  /** By purity and copies, only a part of its tumor cells carries it. */
  readonly isSubclonal?: boolean;
}

/**
 * The state of one alteration. A lesion that has it is compared with those of the other role (a metastasis with the primary tumor), and where
 * there are none with all others: seen in one of them, also below calling, is shared; absent from all of them is private; else it is not
 * assessable. `treated` decides where it has the alteration; else the primary tumor, or the first lesion, that calls it is compared with `treated`; what a
 * metastasis calls is also compared with the primary tumor, and what a primary tumor calls with the other metastases, so that what is shared is
 * so whichever lesion is to be treated.
 */
export function compareLesions(
  treated: LesionSight,
  others: readonly LesionSight[],
): LesionVerdict {
  if (treated.cell.state === "present") return judgeAgainst(treated, others);
  const owners = others.filter(({ cell }) => cell.state === "present");
  const owner = owners.find(({ lesion }) => lesion.role === "primary") ?? owners[0];
  if (owner === undefined) return onlyLesion;
  return judgeLack(
    treated,
    owner,
    others.filter((sight) => sight !== owner),
  );
}

function judgeAgainst(own: LesionSight, others: readonly LesionSight[]): LesionVerdict {
  const { role } = own.lesion;
  const opposite = others.filter(({ lesion }) => lesion.role !== role);
  const asked = opposite.length > 0 ? opposite : others;
  const seen = asked.filter(({ cell }) => isSeen(cell));
  const beside = others.filter((sight) => !asked.includes(sight) && isSeen(sight.cell));
  const also = beside.length === 0 ? "" : ` Also seen in ${namesOf(beside)}.`;
  if (seen.length > 0) {
    const isTrunk =
      opposite.length > 0 &&
      own.isSubclonal !== true &&
      seen.some(({ cell, isSubclonal }) => cell.state === "present" && isSubclonal !== true);
    const partly = [own, ...seen].filter(({ isSubclonal }) => isSubclonal === true);
    const part =
      partly.length === 0
        ? ""
        : ` Only a part of the tumor cells of ${namesOf(partly)} carries it.`;
    return verdict("shared", isTrunk ? trunkSupport : "lesion-shared", tell(seen) + also + part);
  }
  if (asked.every(({ cell }) => cell.state === "absent")) {
    const state = role === "primary" ? "primary-only" : "metastasis-private";
    return verdict(state, "lesion-private", `${tell(asked)}${also}`);
  }
  const unclear = asked.filter(({ cell }) => cell.state === "not assessable");
  return verdict("not assessable", "lesion-not-assessable", `${tell(unclear)}${also}`);
}

/** Of an alteration that the lesion to be treated does not call. */
function judgeLack(
  treated: LesionSight,
  owner: LesionSight,
  rest: readonly LesionSight[],
): LesionVerdict {
  const told = `It is called in ${nameOf(owner)}. ${tell([treated])}`;
  switch (treated.cell.state) {
    case "below calling":
      return verdict("shared", "lesion-shared", told);
    case "absent":
      return owner.lesion.role === "primary"
        ? judgeLackOfPrimarys(told, rest)
        : judgeLackOfOther(told, owner, [treated, ...rest]);
    case "present":
    case "not assessable":
      return verdict("not assessable", "lesion-not-assessable", told);
  }
}

/** What the primary tumor calls and the treated lesion lacks is of the primary tumor alone unless another metastasis shows it. */
function judgeLackOfPrimarys(told: string, rest: readonly LesionSight[]): LesionVerdict {
  const seen = rest.filter(({ lesion, cell }) => lesion.role === "metastasis" && isSeen(cell));
  return seen.length === 0
    ? verdict("primary-only", "lesion-lacks-it", told)
    : verdict("shared", "lesion-lacks-it", `${told} Also seen in ${namesOf(seen)}.`);
}

/** What another metastasis calls and the treated lesion lacks: the state is that which it has from the side of its owner. */
function judgeLackOfOther(
  told: string,
  owner: LesionSight,
  others: readonly LesionSight[],
): LesionVerdict {
  const { state } = judgeAgainst(owner, others);
  const primaries = others.slice(1).filter(({ lesion }) => lesion.role === "primary");
  const beside = primaries.length === 0 ? "" : ` ${tell(primaries)}`;
  return verdict(state, "lesion-lacks-it", `${told}${beside}`);
}

function verdict(state: LesionVerdict["state"], code: string, text: string): LesionVerdict {
  return { state, reason: { code, text } };
}

function isSeen({ state }: LesionCell): boolean {
  return state === "present" || state === "below calling";
}

/** `primary: it is called with VAF 30%, 60 of 200 reads.` */
function tell(sights: readonly LesionSight[]): string {
  return sights
    .map((sight) => `${nameOf(sight)}: ${sight.cell.reason.text.replace(/^It /u, "it ")}`)
    .join(" ");
}

function nameOf({ lesion }: LesionSight): string {
  return lesion.id;
}

function namesOf(sights: readonly LesionSight[]): string {
  return sights.map(nameOf).join(" and ");
}
