import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { outcomeOf, readVcf } from "./read-vcf-text.ts";

const faults = fileURLToPath(new URL("../../../../../shared/faults/", import.meta.url));

/** What this room decides of each fault file; `EXPECTED.tsv` beside them says what it must be. */
const vcfOutcomes: Readonly<Record<string, string>> = {
  "af_count_mismatch.vcf": "read 1 of 1, info-value-count",
  "alt_dot_gvcf_block.vcf": "read 2 of 2",
  "alt_lowercase.vcf": "read 1 of 1",
  "alt_not_in_gt.vcf": "read 1 of 1",
  "alt_star_nonref.vcf": "read 1 of 1",
  "blank_lines.vcf": "read 2 of 2, vcf-blank-line",
  "bnd_malformed.vcf": "read 0 of 1, vcf-alt-malformed",
  "bnd_mate_missing.vcf": "read 1 of 1",
  "bnd_pair.vcf": "read 2 of 2",
  "bom.vcf": "read 2 of 2, byte-order-mark",
  "chrom_style_nochr.vcf": "read 2 of 2",
  "chrom_style_refseq.vcf": "read 2 of 2",
  "chrom_style_refseq37.vcf": "read 2 of 2",
  "comment_in_body.vcf": "read 2 of 2, vcf-comment-in-body",
  "contig_not_declared.vcf": "read 1 of 1, vcf-contig-undeclared, vcf-no-chromosome",
  "cr_only.vcf": "refused (input): cr-line-ends",
  "crlf.vcf": "read 2 of 2",
  "dup_record.vcf": "read 3 of 3",
  "empty.vcf": "refused (input): file-empty",
  "extra_column.vcf": "read 1 of 2, vcf-column-count",
  "fileformat_v5.vcf": "refused (input): vcf-version-unknown",
  "filter_fail.vcf": "read 1 of 1",
  "filter_missing.vcf": "read 1 of 1",
  "flag_zero.vcf": "read 1 of 1, info-flag-value",
  "format_percent.vcf": "read 1 of 1",
  "gt_absent_field.vcf": "read 1 of 1",
  "gt_missing.vcf": "read 1 of 1",
  "gt_out_of_range.vcf": "read 0 of 1, vcf-gt-out-of-range",
  "gt_ploidy_phase.vcf": "read 2 of 2",
  "gt_triploid.vcf": "read 1 of 1",
  "header_only.vcf": "read 0 of 0, vcf-no-records",
  "info_af_equals_empty.vcf": "read 1 of 1, info-value-missing",
  "info_dup_key.vcf": "read 1 of 1, info-key-repeated",
  "info_hex.vcf": "read 1 of 1, info-value-malformed",
  "info_number_empty_item.vcf": "read 1 of 1, format-value-count, info-value-malformed",
  "info_number_nan.vcf": "read 1 of 1, info-value-malformed",
  "info_percent_broken.vcf": "read 1 of 1",
  "info_percent_newline_esc.vcf": "read 1 of 1",
  "info_percent_v42.vcf": "read 1 of 1",
  "info_xss_percent.vcf": "read 1 of 1",
  "latin1.vcf": "read 1 of 1, not-utf8",
  "long_line_10MB.vcf.gz": "refused (input): line-too-long",
  "mixed_builds.vcf": "read 2 of 2",
  "mnv_v600e_two_base.vcf": "read 1 of 1",
  "mnv_v600k.vcf": "read 1 of 1",
  "no_chrom_line.vcf": "refused (input): vcf-no-column-names",
  "no_fileformat.vcf": "refused (input): vcf-no-fileformat",
  "not_trimmed.vcf": "read 1 of 1",
  "nul_byte.vcf": "refused (input): nul-byte",
  "ok_baseline.vcf": "read 2 of 2",
  "pos_bad.vcf": "read 1 of 2, vcf-pos-malformed",
  "pos_beyond_contig.vcf": "read 0 of 1, vcf-pos-beyond-contig",
  "pos_hex_exp.vcf": "read 0 of 2, vcf-pos-malformed",
  "pos_negative_zero.vcf": "read 1 of 2, vcf-pos-malformed",
  "proto_format_key.vcf": "read 1 of 1",
  "proto_header_constructor.vcf": "read 1 of 1",
  "proto_header_get.vcf": "read 1 of 1",
  "proto_header_pollution.vcf": "read 1 of 1",
  "proto_info_key.vcf": "read 1 of 1",
  "proto_sample_name.vcf": "read 1 of 1",
  "qual_variants.vcf": "read 8 of 8, vcf-qual-malformed",
  "redos_alt_20kB.vcf": "read 0 of 1, vcf-alt-malformed",
  "redos_alt_2kB.vcf": "read 0 of 1, vcf-alt-malformed",
  "ref_alt_empty.vcf": "read 1 of 2, vcf-ref-malformed",
  "sample_abs_path.vcf": "refused (usage): tumor-sample-undecided",
  "sample_bidi.vcf": "refused (usage): tumor-sample-undecided",
  "sample_dup.vcf": "refused (input): sample-name-repeated",
  "sample_empty.vcf": "refused (input): sample-name-empty",
  "sample_formula.vcf": "refused (usage): tumor-sample-undecided",
  "sample_markdown.vcf": "refused (usage): tumor-sample-undecided",
  "sample_names_integers.vcf": "refused (usage): tumor-sample-undecided",
  "sample_path_traversal.vcf": "refused (usage): tumor-sample-undecided",
  "sample_terminal_escape.vcf": "refused (input): sample-name-control",
  "sample_windows_reserved.vcf": "refused (usage): tumor-sample-undecided",
  "sample_xss.vcf": "refused (usage): tumor-sample-undecided",
  "second_header_in_body.vcf": "refused (input): vcf-second-header",
  "spaces_not_tabs.vcf": "refused (input): vcf-columns-not-tabs",
  "split_multiallelic.vcf": "read 2 of 2",
  "trunc_drop_last_sample.vcf": "refused (input): vcf-column-count",
  "trunc_in_info.vcf": "refused (input): vcf-truncated",
  "trunc_in_pos.vcf": "refused (input): vcf-truncated",
  "trunc_in_sample.vcf": "refused (input): vcf-truncated",
  "trunc_no_final_newline_only.vcf": "read 2 of 2, no-final-newline",
  "two_phased_snvs_codon.vcf": "read 2 of 2",
  "u2028_in_info.vcf": "read 2 of 2",
  "unsorted.vcf": "read 2 of 2",
  "utf16.vcf": "refused (input): content-utf16",
  "wrong_build_header_lies.vcf": "read 2 of 2",
  "wrong_build_lengths.vcf": "read 2 of 2",
};

