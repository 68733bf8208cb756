import { describe, expect, it } from "vitest";
import { isSameInProtein, makePlaceChange } from "../../../../src/annotate/models/place-change.ts";
import { parseProteinChange } from "../../../../src/annotate/protein-change.ts";
import { models } from "./small-gene.ts";

function read(text: string) {
  const change = parseProteinChange(text);
  if (change === null) throw new Error(`cannot be read: ${text}`);
  return change;
}

// The protein is MVKHAKFG.
describe("makePlaceChange", () => {
  const place = makePlaceChange(models);

  it("names a change by the protein of its gene, whatever transcript it is of", () => {
    expect(place("GENE", null, read("H4_A5insKH")).text).toBe("K3_H4dup");
    expect(place("GENE", "T1.7", read("V2_K3insKH")).text).toBe("K3_H4dup");
    expect(place("GENE", "ENST1", read("V2_K3insKH")).text).toBe("K3_H4dup");
  });

  it("leaves what no protein fits, what cannot move, and everything without models", () => {
    expect(place("OTHER", null, read("H4_A5insKH")).text).toBe("H4_A5insKH");
    expect(place("GENE", null, read("H5_A6insKH")).text).toBe("H5_A6insKH");
    expect(place("GENE", null, read("V2E")).text).toBe("V2E");
    expect(makePlaceChange(undefined)("GENE", null, read("H4_A5insKH")).text).toBe("H4_A5insKH");
  });

  it("asks for the transcripts of a gene once, and of no gene whose changes cannot move", () => {
    const asked: string[] = [];
    const own = makePlaceChange({
      ...models,
      transcriptsOf: (gene) => {
        asked.push(gene);
        return models.transcriptsOf(gene);
      },
    });
    own("OTHER", null, read("V2E"));
    for (const text of ["H4_A5insKH", "V2_K3insKH", "K3del"]) own("GENE", null, read(text));
    expect(asked).toEqual(["GENE"]);
  });
});

describe("isSameInProtein", () => {
  const numbering = { gene: "GENE", transcript: null, place: makePlaceChange(models) };

  it.each([
    ["K3_H4dup", "H4_A5insKH", true],
    ["V2_K3insKH", "H4_A5insKH", true],
    ["K3_H4dup", "H4_A5insKA", false],
    ["K3del", "K6del", false],
    ["V2E", "p.Val2Glu", true],
  ])("of %s and %s is %s", (a, b, isSame) => {
    expect(isSameInProtein(read(a), read(b), numbering)).toBe(isSame);
    expect(isSameInProtein(read(b), read(a), numbering)).toBe(isSame);
  });
});
