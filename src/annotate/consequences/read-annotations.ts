import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { RawAnnotation, VariantCall } from "../../model/observation.ts";
import type { ReportProblem } from "../../model/problem.ts";
import { makeProblem, placeOf } from "../../model/problem.ts";
import { ann } from "./ann.ts";
import { annovar } from "./annovar.ts";
import { bcsq } from "./bcsq.ts";
import { type ConsequenceDialect, maneSelect, type StatedEffect } from "./consequence-dialect.ts";
import { csq } from "./csq.ts";
import { funcotation } from "./funcotation.ts";
import { impact } from "./impact.ts";
import { maf } from "./maf.ts";
import { parseProteinChange } from "../protein-change.ts";
import { rankTerms } from "./rank-terms.ts";

/** In order of use: of a record that carries several annotations, the first that says anything of the allele is taken. */
const dialects: readonly ConsequenceDialect[] = [csq, ann, bcsq, funcotation, impact, annovar, maf];

interface ReadingContext {
  currentSymbol(symbolOrAlias: string): string | null;
  readonly report?: ReportProblem | undefined;
}

export interface ReadAnnotations {
  readonly consequences: readonly TranscriptConsequence[];
  /** Genes of which the annotator marks a transcript as MANE Select. */
  readonly maneGenes: ReadonlySet<string>;
  readonly populationFrequency: number | null;
  readonly absentFromGnomad: boolean;
  /** The consequences are named in a way of the annotator's own. */
  readonly isInOwnWords: boolean;
  /** They are used where our own call names no change. */
  readonly yieldsToOurs: boolean;
}

/** What the input's own annotations say of the called allele; entries that cannot be used are reported, never dropped in silence. */
export function readAnnotations(call: VariantCall, context: ReadingContext): ReadAnnotations {
  let consequences: readonly TranscriptConsequence[] = [];
  let populationFrequency: number | null = null;
  let absentFromGnomad = false;
  let isInOwnWords = false;
  let yieldsToOurs = false;
  const maneGenes = new Set<string>();
  for (const { annotation, dialect } of inOrderOfUse(call.annotations)) {
    const reading = dialect.read(annotation, call);
    if (reading.doubt) reportDoubt(call, context, reading.doubt);
    populationFrequency = highest(populationFrequency, reading.populationFrequency);
    absentFromGnomad ||= reading.absentFromGnomad === true;
    if (consequences.length > 0) continue;
    isInOwnWords = reading.isInOwnWords === true;
    yieldsToOurs = reading.yieldsToOurs === true;
    const preferred = findPreferred(reading.effects);
    consequences = reading.effects.map((effect) => {
      const consequence = toConsequence(effect, call, context);
      if (effect.preference === maneSelect) maneGenes.add(consequence.gene);
      return { ...consequence, preferred: preferred.has(effect), source: annotation.dialect };
    });
  }
  return {
    consequences,
    maneGenes,
    populationFrequency,
    absentFromGnomad,
    isInOwnWords,
    yieldsToOurs,
  };
}

function inOrderOfUse(annotations: readonly RawAnnotation[]) {
  return dialects.flatMap((dialect) =>
    annotations
      .filter((annotation) => dialects.find((other) => other.matches(annotation)) === dialect)
      .map((annotation) => ({ annotation, dialect })),
  );
}

function highest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** In each gene the effects that the annotator prefers most; none where it prefers none. */
function findPreferred(effects: readonly StatedEffect[]): ReadonlySet<StatedEffect> {
  const strongest = new Map<string, number>();
  for (const { gene, preference } of effects) {
    strongest.set(gene, Math.max(preference, strongest.get(gene) ?? 1));
  }
  return new Set(effects.filter(({ gene, preference }) => preference === strongest.get(gene)));
}

function toConsequence(
  effect: StatedEffect,
  call: VariantCall,
  context: ReadingContext,
): Omit<TranscriptConsequence, "preferred" | "source"> {
  return {
    gene: context.currentSymbol(effect.gene) ?? effect.gene,
    transcript: effect.transcript,
    terms: rankTerms(effect.terms),
    proteinChange: readProteinChange(effect, call, context),
    codingChange: readCodingChange(effect.codingChange),
    exon: effect.exon,
  };
}

function readProteinChange(
  { proteinChange, gene }: StatedEffect,
  call: VariantCall,
  context: ReadingContext,
): string | null {
  if (proteinChange === null) return null;
  const change = parseProteinChange(proteinChange);
  if (change === null) {
    reportDoubt(call, context, {
      code: "protein-change-not-read",
      message: `A protein change that the annotation gives for ${gene} cannot be read; it matches no statement.`,
    });
  }
  // `p.?` and `p.=` name no position.
  return change === null || change.start === 0 ? null : change.text;
}

/** `c.1799T>A` out of `ENST00000288602.6:c.1799T>A`; null for `c.e4-1G>A`, which counts from the end of exon 4. */
function readCodingChange(text: string | null): string | null {
  if (text === null) return null;
  const change = text.slice(text.lastIndexOf(":") + 1).replaceAll(/%3d/gi, "=");
  return /^[cn]\.(?!e\d)[!-~]+$/.test(change) ? change : null;
}

function reportDoubt(
  { provenance }: VariantCall,
  context: ReadingContext,
  doubt: { code: string; message: string },
): void {
  const where = placeOf(provenance);
  context.report?.(makeProblem(doubt.code, "warning", doubt.message, { where }));
}
