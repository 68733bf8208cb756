import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { alignAllele } from "../../src/annotate/alleles/align-allele.ts";
import { normalizeAllele } from "../../src/annotate/alleles/normalize-allele.ts";
import type { Allele } from "../../src/model/locus.ts";
import { shared } from "./check-shared-file.ts";

/** bcftools' own cases for `bcftools norm`, with the genome they do it on: those that trim, left-align and split. */
const folder = `${shared}conformance/hgvs/samtools__bcftools/test/`;

interface NormCase {
  readonly input: string;
  readonly output: string;
  readonly genome: string | null;
  readonly options: string;
}

/** Lines such as `in=>'norm',out=>'norm.out',fai=>'norm',args=>'-cx'`. */
function readCases(): NormCase[] {
  const field = (line: string, name: string): string | undefined =>
    new RegExp(`(?:^|,)${name}=>'([^']*)'`).exec(line)?.[1];
  return readFileSync(`${folder}norm_cases.txt`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({
      input: field(line, "in") ?? "",
      output: field(line, "out") ?? "",
      genome: field(line, "fai") ?? null,
      options: /,args=>(.*)$/.exec(line)?.[1] ?? "",
    }));
}

/** What else than trimming, left-aligning and splitting an option asks for. */
const otherWork: readonly (readonly [option: RegExp, what: string])[] = [
  [/-m ?\+/, "joins records of one place, which are alleles by themselves here"],
  [/-d /, "removes records that repeat another; here one of an allele is kept, and said"],
  [/(?:^|[^a-z])-a(?![a-z])|--atomize/, "takes a change of several bases apart into single ones"],
  [/-g /, "moves to the end of transcripts"],
  [/-N/, "leaves records where they are"],
  [/-i ?[q'"]/, "leaves out records"],
];

/** Where another allele comes out, and why. */
const others: Readonly<Record<string, string>> = {
  "norm.telomere.out":
    "a deletion is moved through bases that are N; no base that is not known is passed here",
};

/** Without an allele of plain bases whose REF is of the genome: what is left is theirs to mend, or no small variant. */
const withoutAlleles = [
  "norm.breakend.1.1.out",
  "norm.check-ref.1.out",
  "norm.3.out",
  "norm.iupac.out",
];

function readGenome(name: string | null): ReadonlyMap<string, string> {
  if (name === null) return new Map();
  const records = readFileSync(`${folder}${name}.fa`, "utf8").split(">").slice(1);
  return new Map(
    records.map((record) => {
      const [head = "", ...lines] = record.split("\n");
      return [head.split(/\s/)[0] ?? "", lines.join("").toUpperCase()];
    }),
  );
}

interface Read {
  readonly file: string;
  /** A record of several ALT is moved as one there, and each by itself here. */
  readonly onlySingle: boolean;
}

function readAlleles({ file, onlySingle }: Read): Allele[] {
  return readFileSync(`${folder}${file}`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const [contig = "", position, , ref = "", alts = ""] = line.split("\t");
      if (onlySingle && alts.includes(",")) return [];
      return alts
        .split(",")
        .filter((alt) => /^[ACGTN]+$/i.test(alt) && /^[ACGTN]+$/i.test(ref))
        .map((alt): Allele => ({
          assembly: "GRCh37",
          contig,
          position: Number(position),
          ref,
          alt,
        }));
    })
    .filter(({ ref, alt }) => ref.toUpperCase() !== alt.toUpperCase());
}

const nameOf = ({ contig, position, ref, alt }: Allele): string =>
  `${contig}:${position}:${ref}:${alt}`;

/** Alleles that only we, and that only bcftools finds. */
function compare({ input, output, genome, options }: NormCase) {
  const sequences = readGenome(genome);
  const bases = (contig: string, start: number, end: number): string => {
    const sequence = sequences.get(contig) ?? "";
    return sequence.slice(Math.max(0, start - 1), end).padEnd(end - start + 1, "N");
  };
  const place = (allele: Allele): string =>
    nameOf(alignAllele(normalizeAllele(allele), { bases, isNamed: () => false }));
  // What is not of the genome is left out (-c x) or made so (-c s) there, and counted here.
  const isOfGenome = ({ contig, position, ref }: Allele): boolean =>
    genome === null || bases(contig, position, position + ref.length - 1) === ref.toUpperCase();
  const onlySingle = genome !== null && !/-m/.test(options);
  const given = readAlleles({ file: `${input}.vcf`, onlySingle });
  const own = new Set(given.filter(isOfGenome).map(place));
  const stated = new Set(
    readAlleles({ file: output, onlySingle })
      .filter(isOfGenome)
      .map((allele) => nameOf(normalizeAllele(allele))),
  );
  const isMended = /-c ?s/.test(options);
  return {
    ours: [...own].filter((name) => !stated.has(name)).toSorted(),
    theirs: isMended ? [] : [...stated].filter((name) => !own.has(name)).toSorted(),
    count: own.size,
  };
}

describe.skipIf(!existsSync(folder))("bcftools norm's cases", () => {
  const cases = existsSync(folder) ? readCases() : [];
  const isOther = ({ options }: NormCase): boolean =>
    otherWork.some(([option]) => option.test(options));
  const own = cases.filter((one) => !isOther(one));

  test("are compared, or ask for something else", () => {
    expect(cases).toHaveLength(76);
    expect(own).toHaveLength(25);
    const empty = own.filter((one) => compare(one).count === 0).map(({ output }) => output);
    expect(empty.toSorted()).toEqual(withoutAlleles.toSorted());
  });

  test.each(own.filter(({ output }) => !(output in others)))(
    "$output ($options): every allele is the one that is stated",
    (one) => {
      const { ours, theirs } = compare(one);
      expect({ ours, theirs }).toEqual({ ours: [], theirs: [] });
    },
  );

  test("differ where a reason is given", () => {
    const differing = own.filter((one) => compare(one).ours.length > 0);
    expect(differing.map(({ output }) => output)).toEqual(Object.keys(others));
  });
});