const bgzfOutcomes: Readonly<Record<string, string>> = {
  "bad_bsize.vcf.gz": "refused (input): bgzf-corrupt",
  "bad_crc_mid.vcf.gz": "refused (input): bgzf-corrupt",
  "bad_isize_mid.vcf.gz": "refused (input): bgzf-corrupt",
  "bad_magic_mid.vcf.gz": "refused (input): bgzf-corrupt",
  "bcf_magic.vcf.gz": "refused (input): content-bcf",
  "bitflip_mid.vcf.gz": "refused (input): bgzf-corrupt",
  "bomb_50MB_one_line.vcf.gz": "refused (input): line-too-long",
  "double_gz.vcf.gz": "refused (input): content-gzip-in-gzip",
  "empty.vcf.gz": "refused (input): file-empty",
  "eof_in_middle.vcf.gz": "read 4000 of 4000",
  "full.vcf.gz": "read 4000 of 4000",
  "garbage_tail.vcf.gz": "refused (input): bgzf-corrupt",
  "gz_named_vcf.vcf": "read 4000 of 4000",
  "noeof.vcf.gz": "refused (input): bgzf-no-end-marker",
  "one_byte.vcf.gz": "refused (input): vcf-no-fileformat",
  "only_eof.vcf.gz": "refused (input): file-empty",
  "plain_gzip.vcf.gz": "read 4000 of 4000",
  "plain_gzip_trunc.vcf.gz": "refused (input): gzip-cut",
  "plaintext_named_gz.vcf.gz": "read 35 of 35",
  "trunc_at_block.vcf.gz": "refused (input): bgzf-no-end-marker",
  "trunc_last_byte.vcf.gz": "refused (input): bgzf-cut",
  "trunc_mid_block.vcf.gz": "refused (input): bgzf-cut",
  "two_files_cat.vcf.gz": "refused (input): vcf-second-header",
  "zeros_tail.vcf.gz": "refused (input): bgzf-corrupt",
  "zip.vcf.gz": "refused (input): content-zip",
};

describe.skipIf(!existsSync(faults))("fault files", () => {
  const prototypeKeys = Object.getOwnPropertyNames(Object.prototype);

  test.each(Object.entries(vcfOutcomes))("vcf/%s: %s", async (name, outcome) => {
    expect(await outcomeOf(fileSource(`${faults}vcf/${name}`))).toBe(outcome);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeKeys);
  });

  test.each(Object.entries(bgzfOutcomes))("bgzf/%s: %s", async (name, outcome) => {
    expect(await outcomeOf(fileSource(`${faults}bgzf/${name}`))).toBe(outcome);
  });

  test("samples with integer names are told apart by their column", async () => {
    const source = fileSource(`${faults}vcf/sample_names_integers.vcf`);
    const genotypeOf = async (tumorSample: string) =>
      (await readVcf(source, { tumorSample })).calls[0]?.support;
    expect(await genotypeOf("20")).toMatchObject({ genotype: "alt called" });
    expect(await genotypeOf("3")).toMatchObject({ genotype: "alt not called" });
  });

  test("a sample named __proto__ stays a sample", async () => {
    const source = fileSource(`${faults}vcf/proto_sample_name.vcf`);
    expect((await readVcf(source)).header.samples).toContain("__proto__");
  });

  test("a position 0 is the telomere and no call", async () => {
    const { calls, records } = await readVcf(fileSource(`${faults}vcf/pos_negative_zero.vcf`));
    expect(calls).toEqual([]);
    expect(records[0]?.skipped).toMatchObject([{ code: "telomere-position" }]);
  });

  test("of a reference block and an allele beside <NON_REF> only the allele is a call", async () => {
    const blocks = await readVcf(fileSource(`${faults}vcf/alt_dot_gvcf_block.vcf`));
    expect(blocks.calls.map(({ given }) => given.contig)).toEqual(["12"]);
    const stars = await readVcf(fileSource(`${faults}vcf/alt_star_nonref.vcf`));
    expect(stars.calls.map(({ given }) => given.alt)).toEqual(["T"]);
  });

  test("the problem names file, line and column", async () => {
    const { problems } = await readVcf(fileSource(`${faults}vcf/info_dup_key.vcf`));
    expect(problems).toMatchObject(
      [{ where: { file: "info_dup_key.vcf", line: 13, column: 45 }, message: /AF/ }].map(
        (problem) => ({ ...problem, message: expect.stringMatching(problem.message) }),
      ),
    );
  });
});
