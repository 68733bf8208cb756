import { describe, expect, test } from "vitest";
import { makeRefgetAccessions } from "../../../../src/annotate/vrs/refget-accessions.ts";
import { makeVrsAllele } from "../../../../src/annotate/vrs/vrs-allele.ts";

const refgetAccession = "SQ.F-LrLMe1SRpfUZHkQmvkVKFEGaoDeHul";
const sequence = "GGCACACATT";
const bases = (start: number, end: number): string => sequence.slice(start - 1, end);

describe("makeVrsAllele", () => {
  test("gives a deletion in a repeat one location wherever the caller put it", () => {
    const first = makeVrsAllele({ position: 2, ref: "GCA", alt: "G", refgetAccession, bases });
    const last = makeVrsAllele({ position: 6, ref: "ACA", alt: "A", refgetAccession, bases });
    expect(first?.location).toMatchObject({ start: 2, end: 8 });
    expect(first?.state).toEqual({
      type: "ReferenceLengthExpression",
      length: 4,
      repeatSubunitLength: 2,
      sequence: "CACA",
    });
    expect(last).toEqual(first);
  });

  test("spells out an insertion that the reference does not repeat", () => {
    const allele = makeVrsAllele({ position: 2, ref: "G", alt: "GTTT", refgetAccession, bases });
    expect(allele?.state).toEqual({ type: "LiteralSequenceExpression", sequence: "TTT" });
  });

  test("needs no sequence for a substitution, and guesses none for a deletion", () => {
    const nothing = (): string => "N";
    const question = { position: 5, refgetAccession, bases: nothing };
    expect(makeVrsAllele({ ...question, ref: "A", alt: "G" })?.id).toMatch(/^ga4gh:VA\./);
    expect(makeVrsAllele({ ...question, ref: "AC", alt: "A" })).toBeNull();
  });
});

describe("makeRefgetAccessions", () => {
  test("knows what is stated, takes what the user's FASTA gave, and guesses nothing", () => {
    expect(makeRefgetAccessions()("GRCh38", "7")).toBe(refgetAccession);
    expect(makeRefgetAccessions()("GRCh38", "8")).toBeNull();
    const own = new Map([["GRCh38:8", "SQ.own"]]);
    expect(makeRefgetAccessions(own)("GRCh38", "8")).toBe("SQ.own");
  });
});
