import { describe, expect, test } from "vitest";
import { formatHgvsProtein } from "../../../../src/annotate/hgvs/format-protein.ts";
import {
  isUncertainDnaChange,
  parseDnaChange,
} from "../../../../src/annotate/hgvs/parse-dna-change.ts";
import { resolveQuery } from "../../../../src/annotate/hgvs/resolve-query.ts";
import { callEffects } from "../../../../src/annotate/call-effects.ts";
import { makeEdit } from "../../../../src/annotate/models/edit.ts";
import {
  nameDnaChange,
  nameGenomicChange,
} from "../../../../src/annotate/models/name-dna-change.ts";
import { makeGenomeModels } from "../../../../src/annotate/models/genome-models.ts";
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

describe("isUncertainDnaChange", () => {
  test("knows what leaves its bases open from what does not", () => {
    const open = ["c.?", "c.(?_-30)_(12+1_13-1)del", "g.(100_200)_(300_400)dup", "c.(5_6)_7del"];
    for (const text of open) expect(isUncertainDnaChange(text)).toBe(true);
    for (const text of ["c.1799T>A", "c.(1799T>A)", "c.(5_6del)", "V600?", "c.", "p.?"]) {
      expect(isUncertainDnaChange(text)).toBe(false);
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

  test("holds a name to the numbering of its transcript", () => {
    const text = "the bases of T1.1 are numbered as c., not as n.";
    expect(resolve("GENE:n.5T>A")).toMatchObject({ alleles: [], notes: [text], contradicts: true });
    expect(resolve("GENE:g.5T>A")?.alleles).toEqual([]);
    const untranslated = { ...gene, coding: [] };
    expect(resolve("GENE:n.8T>A", untranslated)?.notes).toEqual([]);
    expect(resolve("GENE:c.8T>A", untranslated)?.alleles).toEqual([]);
  });

  test("counts an intron from the edge of an exon, and only as far as it goes", () => {
    for (const name of ["c.13+1G>A", "c.14-1G>C", "c.13+20G>C", "c.14-20G>A"]) {
      expect(resolve(`GENE:${name}`)?.alleles).toHaveLength(1);
    }
    for (const name of ["c.5+1G>A", "c.12+2A>C", "c.15-1T>A", "c.13+21T>A", "c.*6+1C>A"]) {
      expect(resolve(`GENE:${name}`)).toMatchObject({
        alleles: [],
        notes: ["T1.1 has no such place"],
        contradicts: true,
      });
    }
  });

  test("numbers nothing beside a coding sequence of which the exons are not known", () => {
    const bare = { ...gene, hasUtr: false };
    for (const name of ["c.-2T>C", "c.*2C>G"]) {
      expect(resolve(`GENE:${name}`, bare)?.alleles).toEqual([]);
      expect(resolve(`GENE:${name}`, bare)?.notes[0]).toContain(
        "only its coding sequence is known",
      );
    }
    expect(resolve("GENE:c.5T>A", bare)?.alleles).toHaveLength(1);
  });

  test("takes the numbers of UTRs from a transcript of the gene that has them", () => {
    const bare = { ...gene, id: "T1.2", hasUtr: false };
    const both = { ...models, transcriptsOf: () => [bare, { ...gene, preferred: false }] };
    const ask = (change: string) =>
      resolveQuery(`GENE ${change}`, { assembly: "GRCh38", models: both, currentSymbol: symbols });
    expect(ask("c.-2T>C")).toMatchObject({
      transcript: { id: "T1.1" },
      alleles: [{ position: 6 }],
    });
    expect(ask("c.5T>A")).toMatchObject({ transcript: { id: "T1.2" } });
  });

  test("takes the version that is asked for before another", () => {
    const versions = ["ENST00000000001.5", "ENST00000000001.10"].map((id) => ({ ...gene, id }));
    const ask = (subject: string) =>
      resolveQuery(`${subject}:c.5T>A`, {
        assembly: "GRCh38",
        models: {
          ...models,
          transcriptById: () => versions[0] ?? null,
          transcriptsOf: () => versions,
        },
        currentSymbol: symbols,
      })?.transcript?.id;
    expect(ask("ENST00000000001.10")).toBe("ENST00000000001.10");
    expect(ask("ENST00000000001.5")).toBe("ENST00000000001.5");
  });

  test("says when the model is of another version than was asked for", () => {
    const versioned = { ...gene, id: "ENST00000000001.3", refseq: "NM_000001.6" };
    const ask = (subject: string) =>
      resolveQuery(`${subject}:c.5T>A`, {
        assembly: "GRCh38",
        models: { ...models, transcriptById: () => versioned, transcriptsOf: () => [versioned] },
        currentSymbol: symbols,
      });
    for (const subject of ["ENST00000000001", "ENST00000000001.3", "nm_000001.6", "NM_000001"]) {
      expect(ask(subject)?.notes).toEqual([]);
    }
    expect(ask("NM_000001.5")?.notes).toEqual([
      "the model is of NM_000001.6, not of NM_000001.5: numbers may differ",
    ]);
    expect(ask("NM_000001.5")?.alleles).toHaveLength(1);
  });

  test("holds an accession of a chromosome to the build", () => {
    expect(resolve("NC_000001.11:g.12T>A")?.alleles).toHaveLength(1);
    for (const name of ["NC_000001.10:g.12T>A", "NC_000001.10:12:T:A"]) {
      const other = "NC_000001.10 is not of GRCh38, whose chromosome 1 is NC_000001.11";
      expect(resolve(name)).toMatchObject({ alleles: [], notes: [other], contradicts: true });
    }
  });

  test("reads a change that leaves its bases open, and names no allele", () => {
    const resolved = resolve("GENE:c.(?_5)_(13+1_14-1)del");
    expect(resolved).toMatchObject({ alleles: [], contradicts: false });
    expect(resolved?.notes[0]).toContain("leaves open which bases change");
  });

  test("expands a residue of a sequence that begins inside a codon", () => {
    // One base less in front: the first whole codon begins two bases later.
    const cut: Transcript = { ...gene, coding: [[9, 20], ...gene.coding.slice(1)], phase: 2 };
    const resolved = resolve("GENE K2R", cut);
    expect(resolved?.notes).toEqual([]);
    for (const allele of resolved?.alleles ?? []) {
      const [own] = callEffects(allele, makeGenomeModels([cut], models.bases), symbols);
      expect(own?.proteinChange).toBe("K2R");
    }
    expect(resolved?.alleles).toHaveLength(6);
  });

  test("lists for a codon over two exons what lies in one of them, and counts the others", () => {
    // The fifth codon GCC has its first base in the first exon.
    const resolved = resolve("GENE A5D");
    expect(resolved?.alleles).toHaveLength(2);
    expect(resolved?.notes).toEqual([]);
    const over = resolve("GENE A5L");
    expect(over?.alleles).toEqual([]);
    expect(over?.notes).toEqual([
      "codon 5 lies in two exons: 6 of 6 ways to make the change would change bases on both sides of the intron, and are not listed",
    ]);
    expect(resolve("GENE A5del")?.notes[0]).toContain("lie in more than one exon");
  });

  test("expands a silent change to the other codons of the residue", () => {
    expect(resolve("GENE V2=")?.alleles).toHaveLength(3);
    expect(resolve("GENE M1=")?.notes).toEqual(["no other codon codes for this residue"]);
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
      "K111Nfs*12": "p.Lys111AsnfsTer12",
      "K111Nfs*?": "p.Lys111AsnfsTer?",
      "*390Qext*17": "p.Ter390GlnextTer17",
    };
    for (const [short, long] of Object.entries(names)) expect(formatHgvsProtein(short)).toBe(long);
    expect(formatHgvsProtein("nothing")).toBeNull();
  });
});
