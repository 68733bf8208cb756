import { alleleSegments } from "./allele-segments.ts";
import { chordPrediction } from "./chord-prediction.ts";
import { cnvkitSegments } from "./cnvkit-segments.ts";
import { copyNumberVcf } from "./copy-number-vcf.ts";
import { diannMatrix } from "./diann-matrix.ts";
import { fragpipe } from "./fragpipe.ts";
import { gatkSegments } from "./gatk-segments.ts";
import { geneCalls } from "./gene-calls.ts";
import { geneList } from "./gene-list.ts";
import { geneMatrix } from "./gene-matrix.ts";
import { ihcTable } from "./ihc-table.ts";
import { log2Segments } from "./log2-segments.ts";
import { maxquant } from "./maxquant.ts";
import { msisensor } from "./msisensor.ts";
import { proteinLong } from "./protein-long.ts";
import { proteinWide } from "./protein-wide.ts";
import { purpleGenes } from "./purple-genes.ts";
import { purplePurity } from "./purple-purity.ts";
import { purpleSegments } from "./purple-segments.ts";
import type { Reader } from "./reader.ts";
import { statusJson } from "./status-json.ts";
import { statusTable } from "./status-table.ts";
import { vcf } from "./vcf.ts";
import { virusAnnotated } from "./virus-annotated.ts";

/** Every input format. A new one is one file and one line here. */
export const readers: readonly Reader[] = [
  vcf,
  proteinWide,
  proteinLong,
  maxquant,
  diannMatrix,
  fragpipe,
  alleleSegments,
  log2Segments,
  cnvkitSegments,
  gatkSegments,
  purpleSegments,
  purpleGenes,
  geneMatrix,
  geneCalls,
  geneList,
  copyNumberVcf,
  statusTable,
  statusJson,
  purplePurity,
  chordPrediction,
  virusAnnotated,
  msisensor,
  ihcTable,
];
