import { placeCodon, placeCoding } from "../annotate/models/place-codons.ts";
import type { GenomeModels } from "../annotate/models/transcript.ts";
import { type Callability, type DoubtfulCall, makeCallability } from "../match/callability.ts";
import { isBeyondContig } from "../annotate/genome-build/contig-lengths.ts";
import { judgeContigs } from "../annotate/genome-build/judge-contigs.ts";
import { makeRegionTable } from "../io/region-table.ts";
import { makeOpposedProblem } from "../model/clear-reads.ts";
import type { Assembly } from "../model/locus.ts";
import { refuse } from "../model/refusal.ts";
import type { CallableRow } from "../read/callable/callable-row.ts";
import type { CallabilityTable } from "../read/callable/callable-table.ts";
import { doubtCalled } from "./doubt-called.ts";
import { inputOf } from "./fold-evidence.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import { readEvidence } from "./read-evidence.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";
import type { EvidenceTable } from "../read/evidence-reader.ts";

/** What was read, and the files that show it. */
export interface InterpretedCallability {
  readonly callability: Callability | null;
  /** Null: the case has no file of this kind. */
  readonly evidence: InterpretedEvidence | null;
}

/**
 * Joins what panels, gVCFs and calls of the reference in the variant file itself show to have been read. Regions are taken to be on the
 * genome build of the case. Without any of them nothing is proven. Throws Refusal "identity" for a VCF whose contigs have the lengths of another build, and
 * for places that this build does not have.
 */
export async function interpretCallable(
  stage: Stage,
  variants: InterpretedVariants | null,
): Promise<InterpretedCallability> {
  const { request } = stage;
  const assembly = variants?.assembly.name ?? request.assembly;
  const callsAt =
    assembly === undefined ? undefined : makeRegionTable(stage.index.absenceLoci(assembly));
  const tables = await readEvidence(
    "callability",
    request.callable,
    { ...stage, callsAt },
    variants,
  );
  for (const table of tables) checkBuild(table, assembly);
  const notes = variants?.taken.reading ?? { read: [], doubtful: [] };
  const isListed = notes.read.length > 0;
  if (tables.length === 0 && !isListed) return { callability: null, evidence: null };
  const rows = tables.flatMap((table) => table.rows);
  const doubts = tables.flatMap((table) => [
    ...doubtsOf(table, stage),
    ...(assembly === undefined || table.file === request.variants?.name
      ? []
      : doubtCalled(table, { assembly, variants }, stage)),
  ]);
  const models = modelsOf(stage, assembly);
  const callability = makeCallability({
    files: [
      ...tables.map(({ file }) => file),
      ...(isListed && request.variants !== undefined ? [request.variants.name] : []),
    ],
    regions: [...rows.flatMap((row) => (row.kind === "region" ? row : [])), ...notes.read],
    doubtful: [...notes.doubtful, ...doubts],
    measuredGenes: new Set(genesOf(rows, "copy-number").flat()),
    testedPairs: new Set(genesOf(rows, "fusions").map((pair) => pair.join("::"))),
    codon: (gene, codon) => (models === null ? null : placeCodon(models, gene, codon)),
    coding: (gene) => (models === null ? null : placeCoding(models, gene)),
  });
  return { callability, evidence: tables.length === 0 ? null : describeTables(tables) };
}

/** Places of another build prove nothing on this one. A BED does not say what it is of, unless a region lies behind the end of its chromosome. */
function checkBuild(table: CallabilityTable, assembly: Assembly | undefined): void {
  if (assembly === undefined) return;
  checkContigs(table, assembly);
  for (const row of table.rows) {
    if (row.kind === "region" && isBeyondContig(row.contig, row.start, assembly)) {
      const { file } = table;
      const place = `${row.contig}:${row.start}-${row.end}`;
      const message = `${file} has ${place}, and chromosome ${row.contig} of ${assembly} ends before that`;
      throw refuse("identity", "callable-build", message, {
        where: { file, line: row.line },
        hint: "Give what was read on the genome build of the case; if the file is of it, correct the region.",
      });
    }
  }
}

function checkContigs({ file, contigs }: CallabilityTable, assembly: Assembly): void {
  if (contigs === undefined) return;
  const { state, assembly: stated } = judgeContigs(contigs);
  if (state === "undecided" || stated === assembly) return;
  const whose = stated ?? (state === "mixed" ? "two genome builds" : "another genome build");
  throw refuse(
    "identity",
    "callable-build",
    `${file} is of ${whose}, and the case of ${assembly}`,
    {
      where: { file },
      hint: "Give what was read on the genome build of the case.",
    },
  );
}

function modelsOf({ request }: Stage, assembly: Assembly | undefined): GenomeModels | null {
  return assembly === undefined ? null : (request.models?.(assembly) ?? null);
}

/** Places of which a file contradicts itself. The variant file reports its own. */
function doubtsOf(
  { file, rows }: EvidenceTable<CallableRow>,
  { request, report }: Stage,
): DoubtfulCall[] {
  return rows.flatMap((row) => {
    if (row.kind !== "doubt") return [];
    const { contig, start, end, line, why, allele } = row;
    if (file !== request.variants?.name) {
      report(makeOpposedProblem(why, allele, { file, line }));
    }
    return [{ contig, start, end, why: `${why} (${file}:${line})` }];
  });
}

function genesOf(
  rows: readonly CallableRow[],
  assay: "copy-number" | "fusions",
): readonly (readonly string[])[] {
  return rows.flatMap((row) => (row.kind === "assay" && row.assay === assay ? [row.genes] : []));
}

/** No line of these files is a finding; those that show something are counted as not matched. */
function describeTables(tables: readonly EvidenceTable[]): InterpretedEvidence {
  const sum = (count: keyof EvidenceTable["counts"]): number =>
    tables.reduce((total, table) => total + table.counts[count], 0);
  const [read, setAside, refused] = [sum("read"), sum("setAside"), sum("refused")];
  return {
    observations: [],
    available: new Set(["callability"]),
    inputs: tables.map((table) => inputOf("callability", table)),
    counts: () => ({
      read,
      matched: 0,
      notMatched: read - setAside - refused,
      setAside,
      refused,
    }),
  };
}
