import { adat } from "./adat.ts";
import { alleleSegments } from "./allele-segments.ts";
import { alphapept } from "./alphapept.ts";
import { arriba } from "./arriba.ts";
import { callableBed } from "./callable-bed.ts";
import { callableVcf } from "./callable-vcf.ts";
import { cbioportalSv } from "./cbioportal-sv.ts";
import { chordPrediction } from "./chord-prediction.ts";
import { cnvkitSegments } from "./cnvkit-segments.ts";
import { copyNumberVcf } from "./copy-number-vcf.ts";
import { ctatLrFusion } from "./ctat-lr-fusion.ts";
import { diannMatrix } from "./diann-matrix.ts";
import { diannReport } from "./diann-report.ts";
import { dragenFusion } from "./dragen-fusion.ts";
import { ericscript } from "./ericscript.ts";
import { fragpipe } from "./fragpipe.ts";
import { fusionList } from "./fusion-list.ts";
import { fusionCatcher } from "./fusioncatcher.ts";
import { gatkSegments } from "./gatk-segments.ts";
import { gct } from "./gct.ts";
import { geneCalls } from "./gene-calls.ts";
import { geneList } from "./gene-list.ts";
import { geneMatrix } from "./gene-matrix.ts";
import { ihcTable } from "./ihc-table.ts";
import { isofoxFusion } from "./isofox-fusion.ts";
import { jaffa } from "./jaffa.ts";
import { linxFusion } from "./linx-fusion.ts";
import { linxSvs } from "./linx-svs.ts";
import { log2Segments } from "./log2-segments.ts";
import { maxquantSites } from "./maxquant-sites.ts";
import { maxquant } from "./maxquant.ts";
import { msisensor } from "./msisensor.ts";
import { mzTab } from "./mztab.ts";
import { olink } from "./olink.ts";
import { oncokbAnnotated } from "./oncokb-annotated.ts";
import { oncokbSv } from "./oncokb-sv.ts";
import { pamgene } from "./pamgene.ts";
import { pcgrFusion } from "./pcgr-fusion.ts";
import { pcgrTiers } from "./pcgr-tiers.ts";
import { perseus } from "./perseus.ts";
import { pizzly } from "./pizzly.ts";
import { priorTherapies } from "./prior-therapies.ts";
import { proteinLong } from "./protein-long.ts";
import { phosphositeMatrix, proteinWide, rppa } from "./protein-wide.ts";
import { proteomeDiscoverer } from "./proteome-discoverer.ts";
import { purpleGenes } from "./purple-genes.ts";
import { purplePurity } from "./purple-purity.ts";
import { purpleSegments } from "./purple-segments.ts";
import type { Reader } from "./reader.ts";
import { rnaQuantities } from "./rna-quantities.ts";
import { spectronautPivot, spectronautReport } from "./spectronaut.ts";
import { squid } from "./squid.ts";
import { starFusion } from "./star-fusion.ts";
import { statusJson } from "./status-json.ts";
import { statusTable } from "./status-table.ts";
import { svVcf } from "./sv-vcf.ts";
import { tmtIntegrator } from "./tmt-integrator.ts";
import { tmtPhosphopeptides } from "./tmt-phosphopeptides.ts";
import { variantReaders } from "./variant-readers.ts";
import { virusAnnotated } from "./virus-annotated.ts";

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
  perseus,
  alphapept,
  mzTab,
  phosphositeMatrix,
  tmtPhosphopeptides,
  rppa,
  olink,
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
  copyNumberVcf,
  statusTable,
  statusJson,
  purplePurity,
  chordPrediction,
  virusAnnotated,
  msisensor,
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
