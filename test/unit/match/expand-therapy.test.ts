import { describe, expect, it } from "vitest";
import { expandTherapy } from "../../../src/match/expand-therapy.ts";

const a = { id: "a-drug", name: "A drug" };
const b = { id: "b-drug", name: "B drug" };

describe("the therapies of a statement", () => {
  it("are one combination whatever the order of its drugs", () => {
    const [one] = expandTherapy({ relation: "combination", drugs: [b, a] });
    expect(one).toEqual({
      therapy: {
        id: "a-drug+b-drug",
        label: "A drug + B drug",
        relation: "combination",
        drugs: [a, b],
      },
      choice: null,
    });
    expect(expandTherapy({ relation: "combination", drugs: [a, b] })).toEqual([one]);
  });

  it("are one therapy per drug when the source names alternatives, and say so", () => {
    const options = expandTherapy({ relation: "substitutes", drugs: [b, a] });
    expect(options.map((option) => [option.therapy.id, option.choice])).toEqual([
      ["a-drug", "A drug or B drug (named as alternatives)"],
      ["b-drug", "A drug or B drug (named as alternatives)"],
    ]);
  });

  it("keep the order of a sequence", () => {
    const [option] = expandTherapy({ relation: "sequential", drugs: [b, a] });
    expect(option?.therapy).toMatchObject({
      id: "seq:b-drug+a-drug",
      label: "B drug, then A drug",
    });
  });

  it("are a single drug when only one is named, whatever the source calls it", () => {
    const [option, ...rest] = expandTherapy({ relation: "combination", drugs: [a, a] });
    expect(rest).toEqual([]);
    expect(option?.therapy).toMatchObject({ id: "a-drug", relation: "single" });
  });
});
