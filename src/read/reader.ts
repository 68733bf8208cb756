import type { CallabilityReadOptions, CallabilityTable } from "./callable/callable-table.ts";
import type { CopyNumberTable } from "./copy-number/copy-numbers.ts";
import type { OutsideRow } from "./outside/outside-row.ts";
import type { StatusRow } from "./status/status-row.ts";
import type { FusionTable, StructuralTable } from "./structural/structural-call.ts";
import type { EvidenceTable, EvidenceReader } from "./evidence-reader.ts";
import type { ProteinReader } from "./protein-reader.ts";
import type { VariantReader } from "./variant-reader.ts";
import type { PriorRow } from "./prior-row.ts";
import type { IhcRow } from "./stains/ihc-row.ts";

/** Reads copy numbers of segments or of genes. */
export type CopyNumberReader = EvidenceReader<"copy-number", CopyNumberTable>;
export type StatusReader = EvidenceReader<"status", EvidenceTable<StatusRow>>;
export type IhcReader = EvidenceReader<"ihc", EvidenceTable<IhcRow>>;
export type CallabilityReader = EvidenceReader<
  "callability",
  CallabilityTable,
  CallabilityReadOptions
>;
export type StructuralVariantReader = EvidenceReader<"structural-variants", StructuralTable>;
export type FusionReader = EvidenceReader<"fusions", FusionTable>;
export type PriorReader = EvidenceReader<"prior-therapy", EvidenceTable<PriorRow>>;
export type OutsideReader = EvidenceReader<"outside-calls", EvidenceTable<OutsideRow>>;

/** Inputs whose files are read whole by readers of one shape. */
export type EvidenceKind = Exclude<Reader["input"], "variants" | "protein">;

export type Reader =
  | VariantReader
  | ProteinReader
  | CopyNumberReader
  | StructuralVariantReader
  | FusionReader
  | StatusReader
  | IhcReader
  | PriorReader
  | OutsideReader
  | CallabilityReader;
