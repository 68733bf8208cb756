import type { EvidenceRow, Target } from "../../model/report.ts";
import { isOnTumor } from "../../model/verdict.ts";
import { escatTiers } from "../../model/report-terms.ts";

/** `from` is the statement that a derived tier rests on, else null. */
export interface EscatTier {
  readonly tier: (typeof escatTiers)[number];
  readonly curator: string;
  readonly date: string;
  readonly from: string | null;
}

/**
 * The best ESCAT tier of a target in the tumor of the case; null when none is curated. One derivation is allowed: tier I or
 * II for the same alteration and drug in another tumor is III-A here, and says so (spec, clinical R2).
 */
export function escatTierOf({ evidence }: Pick<Target, "evidence">): EscatTier | null {
  const tiers = evidence
    .filter(({ predicate, direction }) => predicate === "sensitivity" && direction === "supports")
    .flatMap((row) => tierOfRow(row) ?? [])
    .toSorted((a, b) => escatOrder(a) - escatOrder(b));
  return tiers[0] ?? null;
}

/** 0 for the best tier; a derived one stands behind a curated one; null is last. */
export function escatOrder(tier: EscatTier | null): number {
  if (tier === null) return 2 * escatTiers.length;
  return 2 * escatTiers.indexOf(tier.tier) + (tier.from === null ? 0 : 1);
}

function tierOfRow({ escat, relation, statement, ampReason }: EvidenceRow): EscatTier | null {
  if (escat === null) return null;
  // A tier is of an alteration, not of its gene: where the effect of this one is not known it has none.
  if (ampReason.code.startsWith("effect-")) return null;
  if (isOnTumor(relation)) return { ...escat, from: null };
  // Another tumor has to be known to be another.
  if (relation === "unknown") return null;
  const isClinical = /^I{1,2}-/.test(escat.tier);
  return isClinical ? { ...escat, tier: "III-A", from: statement } : null;
}
