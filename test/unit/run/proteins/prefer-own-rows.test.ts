import { expect, test } from "vitest";
import { outlierId } from "../../../../src/annotate/proteins/name-measured.ts";
import type { OutlierCall } from "../../../../src/annotate/proteins/protein-outliers.ts";
import { preferOwnRows } from "../../../../src/run/proteins/prefer-own-rows.ts";
import { call, outlier } from "../../match/constructed-case.ts";

const shared: OutlierCall = { ...call("ERBB2", "up"), group: ["ERBB2", "ERBB3"] };
const observation = { ...outlier("ERBB2", "up"), id: outlierId(shared) };

test("a row of several genes gives way to one that another table has of the gene alone, and can tell", () => {
  const own = call("ERBB2", "none");
  const result = preferOwnRows([
    { calls: [shared, call("KIT", "up")], observations: [observation] },
    { calls: [own], observations: [] },
  ]);
  expect(result.calls).toEqual([call("KIT", "up"), own]);
  expect(result.observations).toEqual([]);
});

test("it stays beside a row that cannot tell, and beside one of another gene or molecule", () => {
  const others = [
    call("ERBB2", "not assessable"),
    call("ERBB3", "none"),
    { ...call("ERBB2", "none"), molecule: "rna" as const },
  ];
  const result = preferOwnRows([
    { calls: [shared], observations: [observation] },
    { calls: others, observations: [] },
  ]);
  expect(result.calls).toEqual([shared, ...others]);
  expect(result.observations).toEqual([observation]);
});
