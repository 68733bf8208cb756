import { describe, expect, it } from "vitest";
import { sharedRowOf } from "../../../../src/assess/evidence/shared-row.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import { outlier, variant } from "../../match/constructed-case.ts";
import { stain } from "../verification/constructed-proteins.ts";

const group = ["ERBB2", "ERBB3"];
const alone = outlier("ERBB2", "up");
const shared = {
  ...alone,
  id: "shared",
  support: alone.support.kind === "cohort" ? { ...alone.support, group } : alone.support,
};
const asked = (...observations: Observation[]) =>
  sharedRowOf(
    { observations: observations.map(({ id }) => id) },
    new Map(observations.map((each) => [each.id, each])),
  );

describe("sharedRowOf", () => {
  it("names the genes where nothing else shows the expression", () => {
    expect(asked(shared)).toEqual(group);
    expect(asked(shared, variant("BRAF", "V600E"))).toEqual(group);
  });

  it("is nothing where a table or a stain shows the gene by itself", () => {
    expect(asked(shared, alone)).toBeNull();
    expect(asked(shared, stain("ERBB2", "3+"))).toBeNull();
    expect(asked(variant("BRAF", "V600E"))).toBeNull();
  });
});
