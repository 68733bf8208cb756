/** What a curator types after a gene, as an alteration that rules can be tested against. */
import { parseProteinChange } from "../annotate/protein-change.ts";
import { termOfKind } from "../annotate/consequences/term-of-kind.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import type { Alteration } from "../model/alteration.ts";
import type { Assembly } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import { supposed } from "./supposed.ts";

const copyNumberWords = {
  amplification: "amplification",
  gain: "gain",
  loss: "loss",
  deletion: "homozygous-deletion",
} as const;

interface NamingContext extends Pick<KnowledgeIndex, "testContext"> {
  /** The build on which the change is placed in its gene; GRCh38 when absent. */
  readonly assembly?: Assembly;
}

/**
 * Reads `V600E` and every other writing of a protein change, `amplification`, `gain`, `loss`, `deletion`, `fusion`, `EML4::ALK`,
 * `protein high` and `protein low`. Null for other words. `gene`: current symbol.
 */
export function nameAlteration(
  gene: string,
  text: string,
  context: NamingContext,
): Observation | null {
  const alteration = readWords(gene, text.trim()) ?? readChange(gene, text, context);
  if (alteration === null) return null;
  return {
    id: "asked",
    label: `${gene} ${text}`,
    gene,
    alteration,
    ...supposed,
  };
}

function readWords(gene: string, text: string): Alteration | null {
  const word = text.toLowerCase();
  for (const [name, change] of Object.entries(copyNumberWords)) {
    if (name === word) return { kind: "copy-number", gene, change, copies: null };
  }
  if (word === "fusion")
    return { kind: "fusion", fivePrime: null, threePrime: gene, inFrame: null };
  const [fivePrime, threePrime, more] = text.split("::");
  if (fivePrime !== undefined && threePrime !== undefined && more === undefined) {
    return { kind: "fusion", fivePrime, threePrime, inFrame: true };
  }
  const level = /^(?:protein )?(high|low)$/.exec(word)?.[1];
  if (level === undefined) return null;
  return {
    kind: "expression",
    gene,
    molecule: "protein",
    direction: level === "high" ? "up" : "down",
  };
}

/** The place is that of the gene's first base: rules about protein changes and classes do not ask for more. */
function readChange(
  gene: string,
  text: string,
  { testContext, assembly = "GRCh38" }: NamingContext,
): Alteration | null {
  const change = parseProteinChange(text);
  if (change === null || change.start === 0) return null;
  const span = testContext(assembly).geneSpan(gene);
  const allele = {
    assembly,
    contig: span?.contig ?? "1",
    position: span?.start ?? 1,
    ref: "N",
    alt: "<ASKED>",
  } as const;
  return {
    kind: "small-variant",
    allele,
    consequences: [
      {
        gene,
        transcript: null,
        terms: [termOfKind[change.kind]],
        proteinChange: change.text,
        codingChange: null,
        exon: null,
        preferred: true,
        source: "knowledgebase",
      },
    ],
    populationFrequency: null,
  };
}
