import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { VariantCall } from "../../src/model/observation.ts";
import { readOurs, type ReadLine } from "./read-ours.ts";
import { hasBcftools, readWithBcftools, type QueriedRecord } from "./read-with-bcftools.ts";

const root = fileURLToPath(new URL("../../../shared/conformance/vcf/", import.meta.url));
const isHere = existsSync(root);
const isInstalled = hasBcftools();
const files = isHere
  ? readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.vcf(?:\.b?gz)?$/.test(name))
      .sort()
  : [];

/**
 * Every way in which we read otherwise than bcftools, and why. `found` is matched against
 * `file: what we read <> what bcftools reads`.
 */
const policies: readonly { readonly found: RegExp; readonly policy: string }[] = [
  {
    found: /: file refused \(vcf-(?:version-unknown|truncated)\) <> /,
    policy:
      "A file of no known version, or whose last line is cut in the last sample, is refused as a whole: what is in doubt is not one record.",
  },
  {
    found: / POS "(?:-1|\.|123abc)" refused \(vcf-pos-malformed\) <> "(?:0|123)"$/,
    policy: "What is no number of digits only is no position; bcftools takes the digits, or 0.",
  },
  {
    found: /longrefs\/index\.vcf: .* POS "100\d{8}" <> "14200\d{5}"$/,
    policy: "Positions beyond 32 bits are read as they are; bcftools query prints their low bits.",
  },
  {
    found: /cyp2c19\/[^:]*: .* ID "" <> "\."$/,
    policy: "An empty ID is a problem of its own; bcftools reads it as missing. IDs are not used.",
  },
  {
    found: / ALT "A,,T" refused \(vcf-alt-malformed\) <> "A,\.,T"$/,
    policy: "An empty ALT is malformed; bcftools reads it as missing.",
  },
  {
    found: / FILTER "PASS;" <> "PASS"$/,
    policy: "A semicolon without a name is a problem, and no filter for both.",
  },
  {
    found: / decoded REF "N" <> "[RYSWKMBDHV]"$/,
    policy:
      "A code for several bases in REF is read as N, with a problem: which of them the assembly means is not known.",
  },
  {
    found: /\/FT\.vcf: record \d+ decoded FILTER "(?:[^"]*;)?DP125;DP130" <> /,
    policy: "Filters that the genotype itself failed (FORMAT/FT) count as those of the record do.",
  },
  {
    found: /: \d+ records <> 0 \(refused by bcftools at CHROM\)$/,
    policy:
      "A name of a contig that bcftools cannot hold ends its reading of the whole file, with exit 0; here it is one record, refused alone or never matched.",
  },
  {
    found: /: record refused \(vcf-(?:alt|chrom|ref|gt|pos)-malformed\)/,
    policy: "bcftools hands on what the specification calls malformed; it is refused alone.",
  },
  {
    found: /: record refused \(vcf-(?:gt-out-of-range|sample-values|pos-beyond-contig)\)/,
    policy:
      "An allele that the record does not have, a value without a key and a position behind the contig's end put the record in doubt.",
  },
  {
    found: /: genotypes <> (?:0|1) of \d+ records \(bcftools stops\)$/,
    policy:
      "bcftools query stops, partly with exit 0, at the first genotype or FORMAT that it cannot read, such as the phase mark of VCF 4.4.",
  },
];

/** FILTER names without PASS and the missing value. */
function failedOf(text: string): string[] {
  return text.split(";").filter((name) => !["", ".", "PASS"].includes(name));
}

/** What a genotype says of one ALT, in our words. */
function genotypeOf(text: string, altIndex: number): string {
  const alleles = text.split(/[/|]/);
  if (alleles.includes(String(altIndex))) return "alt called";
  return alleles.includes(".") ? "no call" : "alt not called";
}

const names = ["CHROM", "POS", "ID", "REF", "ALT", "FILTER"];

/** Differences of one line and one record in the columns. */
function compareColumns(line: ReadLine, theirs: QueriedRecord): string[] {
  const refused = line.refusedFor === null ? "" : ` refused (${line.refusedFor})`;
  return names.flatMap((name, index) => {
    const [our, their] = [line.columns[index], theirs.columns[index]];
    return our === their ? [] : [` ${name} "${our}"${refused} <> "${their}"`];
  });
}

/** Differences between what was made of a record and what bcftools says of it. */
function compareDecoded({ record, columns }: ReadLine, theirs: QueriedRecord): string[] {
  if (record === null) return [];
  const [chrom, pos, , ref, alt = "", filter = ""] = theirs.columns;
  const found: string[] = [];
  const expectSame = (what: string, our: unknown, their: unknown): void => {
    if (our !== their) found.push(` decoded ${what} "${String(our)}" <> "${String(their)}"`);
  };
  expectSame("CHROM", record.rawContig, chrom);
  const read = [...record.calls.map(({ given }) => given.alt), ...record.skipped.map((s) => s.alt)];
  expectSame("ALT", read.sort().join(), alt.split(",").sort().join());
  for (const call of record.calls) {
    if (columns[1] === pos) expectSame("POS", String(call.given.position), pos);
    expectSame("REF", call.given.ref, ref);
    expectSame("FILTER", call.failedFilters.join(";"), failedOf(filter).join(";"));
  }
  return found;
}

