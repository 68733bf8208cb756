import { parseProteinChange, sameProteinChange } from "../annotate/protein-change.ts";
import { consequenceInGene } from "../assess/consequence-in-gene.ts";
import {
  judgeOncogenicity,
  type OncogenicityFacts,
} from "../assess/oncogenicity/judge-oncogenicity.ts";
import { buildIndex } from "../knowledgebase/build-index.ts";
import { findDisease } from "../knowledgebase/disease-tree.ts";
import type { Knowledgebase, Statement } from "../knowledgebase/knowledgebase.ts";
import { findMatches } from "../match/find-matches.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { Oncogenicity } from "../model/oncogenicity.ts";
import { compareText } from "../model/order.ts";
import { refuse } from "../model/refusal.ts";
import type { CaseRequest } from "./case-request.ts";
import { gatherEvidence } from "./interpret-evidence.ts";
import { interpretVariants, type InterpretedVariants } from "./interpret-variants.ts";
import { makeSetAsideTally } from "./set-aside-tally.ts";
import { supposeVariant } from "./suppose-variant.ts";

export interface ExplainedStatement {
  readonly statement: Statement;
  readonly state: "met" | "undetermined" | "unmet";
  /** One sentence (spec, matching 8). */
  readonly reason: string;
}

export interface Explained {
  /** What was judged, by its label: `EGFR L861Q`. */
  readonly labels: readonly string[];
  /** False when the case does not hold the variant: it was judged as if it did. */
  readonly isInCase: boolean;
  /** What is not known of a variant that was judged as if it were in the case. */
  readonly notes: readonly string[];
  /** Of the small variants that were judged, where any criterion can be evaluated. */
  readonly oncogenicity: readonly { readonly label: string; readonly judged: Oncogenicity }[];
  /** Met, then open, then the others; each by level and id. */
  readonly statements: readonly ExplainedStatement[];
}

/**
 * Why each statement of a gene is met or is not by one variant, or by all that the case holds in the gene when `change` is
 * empty. Of other genes the whole case counts: a statement may ask for a combination. `gene`: current symbol. Throws Refusal
 * "usage" for a change that cannot be read or cannot be, or a case without variants.
 */
export async function explainCase(
  request: CaseRequest,
  asked: { readonly gene: string; readonly change: string },
  knowledgebase: Knowledgebase,
): Promise<Explained> {
  const index = buildIndex(knowledgebase);
  const stage = { request, index, tally: makeSetAsideTally(), report: () => undefined };
  const variants = await interpretVariants(stage);
  if (variants === null) {
    throw refuse("usage", "case-without-variants", "the case names no variant file", {
      hint: "metaction kb show tells what the knowledgebase says of a variant.",
    });
  }
  const early = await gatherEvidence(stage, variants);
  const { gene, change } = asked;
  const own = findInCase(variants, asked);
  const assembly = variants.assembly.name;
  const guess =
    own.length > 0 || change === ""
      ? null
      : supposeVariant({ gene, change, assembly }, request, index);
  const judgedVariants: readonly Observation[] = guess === null ? own : [guess.observation];
  // Of the other kinds everything counts, also in the gene: it is not what is asked about.
  const beside = early.observations.filter(
    (observation) => !isSmallVariant(observation) || !liesIn(observation, gene),
  );
  const disease =
    request.tumorType === undefined ? null : findDisease(knowledgebase.diseases, request.tumorType);
  const { met, undetermined, unmet } = findMatches(
    {
      observations: [...judgedVariants, ...beside],
      available: early.available,
      covered: early.kinds.copyNumber?.covered,
      callability: early.callability,
      phases: variants.taken.phases,
      caseDisease: disease?.id ?? null,
      assembly,
    },
    knowledgebase,
    index,
  );
  const judged = [
    ...met.map((match) => ({ ...match, state: "met" as const })),
    ...undetermined.map((match) => ({ ...match, state: "undetermined" as const })),
    ...unmet.map((match) => ({ ...match, state: "unmet" as const })),
  ];
  const statements = judged
    .filter(({ statement }) => statement.gene === gene)
    .map(({ statement, state, reason }) => ({ statement, state, reason: reason.text }));
  return {
    labels: judgedVariants.map(({ label }) => label),
    isInCase: own.length > 0,
    notes: guess?.notes ?? [],
    oncogenicity: judgedVariants.flatMap((observation) => judge(observation, index)),
    statements: statements.toSorted(
      (a, b) =>
        states.indexOf(a.state) - states.indexOf(b.state) ||
        compareText(a.statement.evidenceLevel, b.statement.evidenceLevel) ||
        compareText(a.statement.id, b.statement.id),
    ),
  };
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
  { observations }: InterpretedVariants,
  { gene, change }: { gene: string; change: string },
): Observation<SmallVariant>[] {
  const inGene = observations.filter((observation) => liesIn(observation, gene));
  if (change === "") return inGene;
  const protein = parseProteinChange(change);
  return inGene.filter(({ alteration }) =>
    alteration.consequences.some((consequence) => {
      if (consequence.gene !== gene) return false;
      if (consequence.codingChange === change) return true;
      const found = parseProteinChange(consequence.proteinChange ?? "");
      return protein !== null && found !== null && sameProteinChange(found, protein);
    }),
  );
}

function liesIn({ alteration }: Observation<SmallVariant>, gene: string): boolean {
  return alteration.consequences.some((consequence) => consequence.gene === gene);
}
