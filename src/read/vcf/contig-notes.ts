import { normalizeContig } from "../../model/contig-name.ts";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { showText } from "../show-text.ts";
import type { VcfHeader } from "./header.ts";

/** Says which names in CHROM are of no contig that is declared, or of no chromosome that is known. */
export interface ContigNotes {
  /** Takes the first record of a run on one contig, with the name as in the file. */
  note(rawContig: string, line: number): void;
  /** To be called behind the last record. `isWhole`: all records of the file were seen. `indexed`: contigs that an index lists beside those. */
  finish(seen: { readonly isWhole: boolean; readonly indexed: readonly string[] }): void;
}

/** A contig, and the line of its first record; null where an index alone tells of it. */
interface FirstRecord {
  readonly rawContig: string;
  readonly line: number | null;
}

export function makeContigNotes({
  file,
  header,
  report,
}: {
  readonly file: string;
  readonly header: Pick<VcfHeader, "rawContigs">;
  readonly report: ReportProblem;
}): ContigNotes {
  const seen = new Set<string>();
  let firstContig: FirstRecord | null = null;
  let otherNumber: FirstRecord | null = null;
  let isAnyKnown = false;
  return {
    note(rawContig, line) {
      if (seen.has(rawContig)) return;
      seen.add(rawContig);
      isAnyKnown ||= normalizeContig(rawContig) !== null;
      firstContig ??= { rawContig, line };
      if (isOtherNumber(rawContig)) otherNumber ??= { rawContig, line };
      // `<1>` is a contig of an assembly file, which is not declared here (VCF 4.3, 1.6.1).
      const isDeclared = header.rawContigs.has(rawContig) || rawContig.startsWith("<");
      if (header.rawContigs.size === 0 || isDeclared) return;
      const message = `contig ${showText(rawContig)} is not declared in the header`;
      report(makeProblem("vcf-contig-undeclared", "warning", message, { where: { file, line } }));
    },
    finish({ isWhole, indexed }) {
      const listed = indexed.find((rawContig) => isOtherNumber(rawContig));
      if (listed !== undefined) otherNumber ??= { rawContig: listed, line: null };
      if (isAnyKnown && otherNumber !== null) report(noChromosome(file, otherNumber));
      if (!isAnyKnown && isWhole && firstContig !== null) {
        report(noKnownChromosome(file, firstContig));
      }
    },
  };
}

/** Chromosomes that are numbered as PLINK does (`23` for X), or with a zero before (`07`). */
function isOtherNumber(rawContig: string): boolean {
  return /^(?:chr)?\d{1,2}$/i.test(rawContig) && normalizeContig(rawContig) === null;
}

const renameContigs = "Rename the contigs: bcftools annotate --rename-chrs NAMES.txt -o OUT FILE";

function noChromosome(file: string, { rawContig, line }: FirstRecord): Problem {
  const message = `contig ${showText(rawContig)} is none of the chromosomes 1 to 22, X, Y and MT: nothing on it is matched`;
  return makeProblem("vcf-contig-unknown", "warning", message, {
    where: line === null ? { file } : { file, line },
    hint: renameContigs,
  });
}

/** Without this word, a file of other names would look like one in which nothing was found. */
function noKnownChromosome(file: string, { rawContig, line }: FirstRecord): Problem {
  const message = `no record lies on a known chromosome (the first: ${showText(rawContig)}): nothing of the file is matched, and nothing is known to be absent`;
  return makeProblem("vcf-no-chromosome", "warning", message, {
    where: line === null ? { file } : { file, line },
    hint: renameContigs,
  });
}
