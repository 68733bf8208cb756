import type { CalledCopyNumbers } from "../annotate/copy-number/call-copy-numbers.ts";
import type { GeneCopies } from "../annotate/copy-number/gene-copies.ts";
import { roundCopies } from "../annotate/copy-number/judge-copies.ts";
import type { CopyNumberAlteration } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { makeProblem } from "../model/problem.ts";
import type { Counts, NotAssessed } from "../model/report.ts";
import type { CopyNumberRow, CopyNumberTable } from "../read/copy-number/copy-numbers.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";

interface CalledGene {
  readonly copies: GeneCopies;
  readonly observations: readonly Observation<CopyNumberAlteration>[];
}

/** A file with the genes that were called on it. */
export interface CalledTable extends Pick<CalledCopyNumbers, "notCovered"> {
  readonly table: CopyNumberTable;
  readonly genes: readonly CalledGene[];
}

/** One result of all files: the first file that covers a gene speaks of it, and a later one that differs is told. */
export function foldCopies(
  called: readonly CalledTable[],
  { report, tally }: Pick<Stage, "report" | "tally">,
): Pick<InterpretedEvidence, "observations" | "counts" | "notAssessed" | "covered"> {
  const byGene = new Map<string, CalledGene & { readonly file: string }>();
  for (const { table, genes, notCovered } of called) {
    reportContradictions(table.file, notCovered, report);
    if (table.counts.setAside > 0) tally.addUnnamed(asideRows, table.counts.setAside);
    const differing: string[] = [];
    for (const gene of genes) {
      const name = gene.copies.gene;
      const known = byGene.get(name);
      if (known === undefined) byGene.set(name, { ...gene, file: table.file });
      else if (changesOf(known) !== changesOf(gene)) differing.push(name);
    }
    if (differing.length > 0) {
      const named = differing.slice(0, mostNamed).join(", ");
      const message = `genes have other copies than in a file before; the first file is used: ${named}`;
      const problem = makeProblem("copy-number-differs", "warning", message, {
        where: { file: table.file },
        hint: "Give the file to be used first, or only that one.",
      });
      report({ ...problem, count: differing.length });
    }
  }
  const observations = [...byGene.values()].flatMap((gene) => gene.observations);
  return {
    observations,
    covered: new Map(
      [...byGene].map(([gene, { copies }]) => [
        gene,
        { hasAlleles: copies.hasAlleles, isAdjusted: copies.isAdjusted },
      ]),
    ),
    counts: (matchedIds) => countRows(called, observations, matchedIds),
    notAssessed: listGaps(called, byGene),
  };
}

const mostNamed = 5;

/** Each gene with its rows: which of them is right only their maker knows. */
function reportContradictions(
  file: string,
  notCovered: CalledTable["notCovered"],
  report: Stage["report"],
): void {
  for (const { gene, why } of notCovered) {
    if (typeof why === "string") continue;
    const [first] = why.contradicting;
    const rows = why.contradicting.slice(0, mostNamed).map(describeRow).join("; ");
    const message = `what the file says of ${gene} contradicts itself, and decides nothing: ${rows}`;
    report(
      makeProblem("copy-number-contradiction", "warning", message, {
        where: { file, ...(first === undefined ? {} : { line: first.line }) },
        hint: "Give each gene, or each place, once, with a word that fits its copies.",
      }),
    );
  }
}

/** `line 3: 12 copies, deletion`. */
function describeRow({ line, copies, log2, call }: CopyNumberRow): string {
  const told = [
    copies === null ? null : `${roundCopies(copies)} copies`,
    copies !== null || log2 === null ? null : `log2 ratio ${roundCopies(log2)}`,
    call === null ? null : `called ${call.replaceAll("-", " ")}`,
  ];
  return `line ${line}: ${told.filter((part) => part !== null).join(", ")}`;
}

const asideRows = {
  code: "copy-number-rows",
  what: "rows of copy-number files",
  reason:
    "The rows are of other samples, lie on no chromosome, failed a filter or state no copy number.",
};

function changesOf({ observations }: CalledGene): string {
  return observations.map(({ id }) => id).join(" ");
}

/** A row counts as matched when a change that rests on it met a statement. */
function countRows(
  called: readonly CalledTable[],
  observations: readonly Observation[],
  matchedIds: ReadonlySet<string>,
): Counts {
  const sum = (count: keyof CopyNumberTable["counts"]): number =>
    called.reduce((total, { table }) => total + table.counts[count], 0);
  const rows = new Set(
    observations
      .filter(({ id }) => matchedIds.has(id))
      .map(({ provenance }) => `${provenance.file}:${provenance.line}`),
  );
  const [read, refused, setAside] = [sum("read"), sum("refused"), sum("setAside")];
  return {
    read,
    matched: rows.size,
    notMatched: read - rows.size - refused - setAside,
    setAside,
    refused,
  };
}

/** Genes of which no file says anything, by the reason that the last file gives; those that lie in no segment are told by statement. */
function listGaps(
  called: readonly CalledTable[],
  byGene: ReadonlyMap<string, unknown>,
): NotAssessed[] {
  const genesOf = new Map<(typeof gaps)[number]["why"] | "no segment", Set<string>>();
  for (const { notCovered } of called) {
    for (const { gene, why } of notCovered) {
      if (byGene.has(gene)) continue;
      const key = typeof why === "string" ? why : "contradiction";
      genesOf.set(key, (genesOf.get(key) ?? new Set()).add(gene));
    }
  }
  return gaps.flatMap(({ why, ...gap }) => {
    const genes = [...(genesOf.get(why) ?? [])].toSorted(compareText);
    return genes.length === 0 ? [] : [{ ...gap, statements: 0, genes }];
  });
}

const gaps = [
  {
    why: "sex",
    code: "copy-number-sex-unknown",
    what: "Copies of genes on X and Y",
    reason: "How many copies are normal hangs on the sex, which is not given.",
    settledBy: 'The sex in the case file ("sex")',
  },
  {
    why: "no place",
    code: "copy-number-no-place",
    what: "Copies of genes whose place is not known",
    reason: "Neither the knowledgebase nor the gene models place the gene on this genome build.",
    settledBy: "A file with a row for each gene",
  },
  {
    why: "contradiction",
    code: "copy-number-contradiction",
    what: "Copies of genes of which a file contradicts itself",
    reason:
      "Rows of the file call the gene differently, or one is called otherwise than its copies are.",
    settledBy: "A file with one result for each gene",
  },
] as const;
