import { describe, expect, test } from "vitest";
import { nameAlteration } from "../../../src/match/name-alteration.ts";

const index = { testContext: () => ({ geneSpan: () => null }) as never };
const read = (text: string) => nameAlteration("ERBB2", text, index)?.alteration;

describe("the words after a gene", () => {
  test.each([
    ["V777L", "V777L", "missense_variant"],
    ["p.(Val777Leu)", "V777L", "missense_variant"],
    ["Y772_A775dup", "Y772_A775dup", "inframe_insertion"],
    ["K111fs", "K111fs", "frameshift_variant"],
    ["Q61*", "Q61*", "stop_gained"],
  ])("%s are the protein change %s", (text, proteinChange, term) => {
    expect(read(text)).toMatchObject({
      kind: "small-variant",
      consequences: [{ gene: "ERBB2", proteinChange, terms: [term] }],
    });
  });

  test.each([
    ["Amplification", { kind: "copy-number", change: "amplification" }],
    ["deletion", { kind: "copy-number", change: "homozygous-deletion" }],
    ["fusion", { kind: "fusion", fivePrime: null, threePrime: "ERBB2" }],
    ["NRG1::ERBB2", { kind: "fusion", fivePrime: "NRG1", threePrime: "ERBB2" }],
    ["protein high", { kind: "expression", molecule: "protein", direction: "up" }],
    ["low", { kind: "expression", direction: "down" }],
  ])("%s are an alteration of another kind", (text, alteration) => {
    expect(read(text)).toMatchObject(alteration);
  });

  test.each(["exon 20 insertion", "", "p.?", "A::B::C"])(
    "%j are none that rules can be asked about",
    (text) => {
      expect(nameAlteration("ERBB2", text, index)).toBeNull();
    },
  );
});
