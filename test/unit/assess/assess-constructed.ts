/** Matches and assesses constructed statements, as a case does. */
import { assessCase, type AssessedCase } from "../../../src/assess/assess-case.ts";
import type { OutlierCall } from "../../../src/annotate/proteins/protein-outliers.ts";
import type { Statement } from "../../../src/knowledgebase/knowledgebase.ts";
import { findMatches } from "../../../src/match/find-matches.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { diseases, index } from "../match/constructed-case.ts";

interface ConstructedCase {
  statements: readonly Statement[];
  observations: readonly Observation[];
  /** Default: melanoma. */
  caseDisease?: string | null;
  outliers?: readonly OutlierCall[];
  tumorOnly?: boolean;
  prior?: Parameters<typeof assessCase>[0]["prior"];
  clonalityOf?: Parameters<typeof assessCase>[0]["clonalityOf"];
}

/** A protein table counts as given when there are outlier calls, also none of them. */
export function assess(parts: ConstructedCase): AssessedCase {
  const { statements, observations, caseDisease = "DOID:1909", outliers } = parts;
  const { met } = findMatches(
    {
      observations,
      available: new Set([
        "small-variants",
        "protein-annotation",
        ...(outliers === undefined ? [] : (["protein-expression"] as const)),
      ]),
      caseDisease,
      assembly: "GRCh37",
      outliers: outliers ?? [],
    },
    { statements, diseases },
    index,
  );
  return assessCase({
    met,
    observations,
    outliers: outliers ?? [],
    proteinGiven: outliers !== undefined,
    caseDisease,
    tumorOnly: parts.tumorOnly ?? false,
    prior: parts.prior ?? [],
    clonalityOf: parts.clonalityOf ?? (() => null),
    index,
  });
}
