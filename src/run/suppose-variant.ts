import { annotateCall } from "../annotate/annotate-call.ts";
import { resolveQuery, type ResolvedQuery } from "../annotate/hgvs/resolve-query.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import { nameAlteration } from "../match/name-alteration.ts";
import { supposed } from "../match/supposed.ts";
import type { Allele, Assembly } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import { refuse } from "../model/refusal.ts";
import type { CaseRequest } from "./case-request.ts";

interface Supposition {
  readonly gene: string;
  /** In any writing: `L861Q`, `c.2582T>A`. */
  readonly change: string;
  readonly assembly: Assembly;
}

export interface SupposedVariant {
  readonly observation: Observation;
  /** What was not known or left out when its alleles were looked for. */
  readonly notes: readonly string[];
}

/**
 * The variant as if it were in the case: by its alleles where the gene models know them, else by its name alone. Throws Refusal
 * "usage" for a change that cannot be read, or that the sequence of the gene speaks against.
 */
export function supposeVariant(
  { gene, change, assembly }: Supposition,
  request: Pick<CaseRequest, "models">,
  index: Pick<KnowledgeIndex, "knownAllele" | "currentSymbol" | "testContext">,
): SupposedVariant {
  const models = request.models?.(assembly);
  const { currentSymbol, knownAllele, testContext } = index;
  const resolved = models && resolveQuery(`${gene} ${change}`, { assembly, models, currentSymbol });
  const notes = resolved?.notes ?? [];
  if (resolved?.contradicts) {
    throw refuse("usage", "variant-contradicted", `no ${gene} ${change}: ${notes.join("; ")}`, {
      hint: "Check the residue or base, its number and the transcript it is counted on.",
    });
  }
  const [allele] = shortestFirst(resolved);
  if (models !== undefined && allele !== undefined) {
    const context = { assembly, models, knownAllele, currentSymbol };
    return { observation: annotateCall(callOf(allele), context), notes };
  }
  const observation = nameAlteration(gene, change, { testContext, assembly });
  if (observation !== null) return { observation, notes };
  const why = notes.length === 0 ? "is no change that can be read" : notes.join("; ");
  throw refuse("usage", "variant-not-read", `${JSON.stringify(change)}: ${why}`, {
    hint: "Write it as L861Q, p.Leu861Gln, c.2582T>A or E746_A750del.",
  });
}

/** Of several alleles that make a change of the protein, that of the fewest bases is the likeliest. */
function shortestFirst(resolved: ResolvedQuery | null | undefined): readonly Allele[] {
  return resolved?.alleles.toSorted((a, b) => a.ref.length - b.ref.length) ?? [];
}

function callOf(given: Allele): Parameters<typeof annotateCall>[0] {
  return {
    given,
    altIndex: 1,
    altCount: 1,
    failedFilters: [],
    annotations: [],
    ...supposed,
  };
}
