/**
 * The library: one case in, one report document out, and its renderings (the README has an example). Coordinates are
 * 1-based; allele fractions are 0 to 1; protein values are log2. Faults that stop a case are thrown as `Refusal`, all others
 * are `problems` of the report. The package ships the knowledgebase, gene models and accessions that the command uses, as
 * `metaction/knowledgebase.json`, `metaction/gene-models.txt` and `metaction/gene-identifiers.txt`.
 */
export { openPackedModels, type PackedModels } from "./annotate/models/packed-models.ts";
export type { GenomeModels } from "./annotate/models/transcript.ts";
export { fileSource, streamSource, type ByteSource } from "./io/byte-source.ts";
export { openGeneIdentifiers } from "./read/proteins/names/gene-identifiers.ts";
export type { GeneIdentifiers } from "./read/proteins/names/protein-names.ts";
export { loadKnowledgebase } from "./knowledgebase/load/load-knowledgebase.ts";
export { loadLayers, type LayerPath } from "./knowledgebase/load/load-layers.ts";
export type { Knowledgebase, Statement } from "./knowledgebase/knowledgebase.ts";
export type { Assembly } from "./model/locus.ts";
export type { Problem } from "./model/problem.ts";
export { Refusal } from "./model/refusal.ts";
export {
  reportSchema,
  type BlockedTherapy,
  type EvidenceRow,
  type Finding,
  type NotAssessed,
  type Report,
  type SetAside,
  type Target,
} from "./model/report.ts";
export { reportSchemaVersion } from "./model/report-terms.ts";
export { parseReport } from "./report/parse-report.ts";
export type { Renderer } from "./report/render/renderer.ts";
export { renderers } from "./report/render/renderers.ts";
export {
  noEvidence,
  type CaseRequest,
  type CohortRequest,
  type EvidenceRequest,
  type ProteinRequest,
} from "./run/case-request.ts";
export { interpretCase } from "./run/interpret-case.ts";
