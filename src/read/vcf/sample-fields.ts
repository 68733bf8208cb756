import VCFParser from "@gmod/vcf";
import type { VcfHeader } from "./header.ts";
import { phaseKeys } from "./phase.ts";
import type { SampleFields } from "./record-context.ts";
import { column as columns } from "./record-faults.ts";

const oneSample = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tsample";
/** Stand for the columns before FORMAT, which are read from the text itself. */
const placeholders = ".\t0\t.\t.\t.\t.\t.\t.\t";

/**
 * Takes a sample's column out of a record by its index. Splitting it is all that the library is used for: it gets
 * no header line, sample name or INFO value of the file, because it lets those reach `Object.prototype`,
 * makes numbers of what is none, and orders samples by name (spec trust, 1.4). `asked`: FORMAT keys beside genotype, filter and phase.
 */
export function makeSampleReader(
  header: VcfHeader,
  sample: string | null,
  asked: readonly string[],
): (fields: readonly string[]) => SampleFields | null {
  if (sample === null) return () => null;
  const column = columns.format + 1 + header.samples.indexOf(sample);
  const parser = new VCFParser({ header: oneSample, strict: false });
  const known = new Set(["GT", "FT", ...phaseKeys, ...asked]);
  // Mostly one FORMAT stands in every record of a file.
  let format: string | null = null;
  let keys: readonly string[] = [];
  let wanted: string[] = [];
  return (fields) => {
    const text = fields[column] ?? "";
    if (fields[columns.format] !== format) {
      format = fields[columns.format] ?? "";
      keys = format.split(":");
      wanted = keys.filter((key) => known.has(key));
    }
    const values = new Map<string, string>();
    const variant = parser.parseLine(`${placeholders}${format}\t${text}`);
    variant.processFormatFields(wanted, (line, ranges) => {
      for (const [index, key] of wanted.entries()) {
        const start = ranges[2 * index] ?? -1;
        if (start >= 0) values.set(key, line.slice(start, ranges[2 * index + 1]));
      }
    });
    const valueCount = text.split(":").length;
    return { name: sample, field: column, keys, valueCount, value: (key) => values.get(key) };
  };
}
