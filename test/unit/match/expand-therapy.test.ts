import { describe, expect, it } from "vitest";
import { expandStatement, expandTherapy } from "../../../src/match/expand-therapy.ts";
import { statement } from "./constructed-case.ts";

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
      ["a-drug", "named as alternatives: A drug or B drug"],
      ["b-drug", "named as alternatives: A drug or B drug"],
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

describe("a statement that names a class of drugs", () => {
  const drugClass = { id: "a-class", name: "A class", members: [a, b] };
  const about = (predicate: "resistance" | "sensitivity", drugs = [drugClass]) =>
    expandStatement({
      ...statement({ id: "S1" }),
      predicate,
      therapy: { relation: "single", drugs },
    }).map((option) => [option.therapy.id, option.choice]);

  it("as resistant means each drug of it", () => {
    expect(about("resistance")).toEqual([
      ["a-class", null],
      ["a-drug", "named by its class: A class"],
      ["b-drug", "named by its class: A class"],
    ]);
  });

  it("as sensitive means the class only", () => {
    expect(about("sensitivity")).toEqual([["a-class", null]]);
  });

  it("in a combination means that combination only", () => {
    expect(about("resistance", [drugClass, { ...a, members: [] }])).toHaveLength(1);
  });
});
