import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeInProtein } from "../../../src/annotate/place-in-protein.ts";
import { parseProteinChange } from "../../../src/annotate/protein-change.ts";

/** Residues 761 to 777 of EGFR at 11 to 27, behind ten others. */
const protein = `MSTGKLPWQR${"DEAYVMASVDNPHVCRL"}*`;

function nameOf(text: string, reference = protein): string | null {
  const change = parseProteinChange(text);
  if (change === null) throw new Error(`cannot be read: ${text}`);
  return placeInProtein(change, reference)?.text ?? null;
}

describe("placeInProtein", () => {
  it.each([
    // A767_V769dup, M766_A767insASV, V769_D770insASV and what is turned between them.
    ["A17_V19dup", "A17_V19dup"],
    ["M16_A17insASV", "A17_V19dup"],
    ["V19_D20insASV", "A17_V19dup"],
    ["A17_S18insSVA", "A17_V19dup"],
    ["S18_V19insVAS", "A17_V19dup"],
    ["V19delinsVASV", "A17_V19dup"],
    ["V19_D20delinsVASVD", "A17_V19dup"],
    ["V19_D20insASW", "V19_D20insASW"],
    ["D20_N21insGL", "D20_N21insGL"],
    ["D20delinsDGL", "D20_N21insGL"],
    ["A17_V19delinsAV", "S18del"],
    ["A17_V19delinsAGV", "S18G"],
    ["A17_V19delinsG", "A17_V19delinsG"],
    ["H23delinsHH", "H23dup"],
  ])("names %s as %s", (given, placed) => {
    expect(nameOf(given)).toBe(placed);
  });

  it.each([
    ["A2del", "MAAAAK*", "A5del"],
    ["A2_A3del", "MAAAAK*", "A4_A5del"],
    ["A3dup", "MAAAAK*", "A5dup"],
    ["M1_A2insAA", "MAAAAK*", "A4_A5dup"],
    ["S2_T3del", "MSTSTK*", "S4_T5del"],
    ["T3_S4del", "MSTSTK*", "S4_T5del"],
    ["A5_K6insKA", "MAAAAK*", "A5_K6dup"],
  ])("puts %s of %s as far to the end as it can lie: %s", (given, reference, placed) => {
    expect(nameOf(given, reference)).toBe(placed);
  });

  it.each([
    ["V19E", "is of another kind"],
    ["V19fs", "is of another kind"],
    ["V19*", "is of another kind"],
    ["A18_S19insG", "has other residues"],
    ["A17_V19dupASW", "has other residues"],
    ["P90_K91insG", "lies behind the end"],
    ["V19_D20ins3", "does not say what comes in"],
    ["V19_D20insXX", "does not say what comes in"],
    ["P22ins", "does not say where"],
    ["V19_D20insA*", "ends the protein"],
  ])("leaves %s, which %s", (given) => {
    const change = parseProteinChange(given);
    expect(change === null ? null : placeInProtein(change, protein)).toBeNull();
  });

  it("gives every writing of one protein one name", () => {
    const residues = fc.string({ unit: fc.constantFrom("A", "S"), minLength: 1, maxLength: 3 });
    const references = fc
      .string({ unit: fc.constantFrom("A", "S"), minLength: 6, maxLength: 10 })
      .map((middle) => `M${middle}K*`);
    fc.assert(
      fc.property(references, residues, (reference, added) => {
        const names = new Map<string, Set<string>>();
        for (let at = 1; at < reference.length - 1; at++) {
          const made = reference.slice(0, at) + added + reference.slice(at);
          const text = `${reference[at - 1]}${at}_${reference[at]}${at + 1}ins${added}`;
          const own = names.get(made) ?? new Set();
          names.set(made, own.add(nameOf(text, reference) ?? "none"));
        }
        expect([...names.values()].every((own) => own.size === 1 && !own.has("none"))).toBe(true);
      }),
    );
  });
});
