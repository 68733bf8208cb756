import type { ExonChange, Fusion } from "../../model/alteration.ts";
import type { Breakend, Breakpoint, FusionCall } from "../../read/structural/structural-call.ts";
import { exonsBetween, exonsOnAxis } from "./exons-changed.ts";
import { breaksAt, type GeneBreak } from "./gene-break.ts";
import { judgeKinase } from "./fusion-kinases.ts";
import { judgeFrame } from "./judge-frame.ts";
import type { JunctionWorld } from "./read-junction.ts";
import type { NoEvent } from "./structural-event.ts";

const within: NoEvent = {
  code: "fusion-within-gene",
  what: "calls that join a gene to itself",
  reason: "No whole exon is lost or repeated, or the file does not tell which.",
};

/** What is asked beside the call; without gene models only the words of the caller count. */
type FusionWorld = Pick<JunctionWorld, "nameGene"> & {
  readonly models: JunctionWorld["models"] | null;
};

/**
 * The event of one row. Order, frame and domain are those that the caller states; a frame that it leaves open is judged by the
 * gene models where both breakpoints lie in exons, and a kinase's domain by the order of the partners. A gene that is joined to itself loses or repeats exons.
 */
export function readFusionCall(
  call: FusionCall,
  world: FusionWorld,
): Fusion | ExonChange | NoEvent {
  const nameOf = (name: string | null): string | null =>
    name === null ? null : world.nameGene(name);
  const fivePrime = nameOf(call.fivePrime);
  const threePrime = nameOf(call.threePrime);
  if (fivePrime !== null && fivePrime === threePrime) {
    return readWithin(call, fivePrime, world) ?? within;
  }
  const frame =
    call.inFrame === null && call.isOrdered
      ? judgeByModels(call, { fivePrime, threePrime }, world)
      : { inFrame: call.inFrame };
  const kinaseDomain = call.kinaseDomain ?? kinaseByOrder(call, fivePrime, world);
  return {
    kind: "fusion",
    fivePrime,
    threePrime,
    ...frame,
    ...(call.isOrdered ? {} : { ordered: false }),
    ...(kinaseDomain === null ? {} : { kinaseDomain }),
  };
}

function kinaseByOrder(
  call: FusionCall,
  fivePrime: string | null,
  world: FusionWorld,
): "lost" | null {
  if (!call.isOrdered) return null;
  const first = breakIn(fivePrime, call.fivePrimeBreakpoint, { ...world, keeps: "start" });
  return judgeKinase({ fivePrime }, first);
}

function judgeByModels(
  call: FusionCall,
  { fivePrime, threePrime }: Pick<Fusion, "fivePrime" | "threePrime">,
  world: FusionWorld,
): Pick<Fusion, "inFrame" | "promoterSwap"> {
  const first = breakIn(fivePrime, call.fivePrimeBreakpoint, { ...world, keeps: "start" });
  const second = breakIn(threePrime, call.threePrimeBreakpoint, { ...world, keeps: "end" });
  if (first === null || second === null) return { inFrame: null };
  if (isBesideSplice(first) || isBesideSplice(second)) return { inFrame: null };
  return judgeFrame(first, second, { molecule: "rna", inserted: null });
}

/** Bases within which a caller's place of a junction is taken to mean the end of the exon (our limit). */
const besideSplice = 5;

/**
 * True for a break a few bases inside of the edge that splicing joins. Callers place a junction with that error (TruSight Oncology 500 gives EML4 exon 13 with
 * ALK exon 20 two bases early), and a table does not hold what is inserted there: the frame is not told by it.
 */
function isBesideSplice({ at, keeps, transcript }: GeneBreak): boolean {
  const exon = exonsOnAxis(transcript).find(([from, to]) => from <= at && at <= to);
  if (exon === undefined) return false;
  const distance = keeps === "start" ? exon[1] - at : at - exon[0];
  return distance > 0 && distance <= besideSplice;
}

/** The break of a named gene at a breakpoint of its transcript. */
function breakIn(
  gene: string | null,
  place: Breakpoint | null,
  { models, nameGene, keeps }: FusionWorld & { readonly keeps: "start" | "end" },
): GeneBreak | null {
  if (gene === null || place === null || models === null) return null;
  for (const side of ["left", "right"] as const satisfies readonly Breakend["keeps"][]) {
    const found = breaksAt({ ...place, keeps: side }, models, nameGene).find(
      (each) => each.gene === gene && each.keeps === keeps,
    );
    if (found !== undefined) return found;
  }
  return null;
}

function readWithin(call: FusionCall, gene: string, world: FusionWorld): ExonChange | null {
  if (call.exons !== null) return exonsOfNumbers(call, gene, call.exons);
  const first = breakIn(gene, call.fivePrimeBreakpoint, { ...world, keeps: "start" });
  const second = breakIn(gene, call.threePrimeBreakpoint, { ...world, keeps: "end" });
  if (first === null || second === null) return null;
  return exonsBetween(first, second, { molecule: "rna", inserted: null });
}

/** Exon 1 joined to exon 8 has lost exons 2 to 7; exon 18 joined to exon 10 repeats 10 to 18. */
function exonsOfNumbers(
  { inFrame }: FusionCall,
  gene: string,
  [up, down]: readonly [number, number],
): ExonChange | null {
  if (down === up + 1) return null;
  const isLoss = down > up;
  return {
    kind: "exon-change",
    gene,
    change: isLoss ? "deletion" : "duplication",
    exons: isLoss ? { from: up + 1, to: down - 1 } : { from: down, to: up },
    ...(inFrame === null ? {} : { inFrame }),
  };
}
