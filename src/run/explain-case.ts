import { isSameInProtein, placeAsIs, type PlaceChange } from "../annotate/models/place-change.ts";
import { parseProteinChange } from "../annotate/protein-change.ts";
import { consequenceInGene } from "../assess/consequence-in-gene.ts";
import {
  judgeOncogenicity,
  type OncogenicityFacts,
} from "../assess/oncogenicity/judge-oncogenicity.ts";
import { weighMatches } from "../assess/evidence/evidence-row.ts";
import { judgeEffects } from "../assess/evidence/known-effect.ts";
import { findPriorExposure } from "../assess/prior-exposure.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import type { Knowledgebase, Statement } from "../knowledgebase/knowledgebase.ts";
import { expandStatement } from "../match/expand-therapy.ts";
import { findMatches, findMatchesOfAll } from "../match/find-matches.ts";
import type { Match } from "../match/match.ts";
import { findExcludedSubtypes } from "../match/stain-subtypes.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { Oncogenicity } from "../model/oncogenicity.ts";
import { compareText } from "../model/order.ts";
import type { PriorTherapy } from "../model/prior-therapy.ts";
import type { Problem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import type { CaseRequest } from "./case-request.ts";
import { gatherCase } from "./gather-case.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import { genesOf, readProteins } from "./proteins/read-proteins.ts";
import type { Stage } from "./stage.ts";
import { type SupposedVariant, supposeVariant } from "./suppose-variant.ts";

export interface ExplainedStatement {
  readonly statement: Statement;
  readonly state: "met" | "undetermined" | "unmet";
  /** One sentence (spec, matching 8). */
  readonly reason: string;
  /** What level it counts at in this case and why, or why at none; once for each sentence. Of what is met. */
  readonly weight: readonly string[];
  /** What the therapies given before say of the one of the statement. */
  readonly history: readonly string[];
}

export interface Explained {
  /** What was judged, by its label: `EGFR L861Q`; none where a drug is asked for, which everything is judged for. */
  readonly labels: readonly string[];
  /** What else the case holds in the gene, and is judged with it: copies, fusions, stains, proteins. */
  readonly beside: readonly string[];
  /** False when the case does not hold the variant: it was judged as if it did. */
  readonly isInCase: boolean;
  /** What is not known of a variant that was judged as if it were in the case. */
  readonly notes: readonly string[];
  /** Of the small variants that were judged, where any criterion can be evaluated. */
  readonly oncogenicity: readonly { readonly label: string; readonly judged: Oncogenicity }[];
  /** Of the files of the case, and of the day that the knowledgebase stands as of. */
  readonly problems: readonly Problem[];
  /** Met, then open, then the others; each by level and id. */
  readonly statements: readonly ExplainedStatement[];
}

/** A gene by its current symbol, with a change or all that the case holds in it; or the ids of a drug, or of all drugs of a combination. */
export type Asked =
  | { readonly gene: string; readonly change: string }
  | { readonly drugs: readonly string[] };

/**
 * Why each statement of a gene is met or is not by one variant, or by all that the case holds in the gene when `change` is
 * empty; or why each statement about a therapy with certain drugs is, by all that the case holds. Of other genes the whole case counts: a
 * statement may ask for a combination. Throws Refusal "usage" for a change that cannot be read or cannot be, or one of a case without variants.
 */
export async function explainCase(
  request: CaseRequest,
  asked: Asked,
  knowledgebase: Knowledgebase,
): Promise<Explained> {
  const { stage, problems, disease, variants, early, facts } = await gatherCase(
    request,
    knowledgebase,
  );
  const { index } = stage;
  const inGene = "gene" in asked ? asked : null;
  const { placeChange } = facts;
  const own = findInCase(variants?.observations ?? [], inGene, placeChange);
  const guess = own.length > 0 ? null : suppose(inGene, variants, stage);
  const judgedVariants: readonly Observation[] = guess === null ? own : [guess.observation];
  const supposed = guess === null ? early.observations : [...early.observations, guess.observation];
  const proteins = await readProteins(stage, {
    tumorSample: variants?.tumorSample?.name ?? null,
    // The list of the report, so that its outliers are the same: it hangs on what the whole case meets.
    genesToVerify:
      request.protein.length === 0
        ? new Set()
        : genesOf(
            supposed,
            findMatches({ ...facts, observations: supposed }, knowledgebase, index).met,
          ),
    disease,
    diseases: knowledgebase.diseases,
  });
  // Of the other kinds everything counts, also in the gene: it is not what is asked about.
  const beside = early.observations.filter((observation) => !isAskedVariant(observation, inGene));
  const others = [...beside, ...proteins.observations];
  const find = inGene === null ? findMatchesOfAll : findMatches;
  const { met, undetermined, unmet } = find(
    {
      ...facts,
      observations: [...judgedVariants, ...others],
      available: new Set([...early.available, ...proteins.available]),
      ...(request.protein.length === 0 ? {} : { outliers: proteins.calls }),
    },
    knowledgebase,
    index,
  );
  const weightOf = weigh(met, {
    observations: [...judgedVariants, ...others],
    caseDisease: disease?.id ?? null,
    index,
  });
  const judged = [
    ...met.map((match) => ({ ...match, state: "met" as const })),
    ...undetermined.map((match) => ({ ...match, state: "undetermined" as const })),
    ...unmet.map((match) => ({ ...match, state: "unmet" as const })),
  ];
  const history = early.kinds.prior?.prior ?? [];
  return {
    labels: judgedVariants.map(({ label }) => label),
    beside: others.filter(({ gene }) => gene === inGene?.gene).map(({ label }) => label),
    isInCase: own.length > 0,
    notes: guess?.notes ?? [],
    oncogenicity: judgedVariants.flatMap((observation) =>
      judge(observation, { ...index, placeChange }),
    ),
    problems,
    statements: judged
      .filter(({ statement }) => isAsked(statement, asked))
      .map(({ statement, state, reason }) => ({
        statement,
        state,
        reason: reason.text,
        weight: weightOf(statement.id),
        history: tellHistory(statement, history),
      }))
      .toSorted(compareExplained),
  };
}

function isAsked(statement: Statement, asked: Asked): boolean {
  if ("gene" in asked) return statement.gene === asked.gene;
  return expandStatement(statement).some(({ therapy }) =>
    asked.drugs.every((drug) => therapy.drugs.some(({ id }) => id === drug)),
  );
}

/** What is asked of a gene; null where a drug is. */
type InGene = { readonly gene: string; readonly change: string } | null;

function isAskedVariant(observation: Observation, inGene: InGene): boolean {
  return inGene !== null && isSmallVariant(observation) && liesIn(observation, inGene.gene);
}

/** As if the variant were in the case, which has to have a variant file to be in. Null: no change is asked for. */
function suppose(
  asked: InGene,
  variants: InterpretedVariants | null,
  { request, index }: Pick<Stage, "request" | "index">,
): SupposedVariant | null {
  if (asked === null || asked.change === "") return null;
  const { gene, change } = asked;
  if (variants === null) {
    throw refuse("usage", "case-without-variants", "the case names no variant file", {
      hint: "Ask for the gene alone; metaction kb show tells what the knowledgebase says of a variant.",
    });
  }
  return supposeVariant({ gene, change, assembly: variants.assembly.name }, request, index);
}

/** As the evidence of the report says it: a statement that is met may count at no level (a variant of unknown effect, and "EGFR mutation"). */
function weigh(
  met: readonly Match[],
  {
    observations,
    caseDisease,
    index,
  }: {
    observations: readonly Observation[];
    caseDisease: string | null;
    index: KnowledgeIndex;
  },
): (statement: string) => string[] {
  const context = { ...index, observations: new Map(observations.map((each) => [each.id, each])) };
  const isExcluded = findExcludedSubtypes(caseDisease, observations, index.includesDisease);
  const rows = weighMatches(met, { ...context, isExcluded, effectOf: judgeEffects(met, context) });
  return (statement) => {
    const own = rows.filter(({ row }) => row.statement === statement);
    return [...new Set(own.map(({ row }) => row.ampReason.text))];
  };
}

/** As the report says it of the target, once for each sentence. */
function tellHistory(statement: Statement, history: readonly PriorTherapy[]): string[] {
  if (history.length === 0) return [];
  const told = expandStatement(statement).flatMap(({ therapy }) => {
    const { flags, caveats } = findPriorExposure(therapy, history);
    return [...flags, ...caveats].map(({ text }) => text);
  });
  return [...new Set(told)];
}

function compareExplained(a: ExplainedStatement, b: ExplainedStatement): number {
  return (
    states.indexOf(a.state) - states.indexOf(b.state) ||
    compareText(a.statement.evidenceLevel, b.statement.evidenceLevel) ||
    compareText(a.statement.id, b.statement.id)
  );
}

const states = ["met", "undetermined", "unmet"];

function judge(
  { alteration, gene, label }: Observation,
  facts: OncogenicityFacts,
): Explained["oncogenicity"] {
  if (alteration.kind !== "small-variant") return [];
  const judged = judgeOncogenicity(alteration, consequenceInGene(alteration, gene), facts);
  return judged === null ? [] : [{ label, judged }];
}

function isSmallVariant(observation: Observation): observation is Observation<SmallVariant> {
  return observation.alteration.kind === "small-variant";
}

function findInCase(
  observations: InterpretedVariants["observations"],
  asked: InGene,
  place: PlaceChange | undefined,
): Observation<SmallVariant>[] {
  if (asked === null) return [];
  const { gene, change } = asked;
  const inGene = observations.filter((observation) => liesIn(observation, gene));
  if (change === "") return inGene;
  const protein = parseProteinChange(change);
  return inGene.filter(({ alteration }) =>
    alteration.consequences.some((consequence) => {
      const { transcript } = consequence;
      if (consequence.gene !== gene) return false;
      if (consequence.codingChange === change) return true;
      const found = parseProteinChange(consequence.proteinChange ?? "");
      return (
        protein !== null &&
        found !== null &&
        isSameInProtein(found, protein, { gene, transcript, place: place ?? placeAsIs })
      );
    }),
  );
}

function liesIn({ alteration }: Observation<SmallVariant>, gene: string): boolean {
  return alteration.consequences.some((consequence) => consequence.gene === gene);
}
