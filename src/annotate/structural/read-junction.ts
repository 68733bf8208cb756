import { compareText } from "../../model/order.ts";
import type { ExonChange, Fusion } from "../../model/alteration.ts";
import type { StructuralCall } from "../../read/structural/structural-call.ts";
import type { GenomeModels } from "../models/transcript.ts";
import { exonsBetween, exonsBeyond } from "./exons-changed.ts";
import { judgeKinase } from "./fusion-kinases.ts";
import { breaksAt, type GeneBreak } from "./gene-break.ts";
import { judgeFrame } from "./judge-frame.ts";
import type { NameGene, NoEvent } from "./structural-event.ts";

/** Overlapping genes make more pairs than anyone can read. */
const mostPairs = 16;

const noEvents = {
  outside: {
    code: "junction-outside-genes",
    what: "junctions with no end in a gene",
    reason: "Neither end lies in a coding gene that the gene models know.",
  },
  intron: {
    code: "junction-within-intron",
    what: "junctions within one intron",
    reason: "Both ends lie in one intron, so that no exon is lost or repeated.",
  },
  opposed: {
    code: "junction-opposed",
    what: "junctions that join genes head to head or tail to tail",
    reason:
      "Both genes keep their start, or both their end, so that no transcript runs from one into the other.",
  },
} as const satisfies Record<string, NoEvent>;

/** What is asked of the world beside the call. */
export interface JunctionWorld {
  readonly models: Pick<GenomeModels, "transcriptsAt">;
  readonly nameGene: NameGene;
}

/**
 * The events of genes that a junction in DNA makes, by the strands of the genes and the sides that are kept (spec, matching 4): a
 * fusion of a gene that keeps its start with one that keeps its end; exons lost or repeated within one gene; exons lost up to the
 * end of a gene where a deletion reaches beyond it; and a gene joined to what is no known gene, as a fusion with an open partner.
 */
export function readJunction(
  { ends: [here, there], inserted }: StructuralCall,
  { models, nameGene }: JunctionWorld,
): readonly (Fusion | ExonChange)[] | NoEvent {
  const first = breaksAt(here, models, nameGene);
  const second = there === null ? [] : breaksAt(there, models, nameGene);
  if (first.length + second.length === 0) return noEvents.outside;
  if (first.length === 0 || second.length === 0) {
    const broken = first.length === 0 ? second : first;
    return [...broken.map(joinToNothing), ...lostBeyond(broken, [here, there])];
  }
  const pairs = first
    .flatMap((a) => second.map((b): readonly [GeneBreak, GeneBreak] => [a, b]))
    .slice(0, mostPairs);
  const within = pairs.filter(([a, b]) => a.gene === b.gene);
  // Of a break within one gene, the genes that overlap it are not asked.
  const asked = within.length > 0 ? within : pairs;
  const events: (Fusion | ExonChange)[] = [];
  let reason: NoEvent = noEvents.opposed;
  for (const [a, b] of asked) {
    const joined = joinGenes(a, b, inserted);
    if ("code" in joined) reason = joined;
    else events.push(joined);
  }
  return events.length > 0 ? events : reason;
}

function joinGenes(
  a: GeneBreak,
  b: GeneBreak,
  inserted: number | null,
): Fusion | ExonChange | NoEvent {
  const isWithin = a.gene === b.gene;
  if (a.keeps === null || b.keeps === null) {
    if (isWithin) return noEvents.opposed;
    // By name, so that the order of the ends in the file does not show.
    const [first, second] = compareText(a.gene, b.gene) < 0 ? [a, b] : [b, a];
    return { ...fusionOf(first, second), ordered: false, open: "orientation" };
  }
  if (a.keeps === b.keeps) return noEvents.opposed;
  const [first, second] = a.keeps === "start" ? [a, b] : [b, a];
  const how = { molecule: "dna", inserted } as const;
  if (isWithin) return exonsBetween(first, second, how) ?? noEvents.intron;
  const fusion = fusionOf(first, second);
  const kinaseDomain = judgeKinase(fusion, first);
  return {
    ...fusion,
    ...judgeFrame(first, second, how),
    ...(kinaseDomain === null ? {} : { kinaseDomain }),
  };
}

function fusionOf(first: GeneBreak, second: GeneBreak): Fusion {
  return { kind: "fusion", fivePrime: first.gene, threePrime: second.gene, inFrame: null };
}

/** A gene whose other half is joined to what is no known gene. */
function joinToNothing({ gene, keeps }: GeneBreak): Fusion {
  const isFirst = keeps === "start";
  return {
    kind: "fusion",
    fivePrime: isFirst ? gene : null,
    threePrime: isFirst ? null : gene,
    inFrame: null,
    ...(keeps === null ? { ordered: false } : {}),
    open: "partner",
  };
}

/** Exons of a gene that a deletion takes together with what lies beyond its end. */
function lostBeyond(
  broken: readonly GeneBreak[],
  [here, there]: StructuralCall["ends"],
): ExonChange[] {
  if (there === null || here.contig !== there.contig) return [];
  const [left, right] = here.position <= there.position ? [here, there] : [there, here];
  if (left.keeps !== "left" || right.keeps !== "right") return [];
  return broken.flatMap((each) => exonsBeyond(each) ?? []);
}
