import { describe, expect, it } from "vitest";
import { parseProteinChange } from "../../../../../src/annotate/protein-change.ts";
import {
  readCoding,
  type KnownCoding,
} from "../../../../../src/knowledgebase/import/reference/base-map.ts";
import type { Transcript } from "../../../../../src/knowledgebase/import/reference/gene-models.ts";
import { residuesOf } from "../../../../../src/knowledgebase/import/reference/gene-models.ts";
import { formatAllele } from "../../../../../src/knowledgebase/import/reference/place-allele.ts";
import {
  fitsResidues,
  makesChange,
  nameChange,
} from "../../../../../src/knowledgebase/import/reference/protein-effect.ts";
import { spellAlleles } from "../../../../../src/knowledgebase/import/reference/spell-alleles.ts";

/** M V K L P stop, as ATG|GT G AAG CTT CCC TAA: codon 2 lies over both exons. */
const forward = make({
  reversed: false,
  coding: [
    [101, 105],
    [201, 213],
  ],
  plus: "ATGGTGAAGCTTCCCTAA",
});
/** The same protein from the other strand of 101 to 118. */
const backward = make({ reversed: true, coding: [[101, 118]], plus: "TTAGGGAAGCTTCACCAT" });

function make(raw: { reversed: boolean; coding: Transcript["coding"]; plus: string }): KnownCoding {
  const { reversed, coding, plus } = raw;
  const transcript = {
    id: "T",
    gene: "G",
    canonical: true,
    contig: "1",
    reversed,
    exons: coding,
    coding,
  };
  const positions = coding.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return readCoding(transcript, (position) => plus[positions.indexOf(position)]);
}

const change = (text: string) => parseProteinChange(text)!;
const allele = (text: string) => {
  const [contig = "", position, ref = "", alt = ""] = text.split(":");
  return { contig, position: Number(position), ref, alt };
};

describe("readCoding", () => {
  it("reads both strands in the direction of transcription", () => {
    expect(forward.protein).toBe("MVKLP*");
    expect(backward.sequence).toBe(forward.sequence);
  });
});

describe("residuesOf", () => {
  it("counts a codon over two exons in both", () => {
    expect(residuesOf(forward.transcript, [101, 105])).toEqual([1, 2]);
    expect(residuesOf(forward.transcript, [201, 204])).toEqual([2, 3]);
    expect(residuesOf(forward.transcript, [106, 200])).toBeNull();
  });

  it("counts from the end on the reverse strand", () => {
    expect(residuesOf(backward.transcript, [116, 130])).toEqual([1, 1]);
    expect(residuesOf(backward.transcript, [101, 106])).toEqual([5, 6]);
  });
});

describe("fitsResidues", () => {
  it("compares the stated residues with the transcript", () => {
    expect(fitsResidues(change("K3N"), forward)).toBe(true);
    expect(fitsResidues(change("K4N"), forward)).toBe(false);
    expect(fitsResidues(change("K3_P5del"), forward)).toBe(true);
    expect(fitsResidues(change("K3_P6del"), forward)).toBe(false);
  });
});

describe("makesChange", () => {
  it.each([
    ["1:202:A:C", "K3Q", true],
    ["1:202:A:C", "K3N", false],
    ["1:202:A:T", "K3*", true],
    ["1:204:G:A", "K3=", true],
    ["1:201:GAAG:G", "K3del", true],
    ["1:201:GAAG:G", "V2del", false],
    ["1:204:G:GAAG", "K3dup", true],
    ["1:204:G:GTGG", "K3_L4insW", true],
    ["1:202:AAGCTT:TGG", "K3_L4delinsW", true],
    ["1:205:CTT:C", "L4fs", true],
    ["1:202:AAG:A", "L4fs", false],
    ["1:102:T:G", "M1R", true],
  ])("says of %s as %s: %s", (text, stated, expected) => {
    expect(makesChange(allele(text), change(stated), forward)).toBe(expected);
  });

  it("works on the reverse strand", () => {
    // K3 is AAG from 112 down to 110.
    expect(makesChange(allele("1:112:T:G"), change("K3Q"), backward)).toBe(true);
    expect(makesChange(allele("1:109:GCTT:G"), change("K3del"), backward)).toBe(true);
  });

  it("does not say where the allele leaves the coding sequence", () => {
    expect(makesChange(allele("1:105:TA:T"), change("V2fs"), forward)).toBeNull();
    expect(makesChange(allele("1:150:A:T"), change("K3N"), forward)).toBeNull();
  });
});

describe("spellAlleles", () => {
  const spell = (text: string, coding: KnownCoding): string[] =>
    spellAlleles(change(text), coding).map(formatAllele);

  it("lists every other codon of the residue", () => {
    expect(spell("K3N", forward)).toEqual(["1:204:G:C", "1:204:G:T"]);
    expect(spell("K3N", backward)).toEqual(["1:110:C:A", "1:110:C:G"]);
    expect(spell("P5*", forward)).toEqual(["1:208:CCC:TAA", "1:208:CCC:TAG", "1:208:CCC:TGA"]);
  });

  it("leaves out changes of bases that are not neighbors in the genome", () => {
    // V2 is GT, then G in the next exon.
    expect(spell("V2L", forward)).toEqual(["1:104:G:C", "1:104:G:T"]);
    expect(spell("V2L", backward)).toEqual([
      "1:113:CAC:AAG",
      "1:113:CAC:GAG",
      "1:113:CAC:TAA",
      "1:113:CAC:TAG",
      "1:115:C:A",
      "1:115:C:G",
    ]);
  });

  it("says nothing where the reference residue is another one", () => {
    expect(spell("L3N", forward)).toEqual([]);
    expect(spell("K3del", forward)).toEqual([]);
  });
});

describe("nameChange", () => {
  it.each([
    ["1:202:A:G", "K3E"],
    ["1:201:GAAG:G", "K3del"],
    ["1:201:GAAGCTT:G", "K3_L4del"],
    ["1:201:GA:G", "K3fs"],
    ["1:202:A:AGGG", "K3delinsRE"],
    ["1:202:A:T", "K3*"],
    ["1:204:G:A", null],
    ["1:300:G:A", null],
  ])("says that %s makes %s", (text, expected) => {
    expect(nameChange(allele(text) as never, forward)).toBe(expected);
  });
});
