/** Criteria about what becomes of the protein: OVS1 and OM2. */
import { effectOf, isTruncating, type Effect } from "../../constraints/consequence-effect.ts";
import { changeOf } from "../../constraints/change-of.ts";
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Criterion } from "../../model/oncogenicity.ts";

/**
 * OVS1: a null variant of a tumor suppressor; OM2: an in-frame change of the length of an oncogene or a tumor suppressor, or a
 * lost stop codon of a tumor suppressor. Roles are those of the knowledgebase.
 */
export function judgeEffect(
  consequence: TranscriptConsequence | null,
  geneRole: (gene: string) => GeneRole,
): Criterion[] {
  if (consequence === null) return openBoth("What the variant does to a protein is not known.");
  const effect = effectOf(consequence);
  if (effect === "unknown") return openBoth("What the variant does to the protein is not known.");
  const role = geneRole(consequence.gene);
  return [judgeNull(consequence, effect, role), judgeLength(consequence, effect, role)];
}

function openBoth(reason: string): Criterion[] {
  return [
    { code: "OVS1", state: "not evaluated", reason },
    { code: "OM2", state: "not evaluated", reason },
  ];
}

function judgeNull(consequence: TranscriptConsequence, effect: Effect, role: GeneRole): Criterion {
  const { gene, flags = [], terms } = consequence;
  const code = "OVS1";
  if (!isTruncating(effect)) {
    return {
      code,
      state: "not met",
      reason: `A variant of the kind "${effect}" is no null variant.`,
    };
  }
  if (role === "unknown") {
    const reason = `A null variant (${effect}), but whether ${gene} is a tumor suppressor is in no list of the knowledgebase.`;
    return { code, state: "not evaluated", reason };
  }
  if (!isSuppressor(role)) {
    return { code, state: "not met", reason: `${gene} is an oncogene: its loss is no gain.` };
  }
  if (flags.includes("last-5-percent")) {
    const reason = `A null variant (${effect}) in the last 5% of the coding sequence of ${gene}: the function may be kept.`;
    return { code, state: "not evaluated", reason };
  }
  if (effect === "splice site" && !terms.some((term) => canonicalSites.has(term))) {
    const reason = `Whether the splice site of ${gene} is hit at one of its two outer bases is not stated.`;
    return { code, state: "not evaluated", reason };
  }
  const escapes = flags.includes("escapes-nmd")
    ? "; the shortened transcript may escape decay"
    : "";
  return {
    code,
    state: "met",
    reason: `A null variant (${effect}) of ${gene}, a tumor suppressor${escapes}.`,
  };
}

const canonicalSites: ReadonlySet<string> = new Set([
  "splice_acceptor_variant",
  "splice_donor_variant",
]);

function judgeLength(
  consequence: TranscriptConsequence,
  effect: Effect,
  role: GeneRole,
): Criterion {
  const { gene } = consequence;
  const code = "OM2";
  const isLonger = effect === "stop lost";
  if (!isLonger && !changesLength(consequence, effect)) {
    const reason = `A variant of the kind "${effect}" is no in-frame change of the length.`;
    return { code, state: "not met", reason };
  }
  if (role === "unknown") {
    const reason = `The protein has another length (${effect}), but the role of ${gene} is in no list of the knowledgebase.`;
    return { code, state: "not evaluated", reason };
  }
  if (isLonger && !isSuppressor(role)) {
    return {
      code,
      state: "not met",
      reason: `A lost stop codon counts in tumor suppressors; ${gene} is an oncogene.`,
    };
  }
  return {
    code,
    state: "met",
    reason: `The protein of ${gene} (${nameRole(role)}) has another length: ${effect}.`,
  };
}

function changesLength(consequence: TranscriptConsequence, effect: Effect): boolean {
  if (effect === "in-frame deletion" || effect === "in-frame insertion") return true;
  const change = changeOf(consequence);
  return (
    effect === "in-frame change" &&
    change?.kind === "delins" &&
    change.alt.length !== change.end - change.start + 1
  );
}

function isSuppressor(role: GeneRole): boolean {
  return role === "tumor suppressor" || role === "both";
}

function nameRole(role: GeneRole): string {
  return role === "both" ? "oncogene and tumor suppressor" : role;
}
