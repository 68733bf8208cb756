import { expect, test } from "vitest";
import { claimLesion } from "../../../../src/assess/lesions/claim-lesion.ts";

const lesionWith = (lesionOf: Parameters<typeof claimLesion>[1]["lesionOf"]) =>
  claimLesion([], { lesionOf }).lesion;

test("a target that rests on wild type is compared with no lesion, and says whether there is another", () => {
  expect(lesionWith(null)).toMatchObject({
    state: "not assessable",
    reason: { code: "no-primary" },
  });
  const { state, reason } = lesionWith(() => null);
  expect([state, reason.code]).toEqual(["not assessable", "lesion-not-compared"]);
  expect(reason.text).not.toContain("primary");
});
