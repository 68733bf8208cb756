/** What every match rule offers: its JSON shape, what it needs, how exact it is, and its test. */
import type * as z from "zod";
import type { PlaceChange } from "../annotate/models/place-change.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Allele, Assembly, Locus } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import type { ConstraintState, Reason, Specificity, Verdict } from "../model/verdict.ts";

export const geneRoles = ["oncogene", "tumor suppressor", "both", "unknown"] as const;
export type GeneRole = (typeof geneRoles)[number];

/** What a test may ask about the world beyond the one observation. */
export interface TestContext {
  /** The genome build of the case; null when the case has no variants. */
  readonly assembly: Assembly | null;
  geneRole(gene: string): GeneRole;
  /** 1-based closed span of the gene on `assembly`; null when it is not known. */
  geneSpan(gene: string): Locus | null;
  /** True when a curated statement of sensitivity (level A or B) names exactly this change of an oncogene. */
  isActivating(observation: Observation): boolean;
  /** Names a change by the reference protein; absent where no gene models are at hand. */
  readonly placeChange?: PlaceChange | undefined;
}

/** The verdict of one constraint on one observation. */
export interface ConstraintTest extends Verdict<ConstraintState> {
  readonly specificity: Specificity;
  /** Inputs that would decide it; empty unless `state` is `undetermined`. */
  readonly missing: readonly InputNeed[];
}

/**
 * The library that checks shapes. It is given to a rule where a file is checked: a rule that is only matched by runs without it,
 * and so does a case.
 */
export type Zod = typeof z;
export type Shape<C> = z.ZodType<C>;
/** What a shape that is made with `Zod` lets pass. */
export type Infer<Make extends (library: Zod) => z.ZodType> = z.infer<ReturnType<Make>>;

interface RuleBase {
  /** The discriminator in knowledgebase files. */
  readonly type: string;
  /** As a heading: `Protein change`. */
  readonly title: string;
}

/** What has to have been looked at before silence proves that something is not there (spec, matching 5). */
export type AbsenceProof =
  /** Only a measurement that contradicts it makes it unmet, so that nothing more is needed. */
  | { readonly kind: "measured" }
  /** No input can prove it. */
  | { readonly kind: "never" }
  /** 1-based codons of the preferred transcript. */
  | { readonly kind: "codons"; readonly gene: string; readonly codons: readonly number[] }
  /** All coding bases of the gene. */
  | { readonly kind: "coding"; readonly gene: string }
  /** Places on both builds. */
  | { readonly kind: "loci"; readonly gene: string; readonly loci: readonly Locus[] }
  | { readonly kind: "copies"; readonly gene: string }
  /** One partner: with any other. */
  | { readonly kind: "fusion"; readonly partners: readonly string[] };

/** A rule that one observation can meet. */
export interface AtomicRule<C> extends RuleBase {
  readonly kind: "atomic";
  /** As a knowledgebase file writes it. */
  schema(library: Zod): Shape<C>;
  /** Inputs without which the rule cannot be decided. */
  needs(constraint: C): readonly InputNeed[];
  /**
   * `some`: the case meets the constraint when any observation does. `every`: an observation can only
   * speak against it (wild type); the case meets it when none does and all its needs are available.
   */
  readonly over: "some" | "every";
  /**
   * True where a file of the kind lists what was measured and nothing else: silence about the rest is no answer, also where such
   * a file was given.
   */
  readonly silenceIsOpen?: true;
  /** The level at which the statement is written; a test may find a more exact agreement. */
  specificity(constraint: C): Specificity;
  /** Symbols of the genes that the constraint speaks of. */
  genes(constraint: C): readonly string[];
  /** The genomic alleles that the constraint names, on both builds. */
  alleles(constraint: C): readonly Allele[];
  /** Places beside its alleles that a reader of variants must not skip, on both builds. */
  spans(constraint: C): readonly Locus[];
  test(constraint: C, observation: Observation, context: TestContext): ConstraintTest;
  /** What proves its absence; without it, nothing does. */
  absence?(constraint: C): AbsenceProof;
}

/** A rule over other constraints, decided over the whole case. Its needs are those of its parts. */
export interface CompositeRule<C, Part> extends RuleBase {
  readonly kind: "composite";
  /** As a knowledgebase file writes it; `part`: any constraint. */
  schema(library: Zod, part: Shape<Part>): Shape<C>;
  parts(constraint: C): readonly Part[];
  /** Kleene logic over the states of the parts, in order. */
  combine(states: readonly ConstraintState[]): ConstraintState;
}

/** Makes a test that is met. */
export function met(specificity: Specificity, code: string, text: string): ConstraintTest {
  return { state: "met", specificity, reason: { code, text }, missing: [] };
}

/** Makes a test that is decided against. */
export function unmet(specificity: Specificity, code: string, text: string): ConstraintTest {
  return { state: "unmet", specificity, reason: { code, text }, missing: [] };
}

/** Makes a test that cannot be decided; `missing` names the inputs that would. */
export function undetermined(
  specificity: Specificity,
  reason: Reason,
  missing: readonly InputNeed[] = [],
): ConstraintTest {
  return { state: "undetermined", specificity, reason, missing };
}
