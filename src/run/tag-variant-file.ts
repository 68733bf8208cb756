import type { ByteSource } from "../io/byte-source.ts";
import { byteOrderMark, openText } from "../io/open-text.ts";
import { splitBlocks } from "../io/split-blocks.ts";
import { refuse } from "../model/refusal.ts";
import type { Report } from "../model/report.ts";
import { makeVcfTags, tagVcfLines } from "../report/tag-vcf.ts";
import type { KeptRecord } from "./variants/kept-record.ts";

/**
 * The case's VCF once more, uncompressed, with what the report says of its records in INFO. Throws Refusal "input" when the
 * file is no longer the one that the report was made of.
 */
export async function* tagVariantFile(
  source: ByteSource,
  report: Report,
  { records, allowTruncated }: { records: readonly KeptRecord[]; allowTruncated: boolean },
): AsyncGenerator<Buffer> {
  // What there is to say of the file was said when it was first read.
  const text = await openText(source, { allowTruncated, report: () => {} });
  if (text.markSize > 0) yield byteOrderMark;
  const blocks = splitBlocks(text.chunks(), { name: text.name });
  yield* tagVcfLines(blocks, makeVcfTags(report, { file: text.name, records }));
  const { sha256 } = text.digest();
  if (report.inputs.some((input) => input.role === "variants" && input.sha256 === sha256)) return;
  throw refuse("input", "file-changed", `${source.name} changed between its two readings`, {
    where: { file: source.name },
  });
}
