import { describe, expect, it } from "vitest";
import { isSameSite, organsOf } from "../../../../src/run/proteins/organ-of-site.ts";

describe("organs of a biopsy site", () => {
  it.each([
    ["Liver metastasis", ["liver"]],
    ["hepatic", ["liver"]],
    ["lung_adenocarcinoma, right upper lobe", ["lung"]],
    ["adrenal gland", ["adrenal"]],
    ["renal", ["kidney"]],
    ["bone marrow", ["bone marrow"]],
    ["vertebral bone", ["bone"]],
    ["lymph nodes", ["lymph node"]],
    ["liver metastasis of colon cancer", ["liver"]],
    ["metastasis from the lung", ["lung"]],
    ["unknown", []],
  ])("%s is %j", (text, organs) => {
    expect(organsOf(text)).toEqual(organs);
  });

  it("are compared by organ, or as words where no organ is known", () => {
    expect(isSameSite("Hepatic tissue", "liver metastasis")).toBe(true);
    expect(isSameSite("Parotid gland", "parotid-gland")).toBe(true);
    expect(isSameSite("bone", "bone marrow")).toBe(false);
    expect(isSameSite("adrenal", "renal")).toBe(false);
  });
});
