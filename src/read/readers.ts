import { adat } from "./proteins/programs/adat.ts";
import { alleleSegments } from "./copy-number/allele-segments.ts";
import { alphapept } from "./proteins/programs/alphapept.ts";
import { arriba } from "./structural/arriba.ts";
import { callableBed } from "./callable/callable-bed.ts";
import { callableVcf } from "./callable/callable-vcf.ts";
import { cbioportalSv } from "./structural/cbioportal-sv.ts";
import { chordPrediction } from "./status/chord-prediction.ts";
import { cnvkitSegments } from "./copy-number/cnvkit-segments.ts";
import { copyNumberVcf } from "./copy-number/copy-number-vcf.ts";
import { ctatLrFusion } from "./structural/ctat-lr-fusion.ts";
import { diannMatrix } from "./proteins/programs/diann-matrix.ts";
import { diannReport } from "./proteins/programs/diann-report.ts";
import { dragenFusion } from "./structural/dragen-fusion.ts";
import { ericscript } from "./structural/ericscript.ts";
import { fragpipe } from "./proteins/programs/fragpipe.ts";
import { fusionList } from "./structural/fusion-list.ts";
import { fusionCatcher } from "./structural/fusioncatcher.ts";
import { gatkSegments } from "./copy-number/gatk-segments.ts";
import { gct } from "./proteins/programs/gct.ts";
import { geneCalls } from "./copy-number/gene-calls.ts";
import { geneList } from "./copy-number/gene-list.ts";
import { geneMatrix } from "./copy-number/gene-matrix.ts";
import { ihcTable } from "./stains/ihc-table.ts";
import { isofoxFusion } from "./structural/isofox-fusion.ts";
import { jaffa } from "./structural/jaffa.ts";
import { linxFusion } from "./structural/linx-fusion.ts";
import { linxSvs } from "./structural/linx-svs.ts";
import { log2Segments } from "./copy-number/log2-segments.ts";
import { maxquantSites } from "./proteins/programs/maxquant-sites.ts";
import { maxquant } from "./proteins/programs/maxquant.ts";
import { msstats, msstatsTmt } from "./proteins/programs/msstats.ts";
import { msisensor } from "./status/msisensor.ts";
import { mzTab } from "./proteins/programs/mztab.ts";
import { olink } from "./proteins/programs/olink.ts";
import { olinkWide } from "./proteins/programs/olink-wide.ts";
import { oncokbAnnotated } from "./outside/oncokb-annotated.ts";
import { oncokbSv } from "./structural/oncokb-sv.ts";
import { pamgene } from "./proteins/programs/pamgene.ts";
import { pcgrFusion } from "./structural/pcgr-fusion.ts";
import { pcgrTiers } from "./outside/pcgr-tiers.ts";
import { perseus } from "./proteins/programs/perseus.ts";
import { pizzly } from "./structural/pizzly.ts";
import { priorTherapies } from "./prior-therapies.ts";
import { proteinLong } from "./proteins/tables/protein-long.ts";
import { phosphositeMatrix, proteinWide, rppa } from "./proteins/tables/protein-wide.ts";
import { proteomeDiscoverer } from "./proteins/programs/proteome-discoverer.ts";
import { purpleGenes } from "./copy-number/purple-genes.ts";
import { purplePurity } from "./status/purple-purity.ts";
import { purpleSegments } from "./copy-number/purple-segments.ts";
import type { Reader } from "./reader.ts";
import { rnaQuantities } from "./proteins/tables/rna-quantities.ts";
import { spectronautPivot, spectronautReport } from "./proteins/programs/spectronaut.ts";
import { squid } from "./structural/squid.ts";
import { starFusion } from "./structural/star-fusion.ts";
import { statusJson } from "./status/status-json.ts";
import { statusTable } from "./status/status-table.ts";
import { svVcf } from "./structural/sv-vcf.ts";
import { tso500AllFusions, tso500Fusions } from "./structural/tso500-fusions.ts";
import { tso500Copies } from "./copy-number/tso500-copies.ts";
import { tso500Markers } from "./status/tso500-markers.ts";
import { tmtIntegrator } from "./proteins/programs/tmt-integrator.ts";
import { tmtPhosphopeptides } from "./proteins/programs/tmt-phosphopeptides.ts";
import { variantReaders } from "./variant-readers.ts";
import { virusAnnotated } from "./status/virus-annotated.ts";

/** Every input format. A new one is one file and one line here, or in the list of those of variants. */
export const readers: readonly Reader[] = [
  ...variantReaders,
  proteinWide,
  proteinLong,
  maxquant,
  maxquantSites,
  diannMatrix,
  diannReport,
  fragpipe,
  tmtIntegrator,
  spectronautPivot,
  spectronautReport,
  proteomeDiscoverer,
  msstats,
  msstatsTmt,
  perseus,
  alphapept,
  mzTab,
  phosphositeMatrix,
  tmtPhosphopeptides,
  rppa,
  olink,
  olinkWide,
  adat,
  gct,
  pamgene,
  rnaQuantities,
  alleleSegments,
  log2Segments,
  cnvkitSegments,
  gatkSegments,
  purpleSegments,
  purpleGenes,
  geneMatrix,
  geneCalls,
  geneList,
  tso500Copies,
  copyNumberVcf,
  statusTable,
  statusJson,
  purplePurity,
  chordPrediction,
  virusAnnotated,
  msisensor,
  tso500Markers,
  ihcTable,
  callableBed,
  callableVcf,
  priorTherapies,
  oncokbAnnotated,
  pcgrTiers,
  svVcf,
  linxSvs,
  arriba,
  starFusion,
  ctatLrFusion,
  fusionCatcher,
  dragenFusion,
  tso500Fusions,
  tso500AllFusions,
  jaffa,
  ericscript,
  pizzly,
  squid,
  pcgrFusion,
  cbioportalSv,
  oncokbSv,
  linxFusion,
  isofoxFusion,
  fusionList,
];
