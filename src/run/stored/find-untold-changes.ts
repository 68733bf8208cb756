/** Which statements that two knowledgebases do not share a stored report cannot decide. */
import { atomicParts, type Constraint } from "../../constraints/constraints.ts";
import { buildIndex } from "../../knowledgebase/index/build-index.ts";
import type { Knowledgebase, Statement } from "../../knowledgebase/knowledgebase.ts";
import type { Match } from "../../match/match.ts";
import { alleleKey, isMarker, type InputNeed } from "../../model/alteration.ts";
import { compareText } from "../../model/order.ts";
import type { Report } from "../../model/report.ts";
import type { NotComparable } from "./compare-with-stored.ts";
import type { Replay } from "./replay-report.ts";

interface Pair<T> {
  readonly from: T;
  readonly to: T;
}

/** A statement that was added, removed or revised, and what the replay makes of it. */
interface Changed {
  readonly statement: Statement;
  /** Stated by the second knowledgebase. */
  readonly isLater: boolean;
  /** Where it stays open; null where it is met, and where it is not. */
  readonly open: Match | null;
  readonly parts: ReturnType<typeof atomicParts>;
}

/**
 * A report keeps what the knowledgebase of its day asked for. What a statement would find that another one asks for the first time, or that rests
 * on what was read, was in the files of the case alone.
 */
export function findUntoldChanges(
  report: Report,
  knowledgebases: Pair<Knowledgebase>,
  replays: Pair<Replay>,
): NotComparable[] {
  const { from, to } = knowledgebases;
  const changed = [
    ...listChanged(from, to, replays.from).map((each) => ({ ...each, isLater: false })),
    ...listChanged(to, from, replays.to).map((each) => ({ ...each, isLater: true })),
  ];
  const facts = { report, from, available: replays.from.available };
  return kinds.flatMap(({ find, say }) => {
    const genes = new Set(changed.flatMap((each) => find(each, facts)));
    if (genes.size === 0) return [];
    const sorted = [...genes].toSorted(compareText);
    return [{ genes: sorted, reason: say(sorted.join(", ")) }];
  });
}

/** Those of the first that the other does not state in the same way. */
function listChanged(
  { statements }: Knowledgebase,
  other: Knowledgebase,
  { open }: Replay,
): Omit<Changed, "isLater">[] {
  const stated = new Map(other.statements.map((statement) => [statement.id, statement]));
  return statements
    .filter((statement) => JSON.stringify(statement) !== JSON.stringify(stated.get(statement.id)))
    .map((statement) => ({
      statement,
      open: open.get(statement.id) ?? null,
      parts: statement.variant.constraints.flatMap(atomicParts),
    }));
}

interface Facts {
  readonly report: Report;
  readonly from: Knowledgebase;
  readonly available: ReadonlySet<InputNeed>;
}

interface Kind {
  /** Genes that a changed statement asks about and of which the report does not tell. */
  find(changed: Changed, facts: Facts): readonly string[];
  say(genes: string): string;
}

