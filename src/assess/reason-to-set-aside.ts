/** Which variants are no findings, and why (spec, matching 3). */
import { locusOf } from "../constraints/allele-text.ts";
import { lacksSequence } from "../constraints/change-of.ts";
import { effectOf, type Effect } from "../constraints/consequence-effect.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import {
  alleleKey,
  type CopyNumberAlteration,
  type TranscriptConsequence,
} from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { QuietPlace } from "../model/quiet-place.ts";

/** `what` names the group in the report, `reason` is its sentence. */
export interface SetAsideReason {
  readonly code: string;
  readonly what: string;
  readonly reason: string;
}

/**
 * Null for a finding: anything but a small variant and a break with an open partner, an allele that the knowledgebase names, or a variant with an effect
 * on the product of a gene of the knowledgebase on any transcript; of copy numbers an amplification or a homozygous deletion. Ask this
 * only about what met no statement; what a variant without annotation leaves open has to be counted first.
 */
export function reasonToSetAside(
  observation: Observation,
  index: Pick<KnowledgeIndex, "currentSymbol" | "knownAllele" | "isTested">,
): SetAsideReason | null {
  const { alteration } = observation;
  if (alteration.kind === "copy-number") return reasonForCopies(alteration);
  if (alteration.kind === "fusion" && alteration.open === "partner") return reasons.openPartner;
  if (alteration.kind !== "small-variant") return null;
  const { allele } = alteration;
  if (allele !== null && index.knownAllele(alleleKey(allele)) !== undefined) return null;
  if (alteration.consequences.length === 0) {
    const isTested = allele === null || index.isTested(locusOf(allele));
    return isTested ? reasons.notAnnotated : reasons.flank;
  }
  const inGenes = alteration.consequences.filter(
    (consequence) => index.currentSymbol(consequence.gene) !== null,
  );
  if (inGenes.length === 0) return reasons.otherGene;
  const effects = inGenes.map(effectOf);
  if (effects.some((effect) => !silentEffects.has(effect) && effect !== "unknown")) return null;
  if (effects.includes("splice region")) return reasons.spliceRegion;
  if (effects.includes("synonymous")) return reasons.synonymous;
  return reasonForNonCoding(inGenes);
}

/** What meets no statement is a finding when it goes as far as an amplification or a deletion of both copies (SHIVA, PMC4830395). */
function reasonForCopies({ change }: CopyNumberAlteration): SetAsideReason | null {
  switch (change) {
    case "amplification":
    case "homozygous-deletion":
      return null;
    case "gain":
      return reasons.gain;
    case "loss":
    case "copy-neutral-loh":
      return reasons.oneAllele;
  }
}

const silentEffects: ReadonlySet<Effect> = new Set(["splice region", "synonymous", "non-coding"]);

function reasonForNonCoding(consequences: readonly TranscriptConsequence[]): SetAsideReason {
  if (consequences.some(lacksSequence)) return reasons.sequenceMissing;
  const terms = new Set(consequences.flatMap((consequence) => consequence.terms));
  const has = (part: string): boolean => [...terms].some((term) => term.includes(part));
  if (terms.size === 0) return reasons.noConsequence;
  if (has("UTR")) return reasons.utr;
  if (has("intron")) return reasons.intronic;
  return has("stream") || has("intergenic") ? reasons.flank : reasons.noConsequence;
}

const reasons = {
  gain: {
    code: "copy-number-gain",
    what: "gains of genes",
    reason: "The gene has more copies than expected, too few for an amplification.",
  },
  oneAllele: {
    code: "one-copy-left",
    what: "losses of one copy or allele of genes",
    reason: "A copy of the gene is left, and no statement is about the loss of one.",
  },
  openPartner: {
    code: "break-with-open-partner",
    what: "genes of the knowledgebase that are joined to no known gene",
    reason:
      "The other side of the break in DNA lies in no gene that the gene models know, so that nothing says what is transcribed.",
  },
  notAnnotated: {
    code: "no-protein-annotation",
    what: "variants without consequence annotation",
    reason:
      "The file does not say what the variant does, and it is no allele that the knowledgebase names.",
  },
  otherGene: {
    code: "gene-not-in-knowledgebase",
    what: "variants in genes without a statement",
    reason: "The annotated genes are not in the knowledgebase.",
  },
  spliceRegion: {
    code: "splice-region",
    what: "variants near a splice site",
    reason: "The variant lies near a splice site, outside its two fixed bases.",
  },
  synonymous: {
    code: "synonymous",
    what: "synonymous variants",
    reason: "The variant does not change the protein.",
  },
  utr: {
    code: "utr",
    what: "variants in untranslated regions",
    reason: "The variant lies in a part of the transcript that is not translated.",
  },
  intronic: {
    code: "intronic",
    what: "intronic variants",
    reason: "The variant lies in an intron.",
  },
  flank: {
    code: "flank",
    what: "variants beside genes",
    reason: "The variant lies beside a gene of the knowledgebase, not in it.",
  },
  sequenceMissing: {
    code: "sequence-missing",
    what: "coding variants of genes without a sequence",
    reason:
      "The bases of the gene do not ship with the program, so what the variant does to the protein is not known; --fasta tells.",
  },
  noConsequence: {
    code: "no-consequence-known",
    what: "variants whose effect is not known",
    reason: "The annotation names the gene, but no effect on its product that can be read.",
  },
} satisfies Record<string, SetAsideReason>;

/** Why a variant is set aside that was not decoded, by what was seen of its place. */
export const quietReasons: Readonly<Record<QuietPlace, SetAsideReason>> = {
  untranslated: reasons.utr,
  intron: reasons.intronic,
  beside: reasons.flank,
  "other gene": reasons.otherGene,
};
