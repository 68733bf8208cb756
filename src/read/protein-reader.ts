import type { ByteSource } from "../io/byte-source.ts";
import type { Measured, Molecule } from "../model/alteration.ts";
import type { ProteinScale } from "../model/protein-scales.ts";
import type { ReportProblem } from "../model/problem.ts";
import type { ProteinNames } from "./proteins/names/protein-names.ts";
import type { ReaderBase } from "./reader-base.ts";

/** Reads a table of protein, phosphosite or RNA values whole. */
export interface ProteinReader extends ReaderBase {
  readonly input: "protein";
  /**
   * A sample that the table holds, for reading it where the case's sample is not known; null when there is none, and
   * empty where the head does not reach it: the first one is read then. `names` tell rows of samples from rows of genes.
   */
  firstSample(head: string, names?: ProteinNames): string | null;
  read(source: ByteSource, options: ProteinReadOptions): Promise<ProteinTable>;
}

export interface ProteinReadOptions {
  /** Column or sample name of the case. */
  readonly sample: string;
  readonly cohortName?: string | undefined;
  /** Every sample of the table is a reference sample, also the one that it is read for. */
  readonly isReference?: boolean;
  /** True for a reference sample that the user has told of: its name is not read for what it may be. */
  readonly isDescribed?: (sample: string) => boolean;
  readonly scale?: ProteinScale | undefined;
  /** What was measured; absent: what the format states, else protein. */
  readonly molecule?: Molecule | undefined;
  /** Knows genes, antibodies and accessions; absent: rows keep the names of the file. */
  readonly names?: ProteinNames | undefined;
  readonly report: ReportProblem;
  readonly strict: boolean;
}

export interface ProteinRow {
  /** Current symbol where the name is known, else as in the file; `A;B` where the row is of several genes. */
  readonly gene: string;
  /** As in the file, where that differs. */
  readonly name?: string;
  /** Genes of a row of several, which its peptides or its antibody do not tell apart. */
  readonly group?: readonly string[];
  /** Residues of a phosphosite in the numbering of the file: `Y1248`, `S462 T469`; absent for the molecule as a whole. */
  readonly site?: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** The case's value; null when missing, and where the protein was declared not detected. */
  readonly value: number | null;
  /** Values of the cohort in the order of `cohortSamples`; NaN when missing. */
  readonly cohort: Float64Array;
  /** Only where the file declares the case's protein not detected: the value below the limit, null where it gives none. */
  readonly notDetected?: { readonly value: number | null };
  /** 1 for reference samples, in their order, whose protein the file declares not detected; absent where it declares none. */
  readonly cohortNotDetected?: Uint8Array;
}

export interface ProteinTable {
  /** Base name. */
  readonly file: string;
  readonly format: string;
  /** Of the rows without a site; those with one are phosphosites. */
  readonly molecule: Measured;
  readonly sample: string;
  readonly cohortSamples: readonly string[];
  readonly cohortName: string;
  readonly scale: { readonly name: string; readonly decidedBy: string };
  /** How the file declares that a protein was not detected: `column detection`; absent where it declares nothing. */
  readonly detection?: string;
  readonly rows: readonly ProteinRow[];
  readonly counts: {
    readonly read: number;
    readonly refused: number;
    /** Contaminants and the like; a gene's protein groups beside the one that is read. */
    readonly setAside: number;
  };
  readonly digest: { readonly sha256: string; readonly bytes: number };
}
