/** Whether a lesion has the change of copies that another lesion has. */
import { wordOf } from "../../annotate/copy-number/observe-copies.ts";
import { copyNumber } from "../../constraints/copy-number.ts";
import type { CopyNumberAlteration, CopyNumberChange } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import type { CellClaim } from "./judge-uncalled.ts";
import type { LesionView } from "./lesion-view.ts";

/** What a statement would ask for; null: the change is none of a number of copies. */
const asked = {
  amplification: "amplification",
  gain: "gain",
  loss: "loss",
  "homozygous-deletion": "deletion",
  "copy-neutral-loh": null,
} as const satisfies Record<CopyNumberChange, string | null>;

/**
 * A change that goes as far is the same event, by the rule by which statements are met; a lesser one is not: it leaves the event open where it may
 * go further in the tumor (4 to below 6 copies, a part of the gene, no count, no purity), and else the lesion lacks it.
 */
export function judgeCopiesThere(
  { gene, change }: CopyNumberAlteration,
  lesion: Pick<LesionView, "observations" | "available" | "covered">,
): CellClaim {
  if (!lesion.available.has("copy-number")) {
    return open("lesion-no-copy-numbers", "No file of its copy numbers was given.");
  }
  const claims = [...lesion.observations.values()].flatMap(
    (found) => compareCopies({ gene, change }, found) ?? [],
  );
  for (const state of ["present", "not assessable"] as const) {
    const decisive = claims.find((claim) => claim.state === state);
    if (decisive !== undefined) return decisive;
  }
  const covered = lesion.covered?.get(gene);
  if (covered === undefined) {
    return open("lesion-not-covered", `Its copy numbers do not cover ${gene}.`);
  }
  if (change === "copy-neutral-loh" && !covered.hasAlleles) {
    return open("lesion-no-alleles", `Its copy numbers do not tell the alleles of ${gene} apart.`);
  }
  if (!covered.isAdjusted) {
    const text = `Its copy ratio of ${gene} is not adjusted for purity, which may hide a change.`;
    return open("lesion-not-adjusted", text);
  }
  return claims[0] ?? absent(`Its copy numbers cover ${gene} and show no such change.`);
}

/** Null where what was found is of another gene or kind, or no step towards the change. */
function compareCopies(
  { gene, change }: Pick<CopyNumberAlteration, "gene" | "change">,
  found: Observation,
): CellClaim | null {
  const { alteration, label } = found;
  const constraint = asked[change];
  if (alteration.kind !== "copy-number" || alteration.gene !== gene) return null;
  if (isOtherLossOfAllele(change, alteration)) {
    const text = `There is ${label}, by which an allele is gone as well: whether both go back to one loss is not known.`;
    return open("lesion-other-loss-of-allele", text);
  }
  if (constraint === null) return null;
  const { state, reason } = copyNumber.test(
    { type: "copy-number", gene, change: constraint },
    { ...found, alteration },
  );
  if (state === "met") {
    const text = `There is as much of a change: ${label}.`;
    return { state: "present", reason: { code: "lesion-called", text } };
  }
  if (state === "undetermined") return open("lesion-lesser-change", reason.text);
  if (reason.code !== "weaker-change") return null;
  if (alteration.copies === null) {
    const text = `There is a lesser change, ${label}, without a number of copies: how far it goes is not known.`;
    return open("lesion-lesser-change", text);
  }
  return absent(
    `There is a lesser change, ${label} (${alteration.copies} copies), and no ${wordOf(change)}.`,
  );
}

/** A loss and a copy-neutral loss of heterozygosity may be one event, which a gain of the copy that is left followed. */
function isOtherLossOfAllele(change: CopyNumberChange, found: CopyNumberAlteration): boolean {
  return (
    (change === "copy-neutral-loh" && found.change === "loss" && found.oneAlleleLost !== false) ||
    (change === "loss" && found.change === "copy-neutral-loh")
  );
}

function absent(text: string): CellClaim {
  return { state: "absent", reason: { code: "lesion-absent", text } };
}

function open(code: string, text: string): CellClaim {
  return { state: "not assessable", reason: { code, text } };
}
