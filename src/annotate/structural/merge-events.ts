/** Calls of the same event, by several callers or in both of its products, as one observation. */
import type { ExonChange, Fusion } from "../../model/alteration.ts";
import type { JunctionSupport, Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { isFusionDriver } from "./fusion-kinases.ts";
import { isDoubted } from "./is-doubted.ts";
import type { CallPlace, StructuralEvent } from "./structural-event.ts";

/** An observation and the calls that it was made of. */
export interface MergedEvent {
  readonly observation: Observation<Fusion | ExonChange>;
  readonly calls: readonly CallPlace[];
  /** The call that reads and place are taken from. */
  readonly best: CallPlace;
}

/**
 * One event for each pair of genes, whichever product was called, and for each change of the same exons. `isKnown`: a gene of
 * the knowledgebase, after which the event is filed. The order of the events does not matter.
 */
export function mergeEvents(
  events: readonly StructuralEvent[],
  isKnown: (gene: string) => boolean,
): MergedEvent[] {
  const groups = new Map<string, StructuralEvent[]>();
  for (const event of events) {
    const key = keyOf(event.alteration);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()]
    .map((group) => mergeGroup(group.toSorted(compareEvents), isKnown))
    .toSorted((a, b) => compareText(a.observation.id, b.observation.id));
}

function keyOf(alteration: Fusion | ExonChange): string {
  if (alteration.kind === "exon-change") {
    const { gene, change, exons, partial } = alteration;
    return `exon-change:${gene}:${change}:${nameExons(exons)}${partial === true ? ":partial" : ""}`;
  }
  const { fivePrime, threePrime } = alteration;
  if (fivePrime === null || threePrime === null) return `fusion:${nameFusion(alteration)}`;
  return `fusion:${[fivePrime, threePrime].toSorted(compareText).join(":")}`;
}

/** Calls that the caller does not doubt first, then more reads, then by file and line. */
function compareEvents({ call: a }: StructuralEvent, { call: b }: StructuralEvent): number {
  return (
    a.failedFilters.length - b.failedFilters.length ||
    Number(isDoubted(a.support.confidence)) - Number(isDoubted(b.support.confidence)) ||
    readsOf(b) - readsOf(a) ||
    compareText(a.file, b.file) ||
    a.source - b.source ||
    a.line - b.line
  );
}

function readsOf({ support }: CallPlace): number {
  return (support.junctionReads ?? 0) + (support.spanningReads ?? 0);
}

function mergeGroup(
  group: readonly StructuralEvent[],
  isKnown: (gene: string) => boolean,
): MergedEvent {
  const [first] = group as [StructuralEvent];
  const alteration =
    first.alteration.kind === "fusion"
      ? mergeFusions(group.map((event) => event.alteration as Fusion))
      : mergeExonChanges(group.map((event) => event.alteration as ExonChange));
  // Reads and place are those of the best call of the product that is named.
  const best = group.find((event) => isSameProduct(event.alteration, alteration)) ?? first;
  const calls = group.map(({ call }) => call);
  const observation = observe(alteration, { best: best.call, calls, isKnown });
  return { observation, calls, best: best.call };
}

function isSameProduct(a: Fusion | ExonChange, b: Fusion | ExonChange): boolean {
  if (a.kind !== "fusion" || b.kind !== "fusion") return true;
  return a.fivePrime === b.fivePrime && a.threePrime === b.threePrime;
}

/** A frame that is kept in one call is kept in the tumor; one that is lost in all of them is lost. */
function joinFrames(frames: readonly (boolean | null | undefined)[]): boolean | null {
  if (frames.includes(true)) return true;
  return frames.includes(false) ? false : null;
}

function mergeExonChanges(changes: readonly ExonChange[]): ExonChange {
  const [{ inFrame: _, ...first }] = changes as [ExonChange];
  const inFrame = joinFrames(changes.map((change) => change.inFrame));
  return { ...first, ...(inFrame === null ? {} : { inFrame }) };
}

function mergeFusions(fusions: readonly Fusion[]): Fusion {
  const settled = fusions.filter(({ open }) => open === undefined);
  const told = settled.length > 0 ? settled : fusions;
  const ordered = told.filter(({ ordered: isStated }) => isStated !== false);
  const named = ordered.length > 0 ? ordered : told;
  const lead = named.toSorted(
    (a, b) => rankDomain(a) - rankDomain(b) || rankFrame(a) - rankFrame(b),
  )[0] as Fusion;
  const isReciprocal = named.some((fusion) => fusion.fivePrime !== lead.fivePrime);
  const same = fusions.filter((fusion) => fusion.fivePrime === lead.fivePrime);
  const inFrame = joinFrames(same.map((fusion) => fusion.inFrame));
  // Of the product that leads, whatever the other one lost.
  const domains = fusions
    .filter((fusion) => fusion.fivePrime === lead.fivePrime || fusion.ordered === false)
    .map(({ kinaseDomain }) => kinaseDomain);
  const kinaseDomain = domains.find((word) => word === "kept") ?? domains.find(Boolean);
  const isSwap = inFrame !== true && same.some(({ promoterSwap }) => promoterSwap === true);
  return {
    kind: "fusion",
    fivePrime: lead.fivePrime,
    threePrime: lead.threePrime,
    inFrame,
    ...(ordered.length > 0 ? {} : { ordered: false }),
    ...(ordered.length > 0 && isReciprocal ? { reciprocal: true } : {}),
    ...(lead.open === undefined ? {} : { open: lead.open }),
    ...(kinaseDomain === undefined ? {} : { kinaseDomain }),
    ...(isSwap ? { promoterSwap: true } : {}),
  };
}

/** The product that loses a kinase domain is not the one that a drug is for. */
function rankDomain({ kinaseDomain }: Fusion): number {
  return kinaseDomain === "lost" ? 1 : 0;
}

/** The product that keeps the frame leads; the sort is stable, so that reads decide among equals. */
function rankFrame({ inFrame }: Fusion): number {
  return inFrame === true ? 0 : inFrame === null ? 1 : 2;
}

function observe(
  alteration: Fusion | ExonChange,
  {
    best,
    calls,
    isKnown,
  }: { best: CallPlace; calls: readonly CallPlace[]; isKnown: (gene: string) => boolean },
): MergedEvent["observation"] {
  const { junctionReads, spanningReads, rule, confidence } = best.support;
  const support: JunctionSupport = {
    kind: "junction-reads",
    junctionReads,
    spanningReads,
    callers: [...new Set(calls.map(({ caller }) => caller))].toSorted(compareText),
    rule: junctionReads === null && spanningReads === null ? null : rule,
    ...(confidence === null ? {} : { confidence }),
    ...(best.failedFilters.length > 0 ? { failedFilters: [...best.failedFilters] } : {}),
  };
  const { file, line, sample } = best;
  const provenance = { file, line, sample };
  if (alteration.kind === "exon-change") {
    return {
      id: keyOf(alteration),
      label: labelExons(alteration),
      gene: alteration.gene,
      alteration,
      support,
      provenance,
    };
  }
  const name = nameFusion(alteration);
  const gene = fileUnder(alteration, isKnown);
  return { id: `fusion:${name}`, label: name, gene, alteration, support, provenance };
}

/** What the fusion is about, else the gene of the knowledgebase, and of two the 3' partner, whose product mostly is the target. */
function fileUnder(
  { fivePrime, threePrime }: Fusion,
  isKnown: (gene: string) => boolean,
): string | null {
  const named = [threePrime, fivePrime].filter((gene) => gene !== null);
  const known = named.filter(isKnown);
  return known.find(isFusionDriver) ?? known[0] ?? named[0] ?? null;
}

/** `EML4::ALK`; a question mark for a partner that is not known (HGNC, doi:10.1038/s41375-021-01436-6). */
function nameFusion({ fivePrime, threePrime }: Fusion): string {
  return `${fivePrime ?? "?"}::${threePrime ?? "?"}`;
}

function nameExons(exons: ExonChange["exons"]): string {
  if (exons === null) return "?";
  return exons.from === exons.to ? `${exons.from}` : `${exons.from}-${exons.to}`;
}

function labelExons({ gene, change, exons, partial }: ExonChange): string {
  if (exons === null) return `${gene} ${change} of exons`;
  const part = partial === true ? "partial " : "";
  const word = exons.from === exons.to ? "exon" : "exons";
  return `${gene} ${part}${change} of ${word} ${nameExons(exons)}`;
}
