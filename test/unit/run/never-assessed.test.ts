import { describe, expect, it } from "vitest";
import type { Measured } from "../../../src/model/alteration.ts";
import { moleculesNotGiven } from "../../../src/run/never-assessed.ts";

describe("moleculesNotGiven", () => {
  it("names RNA and phosphosites as far as no table measures them", () => {
    const named = (...measured: Measured[]): string[] =>
      moleculesNotGiven(new Set(measured)).map(({ what }) => what);
    expect(named()).toEqual(["RNA expression and phosphosites"]);
    expect(named("protein", "rna")).toEqual(["Phosphosites"]);
    expect(named("phosphosite")).toEqual(["RNA expression"]);
    expect(named("rna", "phosphosite")).toEqual([]);
  });
});