function compareGenotype(calls: readonly VariantCall[], theirs: string): string[] {
  return calls.flatMap(({ support, altIndex }) => {
    const { genotype } = support;
    if (genotype === "absent" && theirs === ".") return [];
    const expected = genotypeOf(theirs, altIndex);
    return genotype === expected ? [] : [` decoded GT "${genotype}" <> "${theirs}"`];
  });
}

const comparedSamples = 3;

interface Comparison {
  /** Records that were compared. */
  readonly records: number;
  readonly genotypes: number;
  readonly differences: readonly string[];
}

const nothing: Comparison = { records: 0, genotypes: 0, differences: [] };

async function compareFile(name: string): Promise<Comparison> {
  const path = `${root}${name}`;
  const theirs = readWithBcftools(path, false);
  if (theirs === null) return nothing;
  const ours = await readOurs(path);
  if (typeof ours === "string") {
    return { ...nothing, differences: [`${name}: file refused (${ours}) <> read`] };
  }
  const differences: string[] = [];
  if (theirs.length !== ours.lines.length) {
    const note = theirs.length === 0 ? " (refused by bcftools at CHROM)" : "";
    differences.push(`${name}: ${ours.lines.length} records <> ${theirs.length}${note}`);
  }
  for (const [index, line] of ours.lines.entries()) {
    const record = theirs[index];
    if (record === undefined) continue;
    if (line.record === null) differences.push(`${name}: record refused (${line.refusedFor})`);
    const found = [...compareColumns(line, record), ...compareDecoded(line, record)];
    differences.push(...found.map((text) => `${name}: record ${index + 1}${text}`));
  }
  const compared = { records: Math.min(theirs.length, ours.lines.length), genotypes: 0 };
  if (ours.samples.length === 0 || theirs.length === 0) return { ...compared, differences };
  const genotypes = await compareGenotypes(path, { name, samples: ours.samples, theirs });
  return { ...compared, ...genotypes, differences: [...differences, ...genotypes.differences] };
}

async function compareGenotypes(
  path: string,
  file: {
    readonly name: string;
    readonly samples: readonly string[];
    readonly theirs: readonly QueriedRecord[];
  },
): Promise<Pick<Comparison, "genotypes" | "differences">> {
  const { name, samples } = file;
  const theirs = readWithBcftools(path, true) ?? [];
  const differences: string[] = [];
  let genotypes = 0;
  if (theirs.length !== file.theirs.length) {
    const count = `${theirs.length} of ${file.theirs.length}`;
    differences.push(`${name}: genotypes <> ${count} records (bcftools stops)`);
  }
  for (const [column, sample] of samples.slice(0, comparedSamples).entries()) {
    const ours = await readOurs(path, sample);
    if (typeof ours === "string") {
      differences.push(`${name}: sample ${column + 1} refused (${ours}) <> read`);
      continue;
    }
    for (const [index, { record }] of ours.lines.entries()) {
      const text = theirs[index]?.genotypes[column];
      if (record === null || text === undefined) continue;
      genotypes += record.calls.length;
      const found = compareGenotype(record.calls, text);
      differences.push(...found.map((note) => `${name}: record ${index + 1}${note}`));
    }
  }
  return { genotypes, differences };
}

const missing = [
  ...(isInstalled ? [] : ["bcftools is not installed"]),
  ...(isHere ? [] : ["the conformance files are not here"]),
].join(", ");

describe.skipIf(missing !== "")(
  `beside bcftools${missing === "" ? "" : ` (skipped: ${missing})`}`,
  () => {
    test("CHROM, POS, ID, REF, ALT, FILTER and GT agree on every record, but for the policies", async () => {
      const total = { files: 0, records: 0, genotypes: 0 };
      const used = new Set<string>();
      const unexplained: string[] = [];
      for (const name of files) {
        const { records, genotypes, differences } = await compareFile(name);
        total.files += records > 0 ? 1 : 0;
        total.records += records;
        total.genotypes += genotypes;
        for (const difference of differences) {
          const policy = policies.find(({ found }) => found.test(difference))?.policy;
          if (policy === undefined) unexplained.push(difference);
          else used.add(policy);
        }
      }
      expect(unexplained).toEqual([]);
      expect(policies.map(({ policy }) => policy).filter((policy) => !used.has(policy))).toEqual(
        [],
      );
      expect(total.files).toBeGreaterThan(800);
      expect(total.records).toBeGreaterThan(10_000);
      expect(total.genotypes).toBeGreaterThan(10_000);
    }, 300_000);
  },
);
