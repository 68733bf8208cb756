import { isBeyondContig } from "../annotate/genome-build/contig-lengths.ts";
import { makeAskCopies } from "../annotate/copy-number/ask-copies.ts";
import { callCopyNumbers } from "../annotate/copy-number/call-copy-numbers.ts";
import type { TumorContent } from "../annotate/copy-number/copies-of-ratio.ts";
import { roundCopies } from "../annotate/copy-number/judge-copies.ts";
import { meanPloidy } from "../annotate/copy-number/mean-ploidy.ts";
import { observeCopies } from "../annotate/copy-number/observe-copies.ts";
import { judgeContigs } from "../annotate/genome-build/judge-contigs.ts";
import type { Assembly } from "../model/locus.ts";
import { makeProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import type { CopyNumberTable } from "../read/copy-number/copy-numbers.ts";
import { findReader } from "../read/find-reader.ts";
import { inputOf } from "./fold-evidence.ts";
import { foldCopies, type CalledTable } from "./fold-copies.ts";
import { caseNamesOf } from "./case-names.ts";
import type { EvidenceContext } from "./interpret-evidence.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";

/**
 * Reads the copy numbers and calls the genes of the knowledgebase on them. Of several files the first that covers a gene speaks of it.
 * Throws Refusal "usage" when the build of segments is not known, "identity" when a file is of another build than the case.
 */
export async function interpretCopyNumber(
  stage: Stage,
  context: EvidenceContext,
): Promise<InterpretedEvidence> {
  const tables = await readTables(stage, context);
  const assembly = decideBuild(tables, stage, context);
  for (const table of tables) checkBuild(table, assembly);
  const { geneSpan } = stage.index.testContext(assembly);
  const genes = stage.index.genes();
  const placed = tables.map((table) => ({ table, tumor: tumorOf(table, stage) }));
  const called = placed.map(({ table, tumor }): CalledTable => {
    const calls = callCopyNumbers(table, {
      genes,
      tumor,
      sex: stage.request.sex,
      assembly,
      geneSpan,
      currentSymbol: stage.index.currentSymbol,
      models: stage.request.models?.(assembly) ?? null,
    });
    return {
      table,
      notCovered: calls.notCovered,
      genes: calls.called.map((copies) => ({
        copies,
        observations: observeCopies(copies, { table, tumor }),
      })),
    };
  });
  return {
    ...foldCopies(called, stage),
    available: new Set(["copy-number"]),
    copiesAt: makeAskCopies(placed, stage.request.sex),
    inputs: tables.map((table) => inputOf("copy-number", table)),
  };
}

async function readTables(
  { request, report }: Stage,
  { variants }: EvidenceContext,
): Promise<CopyNumberTable[]> {
  const caseNames = caseNamesOf(request, variants);
  const tables: CopyNumberTable[] = [];
  for (const { source, sample } of request.copyNumber) {
    const reader = await findReader("copy-number", source);
    tables.push(await reader.read(source, { sample, caseNames, report, strict: request.strict }));
  }
  return tables;
}

/** That of the variants, else as asked, else by the chromosome lengths of a file. Rows of genes have no positions to place. */
function decideBuild(
  tables: readonly CopyNumberTable[],
  { request }: Stage,
  { variants }: EvidenceContext,
): Assembly {
  const given = variants?.assembly.name ?? request.assembly;
  for (const { file, contigs } of tables) {
    const stated = judgeContigs(contigs).assembly;
    if (given === undefined && stated !== null) return stated;
    if (stated !== null && stated !== given) throw otherBuild(file, stated, given);
  }
  if (given !== undefined) return given;
  const placed = tables.find(({ rows }) => rows.some(({ place }) => place !== null));
  if (placed === undefined) return "GRCh38";
  const message = `the genome build of ${placed.file} is not said`;
  throw refuse("usage", "copy-number-build-unknown", message, {
    where: { file: placed.file },
    hint: "Say it with --assembly GRCh37 or --assembly GRCh38, or give the case's VCF as well.",
  });
}

/** A segment that ends behind its chromosome is of another build. */
function checkBuild({ file, rows }: CopyNumberTable, assembly: Assembly): void {
  const beyond = rows.find(
    ({ place }) => place !== null && isBeyondContig(place.contig, place.end, assembly),
  );
  const place = beyond?.place ?? null;
  if (beyond === undefined || place === null) return;
  const { contig, end } = place;
  const message = `position ${end} lies behind the end of chromosome ${contig} of ${assembly}: the segments are of another genome build`;
  throw refuse("identity", "copy-number-build", message, {
    where: { file, line: beyond.line },
    hint: "Give segments on the genome build of the case.",
  });
}

function otherBuild(file: string, stated: Assembly, given: Assembly | undefined): Error {
  const message = `${file} is on ${stated}, and the case on ${given}`;
  return refuse("identity", "copy-number-build", message, {
    where: { file },
    hint: "Give segments on the genome build of the case.",
  });
}

/** Purity and ploidy as the case states them; the ploidy else from segments that state copies. */
function tumorOf(table: CopyNumberTable, { request, report }: Stage): TumorContent {
  const purity = request.purity ?? null;
  const where = { file: table.file };
  const ratios = table.rows.filter(({ copies, log2 }) => copies === null && log2 !== null);
  if (purity === null && ratios.length > 0) {
    const message = "log2 ratios are not adjusted for purity, which is not given";
    const hint = "Give the share of tumor cells with --purity.";
    report(makeProblem("copy-number-not-adjusted", "warning", message, { where, hint }));
  }
  if (request.ploidy !== undefined) return { purity, ploidy: roundCopies(request.ploidy) };
  const mean = meanPloidy(table.rows);
  if (mean === null) return { purity, ploidy: null };
  const ploidy = roundCopies(mean);
  const message = `copies are compared with a ploidy of ${ploidy}, the mean of the segments`;
  report(makeProblem("copy-number-ploidy", "notice", message, { where }));
  return { purity, ploidy };
}