const kinds: readonly Kind[] = [
  {
    find: ({ parts }, { from, available }) =>
      parts
        .filter(({ rule, constraint }) =>
          rule.needs(constraint).some((need) => need !== "ihc" && available.has(need)),
        )
        .flatMap(({ rule, constraint }) => rule.genes(constraint))
        .filter((gene) => !isMarker(gene) && buildIndex(from).currentSymbol(gene) === null),
    say: (genes) =>
      `it does not tell what the case has of ${genes}, which the first knowledgebase does not know`,
  },
  {
    find: ({ statement, open }, { report }) => {
      const isOfReads =
        open !== null && (open.notCovered.length > 0 || open.missing.includes("callability"));
      return isOfReads && showsReads(report) ? [statement.gene] : [];
    },
    say: (genes) => `it does not tell what was read of ${genes}, by which wild type is proven`,
  },
  {
    find: ({ statement, open, parts }, { report, from }) => {
      if (open === null || !report.inputs.some(({ role }) => role === "protein")) return [];
      const isNegated = hasNot(statement.variant.constraints);
      return parts.flatMap(({ constraint }) =>
        constraint.type === "expression" && (isNegated || !isAsked(constraint, from))
          ? [constraint.gene]
          : [],
      );
    },
    say: (genes) =>
      `it does not tell whether the tables show ${genes} as high or low, which the first knowledgebase does not ask for`,
  },
  {
    find: ({ statement, parts, isLater }, { report }) => {
      if (report.lesions === undefined || report.lesions.specimens.length < 2) return [];
      const isCompared = parts.some(({ rule, constraint }) =>
        rule.needs(constraint).some((need) => comparedInputs.has(need)),
      );
      // What met a statement of the first knowledgebase is listed; what will meet one of the second is not.
      const isTold = !isLater && !hasElsewhere(report, statement.gene);
      return isCompared && !isTold ? [statement.gene] : [];
    },
    say: (genes) => `it does not tell all that its other lesions have of ${genes}`,
  },
  {
    find: ({ statement, open }, { available }) =>
      open?.reason.code === "phase-not-known" && available.has("small-variants")
        ? [statement.gene]
        : [],
    say: (genes) => `it does not tell whether variants of ${genes} lie on one molecule`,
  },
  {
    find: ({ parts }, { report }) =>
      hasSetAside(report, smallCopyChanges)
        ? parts.flatMap(({ constraint }) =>
            constraint.type === "copy-number" &&
            (constraint.minCopies !== undefined ||
              constraint.change === "gain" ||
              constraint.change === "loss")
              ? [constraint.gene]
              : [],
          )
        : [],
    say: (genes) => `it does not tell whether gains and losses that were set aside are of ${genes}`,
  },
  {
    find: ({ statement, parts }, { report, from }) => {
      const isUnnamed = (part: Changed["parts"][number]): boolean => {
        const codes = part.constraint.type === "allele" ? silentVariants : unreadVariants;
        return hasSetAside(report, codes) && isNewAllele(part, report, from);
      };
      return parts.some(isUnnamed) ? [statement.gene] : [];
    },
    say: (genes) =>
      `it does not tell whether variants that were set aside are alleles of ${genes} that the first knowledgebase does not name`,
  },
];

/** Of what is compared between lesions. */
const comparedInputs: ReadonlySet<InputNeed> = new Set([
  "small-variants",
  "copy-number",
  "structural-variants",
  "fusions",
]);

/** Whether another lesion has an alteration of a gene that the one to be treated does not call. */
function hasElsewhere({ lesions }: Report, gene: string): boolean {
  return lesions?.alterations.some((row) => !row.isInTreated && row.gene === gene) === true;
}

/** Codes of what is set aside until a statement names it (assess/reason-to-set-aside.ts). */
const smallCopyChanges: ReadonlySet<string> = new Set(["copy-number-gain", "one-copy-left"]);
const unreadVariants: ReadonlySet<string> = new Set([
  "no-protein-annotation",
  "sequence-missing",
  "no-consequence-known",
]);
/** Those that a statement about a change of the protein does not ask for. */
const silentVariants: ReadonlySet<string> = new Set([
  ...unreadVariants,
  "splice-region",
  "synonymous",
  "utr",
  "intronic",
  "flank",
]);

/** Whether a constraint is about an allele of the build of the case that the knowledgebase does not name. */
function isNewAllele(
  { rule, constraint }: Changed["parts"][number],
  { case: { assembly } }: Report,
  from: Knowledgebase,
): boolean {
  const { knownAllele } = buildIndex(from);
  return rule
    .alleles(constraint)
    .some(
      (allele) =>
        allele.assembly === assembly?.name && knownAllele(alleleKey(allele)) === undefined,
    );
}

function hasSetAside({ setAside }: Report, codes: ReadonlySet<string>): boolean {
  return setAside.some(({ code }) => codes.has(code));
}

/** By a file of what was read, or by calls of the reference in the variant file. */
function showsReads({ inputs, setAside }: Report): boolean {
  return (
    inputs.some(({ role }) => role === "callability") ||
    setAside.some(({ code }) => code === "genotype-reference")
  );
}

/** Whether a table was asked for the gene, so that an outlier would be a finding. */
function isAsked(
  { gene, molecule }: Extract<Constraint, { type: "expression" }>,
  from: Knowledgebase,
): boolean {
  const { expressionGenes } = buildIndex(from);
  const asked = molecule === "any" ? (["protein", "rna"] as const) : [molecule];
  return asked.every((each) => expressionGenes(each).has(gene));
}

function hasNot(constraints: readonly Constraint[]): boolean {
  return JSON.stringify(constraints).includes('"type":"not"');
}
