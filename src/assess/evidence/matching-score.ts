/** The matching score of a therapy in a case (WINTHER, PMID 31011205; UCSD, PMID 33009371; spec, clinical R14). */
import type { MatchingScore } from "../../model/matching-score.ts";
import type { Finding, Target } from "../../model/report.ts";

/** From this share of the alterations on a score is high (PMID 33009371). */
const highFrom = 0.5;

/**
 * Alterations of the DNA that are known to matter: small variants, copy numbers, fusions and changes of exons in tier I or II,
 * or oncogenic or likely so by their points. Variants of unknown significance do not count (our reading of "characterized").
 */
export function listCharacterized(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter((finding) => isOfDna(finding) && isKnownToMatter(finding))
      .map(({ observation }) => observation),
  );
}

function isOfDna({ kind }: Finding): boolean {
  return (
    kind === "small-variant" ||
    kind === "copy-number" ||
    kind === "fusion" ||
    kind === "exon-change"
  );
}

function isKnownToMatter({ amp, oncogenicity }: Finding): boolean {
  const name = oncogenicity?.class;
  return (
    amp.tier === "I" || amp.tier === "II" || name === "oncogenic" || name === "likely oncogenic"
  );
}

/** Of one therapy: those of `characterized` that it is matched to. */
export function matchingScore(
  { alterations }: Pick<Target, "alterations">,
  characterized: ReadonlySet<string>,
): MatchingScore {
  const matched = alterations.filter(({ observation }) => characterized.has(observation)).length;
  return scoreMatches(matched, characterized.size);
}

/** Without a characterized alteration there is no score: 0 of 0 is not 0. */
export function scoreMatches(matched: number, characterized: number): MatchingScore {
  if (characterized === 0) {
    return { matched, characterized, score: null, bucket: "not computable" };
  }
  const share = matched / characterized;
  return {
    matched,
    characterized,
    score: Math.round(share * 10_000) / 10_000,
    bucket: share >= highFrom ? "high" : "low",
  };
}
