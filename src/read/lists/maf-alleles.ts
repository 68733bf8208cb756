/** The alleles of a MAF row as VCF writes them. */
import { normalizeContig } from "../../model/contig-name.ts";
import type { VariantCall } from "../../model/observation.ts";

/** As the cells state them; empty where a cell is. */
export interface MafAlleles {
  readonly chromosome: string;
  readonly start: string;
  readonly end: string;
  readonly reference: string;
  /** `Tumor_Seq_Allele2`, then `Tumor_Seq_Allele1`. */
  readonly tumor: readonly string[];
}

export interface PlacedAlleles {
  /** One for each allele that is not the reference; the first is that of `Tumor_Seq_Allele2` where that is none. */
  readonly given: readonly VariantCall["given"][];
  /** The row lies on a contig that is no chromosome. */
  readonly isElsewhere: boolean;
}

const bases = /^[ACGTN]+$/;

/**
 * Start and end are 1-based and closed; `-` stands for no base, and an insertion lies between start and end
 * (https://docs.gdc.cancer.gov/Data/File_Formats/MAF_Format). The base before an insertion or deletion, which VCF writes and a MAF
 * does not, is given as `N`. No allele for a row whose tumor alleles are the reference, and for contigs that are no chromosomes.
 * `fault`: why the row cannot be read, as a part of a sentence.
 */
export function placeMafAlleles(row: MafAlleles): PlacedAlleles | { readonly fault: string } {
  const contig = normalizeContig(row.chromosome);
  const start = readPosition(row.start);
  const end = row.end === "" ? null : readPosition(row.end);
  if (start === null) return { fault: "Start_Position is no 1-based position" };
  if (row.end !== "" && end === null) return { fault: "End_Position is no 1-based position" };
  const [reference, ...tumor] = [row.reference, ...row.tumor].map(readBases);
  if (reference === undefined || reference === null) {
    return { fault: "Reference_Allele is neither bases nor -" };
  }
  const alts = new Set(tumor.filter((allele) => allele !== reference));
  if (alts.has(null)) return { fault: "a tumor allele is neither bases nor -" };
  const last = reference === "" ? start + 1 : start + reference.length - 1;
  if (end !== null && end !== last) {
    return {
      fault:
        reference === ""
          ? `an insertion lies between two neighboring bases, not ${start} and ${end}`
          : `${start} to ${end} are not the ${reference.length} bases of Reference_Allele`,
    };
  }
  if (contig === null) return { given: [], isElsewhere: true };
  return {
    isElsewhere: false,
    given: [...alts].map((alt) => anchor({ contig, start, reference, alt: alt ?? "" })),
  };
}

function anchor({
  contig,
  start,
  reference,
  alt,
}: {
  contig: string;
  start: number;
  reference: string;
  alt: string;
}): VariantCall["given"] {
  if (reference !== "" && alt !== "") return { contig, position: start, ref: reference, alt };
  const position = reference === "" ? start : start - 1;
  return { contig, position, ref: `N${reference}`, alt: `N${alt}` };
}

function readPosition(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** Empty for `-`; null for what is no allele. A cell without a value is no second allele. */
function readBases(text: string): string | null {
  if (/^-+$/.test(text)) return "";
  const upper = text.toUpperCase();
  return bases.test(upper) ? upper : null;
}
