import type { Problem } from "../../model/problem.ts";

const copyAgain = "Copy the file again from its source and compare checksums.";
const writeAgain =
  "Correct the value where it was made, or leave the field out; a number is digits with at most one point.";
const nameSamples =
  "Give every sample a name of its own: bcftools reheader -s NAMES.txt -o OUT FILE";
const correctHeader = "Correct the header line: bcftools reheader -h HEADER.txt -o OUT FILE";
const correctRecord =
  "Correct the record, or run the caller again; bcftools view -H FILE shows whether other tools read it.";
const sort = "Sort the file: bcftools sort -o OUT FILE";

/** What to do about a problem whose report names nothing to do, by code. */
const fixes: ReadonlyMap<string, string> = new Map([
  [
    "accessions-passed-over",
    "Nothing, if they are fragments or isoforms of the gene; else name the genes of the row.",
  ],
  [
    "allele-filter-open",
    "Look the allele up in the caller's own file, or give that file: alleles of a record are told apart here.",
  ],
  ["bed-depth-read", "Nothing; if the column is no depth, leave it out: cut -f 1-3 FILE > OUT"],
  ["bgzf-corrupt", copyAgain],
  ["bgzf-cut", copyAgain],
  ["bgzf-no-end-marker", copyAgain],
  ["blank-row", "Remove the blank lines."],
  ["byte-order-mark", "Save the file as UTF-8 without a byte order mark."],
  [
    "case-value-doubtful",
    "Nothing; such a value is no full measurement, and no decision can be built on it.",
  ],
  ["case-runs-passed-over", "Nothing: another run of the same subject is no reference."],
  ["cohort-passed-over", "Nothing, or name the cohort with --protein-cohort."],
  ["cohort-read", "Nothing."],
  ["cohort-sample-repeated", "Remove one of the rows."],
  ["cohort-samples-unnamed", "Add the samples to the table of reference samples."],
  ["columns-passed-over", "Nothing, unless one of these columns is a sample: then rename it."],
  ["copies-negative", "Correct the row, or remove it."],
  ["copy-number-end-missing", "Give the record INFO/END, its last base."],
  ["copy-number-rows-set-aside", "Nothing: such rows are no copy number of this sample."],
  ["decimal-comma", "Nothing, if commas are decimal commas; else export the table with points."],
  ["file-changed", "Wait until the file is complete, then check again."],
  ["file-empty", copyAgain],
  ["file-is-folder", "Give a file."],
  ["file-missing", "Make sure of the file's name and folder."],
  ["file-unreadable", "Ask for permission to read the file."],
  [
    "format-by-case",
    "Nothing; name the file under its kind (cnv, protein, outside) in a case file to have it checked as that.",
  ],
  ["format-value-count", "Correct the field, or its Number in the header."],
  ["format-value-malformed", "Correct the field, or its Type in the header."],
  ["format-value-range", "Declare the field as Float, or correct the value."],
  ["gct-facts", "Nothing: facts of samples are no values."],
  ["gene-ambiguous", "Nothing: peptides do not tell these proteins apart."],
  [
    "gene-contradicted",
    "Correct the name or the accession; the row decides nothing for either gene.",
  ],
  ["gene-groups", "Nothing; give a table with one row for each gene to choose another group."],
  ["gene-missing", "Name the gene of the row, or remove the row."],
  ["gene-not-named", "Run the search with a FASTA whose headers name the gene (GN=)."],
  [
    "gene-not-resolved",
    "Give current symbols (HGNC), UniProt, Ensembl or RefSeq accessions where these rows matter.",
  ],
  ["gene-renamed", "Nothing: this is how the names were read."],
  ["gene-repeated", "Remove one of the rows."],
  ["gene-trimmed", "Remove the spaces around the gene's name."],
  ["gzip-bomb", "Look at the file before using it: it expands as no table does."],
  ["gzip-corrupt", copyAgain],
  [
    "info-end-before-ref",
    "Leave END out, or give it the last base of REF, and index the file again.",
  ],
  [
    "info-flag-value",
    "Leave out the value of the flag, or declare the key with a Type and a Number.",
  ],
  ["info-key-empty", "Remove the semicolon that has no key beside it."],
  ["info-key-malformed", "Rename the key: letters, digits, _ and . only, no digit at its start."],
  ["info-key-repeated", "Keep one of the two; several values stand in one key, with commas."],
  ["info-value-count", "Correct the values, or the key's Number in the header."],
  ["info-value-malformed", writeAgain],
  [
    "info-value-missing",
    "Give the key its value, or leave it out; a missing value is written as a point.",
  ],
  [
    "info-value-negative",
    "Correct the value: a count, a fraction or a position is never negative.",
  ],
  ["info-value-range", "Declare the key as Float, or correct the value."],
  ["info-white-space", "Replace the white space, for example by an underscore."],
  ["list-row-malformed", "Give each row a gene, a change, and numbers as metaction formats says."],
  ["maf-row-malformed", "Correct the row: coordinates and alleles of a MAF are those of the GDC."],
  ["line-too-long", "Look at the file before using it: a record of this length is not real."],
  ["matrix-transposed", "Nothing: this is how the table was read."],
  [
    "no-final-newline",
    "Compare the file with its source; if it is complete, add a line feed at its end.",
  ],
  ["nul-byte", copyAgain],
  ["own-samples-unused", "Nothing; leave --cohort out to compare with the table's own samples."],
  ["protein-table", "Nothing: this is how the table was read."],
  ["quantity-chosen", "Nothing; give a table without these columns to have others read."],
  ["rows-marked", "Nothing: decoys and contaminants are no proteins of the sample."],
  ["row-filled", "Nothing, if the table was saved again by another program; else export it again."],
  [
    "row-length",
    "Give the row as many cells as the header has; quote cells that hold the delimiter.",
  ],
  ["segment-malformed", "Correct the positions of the segment: start before end, in bases."],
  ["sample-missing", "Name the sample of the row, or remove the row."],
  ["sample-name-control", nameSamples],
  ["sample-name-direction", nameSamples],
  ["sample-name-empty", nameSamples],
  ["sample-name-number", "Nothing here: samples are told apart by their column."],
  ["rows-set-aside", "Nothing: such rows are no proteins of the sample."],
  ["sample-name-repeated", nameSamples],
  ["sample-value-empty", "Write a point for a sample without values."],
  ["sample-assumed", "Make sure that the table is of this sample."],
  ["scale-linear", "Nothing, if the values are linear intensities; else declare the scale."],
  [
    "bed-region-malformed",
    "Correct the line: chromosome, start and end, tab-separated, start below end.",
  ],
  ["table-no-rows", "Export the table again, with its rows."],
  ["status-negative", "Correct the value, or leave the row out."],
  ["status-not-json", "Write an array of objects, each with a marker."],
  ["status-too-large", "Give the list of markers alone."],
  ["vcf-allele-repeated", "Keep one of the records: bcftools norm -d exact -o OUT FILE"],
  ["vcf-alt-count", "Split the record: bcftools norm -m - -o OUT FILE"],
  ["vcf-alt-malformed", correctRecord],
  ["vcf-alt-repeated", "Keep each ALT once, with its values."],
  ["vcf-blank-line", "Remove the blank lines."],
  ["vcf-chrom-assembly", "Nothing, if the contig is one of an assembly file."],
  ["vcf-chrom-character", "Nothing for HLA contigs; else rename the contig."],
  ["vcf-chrom-malformed", correctRecord],
  ["vcf-chrom-name", "Write both brackets, or none."],
  [
    "vcf-column-count",
    "Give the record as many columns as the #CHROM line has; columns are separated by one tab.",
  ],
  ["vcf-column-names", correctHeader],
  ["vcf-columns-not-tabs", "Separate the columns by tabs."],
  ["vcf-comment-in-body", "Remove the comment, or move it into the header as ##comment=..."],
  [
    "vcf-contig-lengths",
    "Declare the chromosome once, with the length of the build that was used.",
  ],
  ["vcf-contig-split", sort],
  [
    "vcf-contig-undeclared",
    "Declare the contig in the header: bcftools reheader --fai REFERENCE.fai -o OUT FILE",
  ],
  [
    "vcf-filter-malformed",
    "Write PASS alone, a point alone, or the names of the failed filters with semicolons.",
  ],
  ["vcf-filter-pass", "Write PASS in capitals."],
  ["vcf-mates-unchecked", "Nothing; check the mates with the caller's own tool."],
  ["vcf-other-lines", "Compare the file with its source: what is between its records is no VCF."],
  ["substrate-unreadable", "Write the site as residue and position, S9, or remove the row."],
  ["substrates-read", "Nothing."],
  ["values-put-in", "Nothing: what was not found has no amount, high or low."],
  ["table-from-pipe", "Write the table to a file first."],
  ["vcf-format-gt-not-first", "Move GT to the front of FORMAT and of every sample."],
  ["vcf-format-key-character", "Nothing; or declare the file as VCFv4.3, which allows such keys."],
  ["vcf-format-key-empty", "Remove the colon that has no key beside it."],
  [
    "vcf-format-key-malformed",
    "Rename the key: letters, digits, _ and . only, no digit at its start.",
  ],
  ["vcf-format-key-repeated", "Keep one of the two keys and its values."],
  ["vcf-format-without-samples", "Remove the column FORMAT, or add the sample that is missing."],
  ["vcf-gt-malformed", "Write allele numbers or points, separated by / or |."],
  ["vcf-gt-out-of-range", correctRecord],
  ["vcf-gt-without-alt", "Name the ALT that the genotype means."],
  ["vcf-header-id-asterisk", "Nothing for HLA contigs; else rename it."],
  ["vcf-header-id-repeated", correctHeader],
  ["vcf-header-key-missing", correctHeader],
  ["vcf-header-key-order", correctHeader],
  ["vcf-header-line", correctHeader],
  [
    "vcf-header-reserved-key",
    "Declare the key as the specification does, or give it another name.",
  ],
  ["vcf-header-too-large", "Remove header lines that hold logs or whole command outputs."],
  ["vcf-header-url", correctHeader],
  ["vcf-header-value-malformed", correctHeader],
  ["vcf-header-value-missing", "Give the header line a value, or remove it."],
  [
    "vcf-id-malformed",
    "Write identifiers without spaces, each once, separated by one semicolon; a point for none.",
  ],
  ["vcf-mate-missing", "Keep both records of a breakend pair when filtering."],
  [
    "vcf-no-column-names",
    "Every header line begins with ##, and the line of column names with #CHROM.",
  ],
  ["vcf-no-records", "Nothing, if the caller found no variant."],
  [
    "vcf-pos-beyond-contig",
    "Make sure which build was used: positions and ##contig lengths belong to two.",
  ],
  ["vcf-pos-malformed", "Write POS in digits only."],
  ["vcf-qual-malformed", "Write QUAL as a number, or as a point where there is none."],
  ["vcf-qual-negative", "Write QUAL as a number of at least 0, or as a point."],
  ["vcf-qual-not-finite", "Nothing; QUAL is not used."],
  [
    "vcf-ref-ambiguous",
    "Nothing, where the assembly has this code; else bcftools norm -c s -f REFERENCE.fa -o OUT FILE",
  ],
  [
    "vcf-ref-malformed",
    "Write REF with A, C, G, T and N only: bcftools norm -c s -f REFERENCE.fa -o OUT FILE",
  ],
  ["vcf-sample-values", "Give every sample no more values than FORMAT has keys."],
  ["vcf-unsorted", sort],
  ["vcf-version-unknown", "Write the version as VCFv4.2 or another of 4.0 to 4.5, without spaces."],
  [
    "zero-is-missing",
    "Nothing, if an instrument writes 0 for what it did not see; else declare the scale.",
  ],
]);

/** The hint of the problem itself, else the one of its code. */
export function fixOf({ code, hint }: Problem): string {
  return (
    hint ?? fixes.get(code) ?? "Correct this place, or write the file again with what made it."
  );
}
