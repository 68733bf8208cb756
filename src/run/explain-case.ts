import { annotateCall } from "../annotate/annotate-call.ts";
import { resolveQuery } from "../annotate/hgvs/resolve-query.ts";
import { parseProteinChange, sameProteinChange } from "../annotate/protein-change.ts";
import { buildIndex } from "../knowledgebase/build-index.ts";
import { findDisease } from "../knowledgebase/disease-tree.ts";
import type { Knowledgebase, Statement } from "../knowledgebase/knowledgebase.ts";
import { findMatches } from "../match/find-matches.ts";
import { nameAlteration } from "../match/name-alteration.ts";
import { supposed } from "../match/supposed.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Allele } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { refuse } from "../model/refusal.ts";
import type { CaseRequest } from "./case-request.ts";
import { interpretVariants, type InterpretedVariants } from "./interpret-variants.ts";
import { makeSetAsideTally } from "./set-aside-tally.ts";

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
  /** Met, then open, then the others; each by level and id. */
  readonly statements: readonly ExplainedStatement[];
}

/**
 * Why each statement of a gene is met or is not by one variant, or by all that the case holds in the gene when `change` is
 * empty. `gene`: current symbol. Throws Refusal "usage" for a change that cannot be read, or a case without variants.
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
  const { gene, change } = asked;
  const own = findInCase(variants, asked);
  const observations =
    own.length > 0 || change === ""
      ? own
      : suppose(`${gene} ${change}`, { variants, request, index });
  if (observations === null) {
    throw refuse(
      "usage",
      "variant-not-read",
      `${JSON.stringify(change)} is no change that can be read`,
      {
        hint: "Write it as L861Q, p.Leu861Gln, c.2582T>A or E746_A750del.",
      },
    );
  }
  const disease =
    request.tumorType === undefined ? null : findDisease(knowledgebase.diseases, request.tumorType);
  const { met, undetermined, unmet } = findMatches(
    {
      observations,
      available: variants.available,
      caseDisease: disease?.id ?? null,
      assembly: variants.assembly.name,
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
    labels: observations.map(({ label }) => label),
    isInCase: own.length > 0,
    statements: statements.toSorted(
      (a, b) =>
        states.indexOf(a.state) - states.indexOf(b.state) ||
        compareText(a.statement.evidenceLevel, b.statement.evidenceLevel) ||
        compareText(a.statement.id, b.statement.id),
    ),
  };
}

const states = ["met", "undetermined", "unmet"];

function findInCase(
  { observations }: InterpretedVariants,
  { gene, change }: { gene: string; change: string },
): Observation<SmallVariant>[] {
  const inGene = observations.filter(({ alteration }) =>
    alteration.consequences.some((consequence) => consequence.gene === gene),
  );
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

interface Supposition {
  readonly variants: InterpretedVariants;
  readonly request: CaseRequest;
  readonly index: ReturnType<typeof buildIndex>;
}

/** The variant as if it were in the case: by its alleles where the gene models know them, else by its name alone. */
function suppose(text: string, { variants, request, index }: Supposition): Observation[] | null {
  const assembly = variants.assembly.name;
  const models = request.models?.(assembly);
  const [gene = "", ...change] = text.split(" ");
  const resolved =
    models && resolveQuery(text, { assembly, models, currentSymbol: index.currentSymbol });
  const [allele] = resolved?.alleles.toSorted((a, b) => a.ref.length - b.ref.length) ?? [];
  if (models !== undefined && allele !== undefined) {
    const context = {
      assembly,
      models,
      knownAllele: index.knownAllele,
      currentSymbol: index.currentSymbol,
    };
    return [annotateCall(callOf(allele), context)];
  }
  const named = nameAlteration(gene, change.join(" "), index);
  return named === null ? null : [named];
}

function callOf(given: Allele): Parameters<typeof annotateCall>[0] {
  return {
    given,
    altIndex: 1,
    altCount: 1,
    failedFilters: [],
    annotations: [],
    ...supposed,
  };
}
