import { describe, expect, test } from "vitest";
import { contigLength } from "../../../../src/annotate/genome-build/contig-lengths.ts";
import { judgeContigs } from "../../../../src/annotate/genome-build/judge-contigs.ts";
import type { Assembly } from "../../../../src/model/locus.ts";

const names = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 X Y MT".split(" ");

function lengthsOf(assembly: Assembly, contigs: readonly string[] = names): [string, number][] {
  return contigs.map((contig) => [contig, contigLength(contig, assembly) ?? 0]);
}

describe("judgeContigs", () => {
  test.each(["GRCh37", "GRCh38"] as const)("knows %s by all its chromosomes", (assembly) => {
    expect(judgeContigs(new Map(lengthsOf(assembly)))).toEqual({
      state: "decided",
      assembly,
      evidence: `contig lengths in the header: 25 of 25 are those of ${assembly}`,
    });
  });

  test("decides by one contig when no other is given", () => {
    expect(judgeContigs(new Map(lengthsOf("GRCh38", ["7"])))).toMatchObject({ assembly: "GRCh38" });
  });

  test("decides by three contigs among lengths of neither build, and not by two", () => {
    const odd: [string, number][] = [["1", 5]];
    const three = lengthsOf("GRCh37", ["7", "8", "9"]);
    expect(judgeContigs(new Map([...odd, ...three]))).toMatchObject({
      assembly: "GRCh37",
      evidence: "contig lengths in the header: 3 of 4 are those of GRCh37",
    });
    expect(judgeContigs(new Map([...odd, ...three.slice(1)]))).toMatchObject({
      state: "undecided",
      assembly: null,
    });
  });

  test("does not decide by names without lengths, nor by the mitochondrion", () => {
    expect(judgeContigs(new Map([["1", null]]))).toEqual({
      state: "undecided",
      assembly: null,
      evidence: null,
    });
    expect(judgeContigs(new Map(lengthsOf("GRCh37", ["MT"])))).toMatchObject({ assembly: null });
  });

  test("takes UCSC's older mitochondrion for GRCh37", () => {
    expect(judgeContigs(new Map([["MT", 16571]]))).toMatchObject({ assembly: "GRCh37" });
  });

  test("sees contigs of both builds", () => {
    const mixed = [...lengthsOf("GRCh37", ["7", "8"]), ...lengthsOf("GRCh38", ["9"])];
    expect(judgeContigs(new Map(mixed))).toMatchObject({
      state: "mixed",
      evidence: "contig lengths in the header: 2 of 3 are those of GRCh37, 1 of 3 those of GRCh38",
    });
  });

  test("sees another build or species by three lengths of neither", () => {
    const hg18: [string, number][] = [
      ["1", 247249719],
      ["2", 242951149],
      ["3", 199501827],
    ];
    expect(judgeContigs(new Map(hg18))).toMatchObject({ state: "another build" });
    expect(judgeContigs(new Map(hg18.slice(1)))).toMatchObject({ state: "undecided" });
  });
});
