/** Opens the files of structural variants and of fusions of a case, and settles the sample and the build of each. */
import { inferAssembly } from "../annotate/genome-build/infer-assembly.ts";
import { judgeGenePlaces, type PlaceOfGene } from "../annotate/genome-build/judge-gene-places.ts";
import { assemblies, type Assembly } from "../model/locus.ts";
import { refuse } from "../model/refusal.ts";
import { findReader } from "../read/find-reader.ts";
import type { FusionTable, StructuralTable } from "../read/structural/structural-call.ts";
import { caseNamesOf } from "./case-names.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import type { Stage } from "./stage.ts";

export interface StructuralFile {
  /** Its place in the order of the files, which tells two of one name apart. */
  readonly source: number;
  readonly list: "structuralVariants";
  readonly table: StructuralTable;
  readonly assembly: Assembly;
}

export interface FusionFile {
  readonly source: number;
  readonly list: "fusions";
  readonly table: FusionTable;
  /** Null where neither the case nor the breakpoints tell. */
  readonly assembly: Assembly | null;
}

/**
 * Throws Refusal "usage" when the tumor sample or the build of a file of structural variants is not decided, "identity" when a
 * file is of another build than the case.
 */
export async function readStructuralFiles(
  stage: Stage,
  variants: InterpretedVariants | null,
): Promise<readonly (StructuralFile | FusionFile)[]> {
  const { request } = stage;
  const asked = variants?.assembly.name ?? request.assembly;
  const caseNames = caseNamesOf(request, variants);
  const files: (StructuralFile | FusionFile)[] = [];
  for (const input of request.structuralVariants) {
    const structural = await findReader("structural-variants", input.source);
    const { sample } = input;
    const { report } = stage;
    const options = { sample, caseNames, report, strict: request.strict };
    const table = await structural.read(input.source, options);
    const assembly = settleBuild(table, asked, stage);
    files.push({ source: files.length, list: "structuralVariants", table, assembly });
  }
  for (const input of request.fusions) {
    const reader = await findReader("fusions", input.source);
    const table = await reader.read(input.source, {
      sample: input.sample,
      caseNames,
      report: stage.report,
      strict: request.strict,
    });
    const assembly = judgeBuild(table, asked, stage);
    files.push({ source: files.length, list: "fusions", table, assembly });
  }
  return files;
}

function settleBuild(
  { file, contigs, reference }: StructuralTable,
  asked: Assembly | undefined,
  { report }: Stage,
): Assembly {
  const decided = inferAssembly({ asked, contigs, reference, sites: null, report });
  if (decided !== null) return decided.name;
  throw refuse("usage", "assembly-unknown", `the genome build of ${file} is not said`, {
    where: { file },
    hint: "Pass --assembly GRCh37 or --assembly GRCh38.",
  });
}

/** A few breakpoints may be wrong in themselves: one build must hold several times as many as the other. */
const telling = { fewest: 2, times: 3 };

function judgeBuild(
  table: FusionTable,
  asked: Assembly | undefined,
  { index }: Stage,
): Assembly | null {
  const places = table.rows.flatMap((call): PlaceOfGene[] => [
    ...placeOf(call.fivePrime, call.fivePrimeBreakpoint),
    ...placeOf(call.threePrime, call.threePrimeBreakpoint),
  ]);
  const counts = judgeGenePlaces(places, (gene, assembly) => {
    const symbol = index.currentSymbol(gene);
    return symbol === null ? null : index.testContext(assembly).geneSpan(symbol);
  });
  const only = assemblies.find((assembly) =>
    assemblies.every((other) =>
      other === assembly
        ? counts[other] >= telling.fewest
        : counts[other] * telling.times <= counts[assembly],
    ),
  );
  if (asked === undefined || only === undefined || only === asked) return asked ?? only ?? null;
  const { file } = table;
  const message = `the breakpoints of ${file} lie in their genes on ${only}, and the case is of ${asked}`;
  throw refuse("identity", "fusions-of-other-build", message, {
    where: { file },
    hint: `Give the fusions that were called on ${asked}.`,
  });
}

function placeOf(
  gene: string | null,
  place: { readonly contig: string; readonly position: number } | null,
): PlaceOfGene[] {
  return gene === null || place === null ? [] : [{ gene, ...place }];
}
