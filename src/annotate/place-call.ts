import type { Allele } from "../model/locus.ts";
import type { VariantCall } from "../model/observation.ts";
import { alignAllele } from "./alleles/align-allele.ts";
import { anchorAllele } from "./alleles/anchor-allele.ts";
import { normalizeAllele } from "./alleles/normalize-allele.ts";
import type { AnnotationContext } from "./annotation-context.ts";

/**
 * The allele of a call in the writing that is compared: trimmed, anchored and, with gene models, aligned. Two calls are of one change when
 * their `alleleKey` is the same.
 */
export function placeCall(
  { given }: Pick<VariantCall, "given">,
  { assembly, models, knownAllele }: Pick<AnnotationContext, "assembly" | "models" | "knownAllele">,
): Allele {
  const isNamed = (key: string): boolean => knownAllele(key) !== undefined;
  const trimmed = normalizeAllele({ assembly, ...given });
  const anchored = anchorAllele(trimmed, { bases: models?.bases, isNamed });
  return models === undefined ? anchored : alignAllele(anchored, { bases: models.bases, isNamed });
}
