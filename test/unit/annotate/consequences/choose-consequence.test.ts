import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseConsequence } from "../../../../src/annotate/consequences/choose-consequence.ts";
import { makeConsequence } from "../make-consequence.ts";

describe("chooseConsequence", () => {
  test("chooses nothing from nothing", () => {
    expect(chooseConsequence([])).toBeNull();
  });

  test("prefers the preferred transcript of a gene to a more severe one", () => {
    const preferred = makeConsequence({ transcript: "T2", preferred: true });
    const severe = makeConsequence({ transcript: "T1", terms: ["stop_gained"] });
    expect(chooseConsequence([severe, preferred])).toBe(preferred);
  });

  test("prefers severity where no transcript is preferred, then the transcript id", () => {
    const severe = makeConsequence({ transcript: "T3", terms: ["stop_gained"] });
    const first = makeConsequence({ transcript: "T1" });
    const second = makeConsequence({ transcript: "T2" });
    expect(chooseConsequence([second, first, severe])).toBe(severe);
    expect(chooseConsequence([second, first])).toBe(first);
  });

  test("prefers the gene that is hit to a neighbor with a preferred transcript", () => {
    const hit = makeConsequence({ gene: "TP53", preferred: false });
    const neighbor = makeConsequence({
      gene: "AAA1",
      preferred: true,
      terms: ["upstream_gene_variant"],
    });
    expect(chooseConsequence([neighbor, hit])).toBe(hit);
  });

  test("prefers a named transcript to none", () => {
    const named = makeConsequence({ transcript: "T9" });
    expect(chooseConsequence([makeConsequence({ transcript: null }), named])).toBe(named);
  });

  test("does not depend on the order of the list", () => {
    const consequence = fc.record({
      gene: fc.constantFrom("A", "B"),
      transcript: fc.constantFrom("T1", "T2", null),
      preferred: fc.boolean(),
      proteinChange: fc.constantFrom("V600E", "V600K", null),
      terms: fc.constantFrom(["missense_variant"], ["intron_variant"], []),
    });
    fc.assert(
      fc.property(fc.array(consequence, { minLength: 1, maxLength: 6 }), (changes) => {
        const list = changes.map(makeConsequence);
        expect(chooseConsequence(list.toReversed())).toEqual(chooseConsequence(list));
      }),
    );
  });
});
