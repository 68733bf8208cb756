import { describe, expect, test } from "vitest";
import { formatHgvsProtein } from "../../../../src/annotate/hgvs/format-protein.ts";
import { parseDnaChange } from "../../../../src/annotate/hgvs/parse-dna-change.ts";
import { resolveQuery } from "../../../../src/annotate/hgvs/resolve-query.ts";
import { callEffects } from "../../../../src/annotate/call-effects.ts";
import { makeEdit } from "../../../../src/annotate/models/edit.ts";
import {
  nameDnaChange,
  nameGenomicChange,
} from "../../../../src/annotate/models/name-dna-change.ts";
import { strandOf } from "../../../../src/annotate/models/strand.ts";
import type { Transcript } from "../../../../src/annotate/models/transcript.ts";
import { gene, mirrorChange, mirrored, models } from "../models/small-gene.ts";

const symbols = (symbol: string): string => symbol;
const only = (transcript: Transcript) => ({
  ...models,
  transcriptsOf: (name: string) => (name === transcript.gene ? [transcript] : []),
});
const resolve = (text: string, transcript = gene) =>
  resolveQuery(text, { assembly: "GRCh38", models: only(transcript), currentSymbol: symbols });

describe("parseDnaChange", () => {
  test("reads places before, behind and between exons", () => {
    expect(parseDnaChange("c.-124C>T")?.from).toEqual({
      base: -124,
      isBehindStop: false,
      offset: 0,
    });
    expect(parseDnaChange("c.*12A>G")?.from).toEqual({ base: 12, isBehindStop: true, offset: 0 });
    expect(parseDnaChange("c.672+1G>A")?.from).toEqual({
      base: 672,
      isBehindStop: false,
      offset: 1,
    });
    expect(parseDnaChange("c.-19-8_-19-7del")?.to).toEqual({
      base: -19,
      isBehindStop: false,
      offset: -7,
    });
  });

  test("reads every kind of change", () => {
    const read = (text: string) => {
      const change = parseDnaChange(text);
      return change && [change.kind, change.ref, change.alt];
    };
    expect(read("g.10_12del")).toEqual(["deletion", null, ""]);
    expect(read("g.10_12delACG")).toEqual(["deletion", "ACG", ""]);
    expect(read("c.5_6insTT")).toEqual(["insertion", null, "TT"]);
    expect(read("c.5dup")).toEqual(["duplication", null, ""]);
    expect(read("c.5_6delinsAA")).toEqual(["delins", null, "AA"]);
    expect(read("c.5_6delTGinsaa")).toEqual(["delins", "TG", "AA"]);
    expect(read("c.5_6inv")).toEqual(["inversion", null, ""]);
  });

  test("reads no text that says too little, or something else", () => {
    for (const text of ["c.5>A", "c.5_6ins", "p.V600E", "c.(5_6)_7del", "c.", "c.5T>A;7G>C"]) {
      expect(parseDnaChange(text)).toBeNull();
    }
  });
});

describe("resolveQuery", () => {
  test("gives back the allele that each name was made of, on either strand", () => {
    const changes = [
      [12, "T", "A"],
      [6, "T", "C"],
      [21, "G", "A"],
      [38, "C", "G"],
      [56, "C", "G"],
      [10, "GGTG", "G"],
      [13, "G", "GTTT"],
      [13, "G", "GAAA"],
      [11, "GTGAAA", "TGC"],
      [3, "C", "T"],
    ] as const;
    for (const transcript of [gene, mirrored]) {
      const strand = strandOf(transcript, models.bases);
      for (const [position, ref, alt] of changes) {
        const given = { position, ref, alt };
        const own = transcript.reversed ? mirrorChange(given) : given;
        const edit = makeEdit(own, transcript.reversed);
        const name = edit && nameDnaChange(edit, strand);
        const resolved = resolve(`GENE:${name}`, transcript);
        expect(resolved?.notes).toEqual([]);
        const [allele] = resolved?.alleles ?? [];
        if (allele === undefined) throw new Error(`no allele for ${name}`);
        const again = makeEdit(allele, transcript.reversed);
        expect(again && nameDnaChange(again, strand)).toBe(name);
        const genomic = nameGenomicChange(allele, models.bases);
        expect(resolve(`${transcript.contig}:${genomic}`, transcript)?.alleles).toEqual([allele]);
      }
    }
  });

  test("expands a residue to every codon, and each makes the change that was asked for", () => {
    const resolved = resolve("GENE K3R");
    expect(resolved?.alleles).toHaveLength(6);
    for (const allele of resolved?.alleles ?? []) {
      const [own] = callEffects(allele, models, symbols);
      expect(own?.proteinChange).toBe("K3R");
    }
  });

  test("says which residue is there instead, and what is not known", () => {
    expect(resolve("GENE V3R")?.notes).toEqual(["residue 3 of T1.1 is K, not V"]);
    expect(resolve("GENE K300R")?.notes).toEqual(["the protein of T1.1 has 8 residues"]);
    expect(resolve("GENE:c.5A>T")?.notes).toEqual(["the bases there are T, not A"]);
    expect(resolve("OTHER K3R")?.notes).toEqual(["no gene model of OTHER on GRCh38"]);
    expect(resolve("GENE K3fs")?.alleles).toEqual([]);
    expect(resolve("GENE K3fs")?.notes).toHaveLength(1);
  });

  test("is null for what is no variant", () => {
    for (const text of ["", "GENE", "GENE what", "q:1:A:T"]) expect(resolve(text)).toBeNull();
  });
});

describe("formatHgvsProtein", () => {
  test("writes residues with three letters", () => {
    const names = {
      V600E: "p.Val600Glu",
      "Q61*": "p.Gln61Ter",
      K111fs: "p.Lys111fs",
      E746_A750del: "p.Glu746_Ala750del",
      A767_V769dup: "p.Ala767_Val769dup",
      D770_N771insSVD: "p.Asp770_Asn771insSerValAsp",
      "V600=": "p.Val600=",
      "M1?": "p.Met1?",
      "*390ext": "p.Ter390ext",
    };
    for (const [short, long] of Object.entries(names)) expect(formatHgvsProtein(short)).toBe(long);
    expect(formatHgvsProtein("nothing")).toBeNull();
  });
});
