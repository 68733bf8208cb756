import type { Measured } from "../../../model/alteration.ts";
import type { StatedScale } from "../scale/protein-scale.ts";
import type { ScalableRow } from "../scale/scalable-row.ts";

/** One row while its table is read; `value` and `cohort` hold NaN where missing. */
export interface GeneRow extends ScalableRow {
  /** As the table names it, several genes parted by `;`; empty where it names accessions only. */
  readonly gene: string;
  /** Accessions beside the gene, parted by `;`: asked where the gene is not known. */
  readonly accessions?: string;
  /** Residues of a phosphosite. */
  readonly site?: string;
  /** The row is named by an antibody or a kinase, not by a symbol. */
  readonly antibody?: true;
  /** The antibody's own name, where it stands beside the genes. */
  readonly binds?: string;
  /** Of a modified form of the protein, at a residue that is not told. */
  readonly modified?: true;
  /** 1 where the file declares the protein not detected: the case first, then the cohort in its order. Absent: nowhere. */
  readonly notDetected?: Uint8Array;
  readonly line: number;
}

/** What a format finds in a file. */
export interface FoundProteins {
  readonly rows: readonly GeneRow[];
  /** The sample that was read, where any was asked for by an empty name. */
  readonly sample?: string;
  readonly cohortSamples: readonly string[];
  /** What the file says that its samples are, by their names: `Tumor`, `Pool`; absent where it has no such row. */
  readonly sampleTypes?: ReadonlyMap<string, string>;
  readonly stated: StatedScale | null;
  /** What the format measures; absent: not stated, so protein unless declared. */
  readonly molecule?: Measured;
  /** The format has intensities of a mass spectrometer or their logarithms, and nothing else. */
  readonly isIntensity?: true;
  /** How the file is laid out, for the notice on reading; absent: as a table of this delimiter. */
  readonly layout?: string;
  /** How the file declares that a protein was not detected; absent where it declares nothing. */
  readonly detection?: string;
  /** Rows of the file that were refused. */
  readonly refused: number;
  /** Rows of the file that are no measurement of their own: contaminants and the like. */
  readonly setAside: number;
}
