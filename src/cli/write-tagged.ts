import { fileSource } from "../io/byte-source.ts";
import { deflateBgzf } from "../io/bgzf/deflate-bgzf.ts";
import { isSameFile } from "../io/same-file.ts";
import { checkOutput, writeFileAtomic } from "../io/write-output.ts";
import { refuse } from "../model/refusal.ts";
import type { Report } from "../model/report.ts";
import { findVariantReader } from "../read/find-reader.ts";
import type { CaseRequest } from "../run/case-request.ts";
import { tagVariantFile } from "../run/tag-variant-file.ts";
import type { PlannedOutput } from "./write-reports.ts";
import type { KeptRecord } from "../run/variants/kept-record.ts";

/** A copy of the case's VCF that is to be written with tags. */
export interface TaggedOutput {
  /** The request, changed so that every line is read and its observations are heard of. */
  readonly request: CaseRequest;
  /** Throws Refusal "input" when the file has changed since, and "output". */
  write(report: Report): Promise<void>;
}

/**
 * Checks before any work that the copy can be made. Throws Refusal "usage": no VCF that can be read twice, a name that ends in neither
 * .vcf nor .vcf.gz, or the name of another output.
 */
export async function planTagged(
  path: string,
  request: CaseRequest,
  { outputs, clobber }: { readonly outputs: readonly PlannedOutput[]; readonly clobber: boolean },
): Promise<TaggedOutput> {
  const isPacked = /\.vcf\.b?gz$/i.test(path);
  if (!isPacked && !/\.vcf$/i.test(path)) {
    throw refuse(
      "usage",
      "output-format-unknown",
      `--tag-vcf writes a VCF, and ${path} is no name of one`,
      {
        hint: "End the name in .vcf, or in .vcf.gz for BGZF.",
      },
    );
  }
  const { variants, allowTruncated } = request;
  if (variants === undefined || variants.path === null) {
    throw refuse(
      "usage",
      "tag-without-file",
      "--tag-vcf needs a VCF that can be read twice, and none was given",
      {
        hint: "Name a file in the place of standard input or a pipe.",
      },
    );
  }
  const source = fileSource(variants.path);
  const reader = await findVariantReader(source);
  if (reader.id !== "vcf") {
    throw refuse(
      "usage",
      "tag-without-file",
      `--tag-vcf needs a VCF, and ${variants.name} is ${reader.id}`,
    );
  }
  await checkOutput(path, { noClobber: !clobber });
  for (const other of outputs) {
    if (other.path === null || !(await isSameFile(other.path, path))) continue;
    throw refuse("usage", "output-twice", `outputs ${other.path} and ${path} are one file`);
  }
  let records: readonly KeptRecord[] = [];
  return {
    request: {
      ...request,
      noIndex: true,
      onVariantRecords: (kept) => {
        records = kept;
      },
    },
    async write(report) {
      const text = tagVariantFile(variants, report, { records, allowTruncated });
      await writeFileAtomic(path, isPacked ? deflateBgzf(text) : text, { noClobber: !clobber });
    },
  };
}
