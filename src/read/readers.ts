import { diannMatrix } from "./diann-matrix.ts";
import { fragpipe } from "./fragpipe.ts";
import { maxquant } from "./maxquant.ts";
import { proteinLong } from "./protein-long.ts";
import { proteinWide } from "./protein-wide.ts";
import type { Reader } from "./reader.ts";
import { vcf } from "./vcf.ts";

/** Every input format. A new one is one file and one line here. */
export const readers: readonly Reader[] = [
  vcf,
  proteinWide,
  proteinLong,
  maxquant,
  diannMatrix,
  fragpipe,
];
