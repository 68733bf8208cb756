import { describe, expect, test } from "vitest";
import { independentSources } from "../../../../src/assess/evidence/independent-sources.ts";

const count = (...ids: string[]): string[] => [...independentSources(ids.map((id) => ({ id })))];

describe("independent sources", () => {
  test("are publications, each once", () => {
    expect(count("PMID:1", "PMID:2", "PMID:1", "NCT:NCT00000001")).toEqual(["PMID:1", "PMID:2"]);
  });

  test("are trials where no publication is cited, however many labels and guidelines rest on them", () => {
    expect(
      count("GUIDELINE:a-2023", "LABEL:fda-a-2020", "LABEL:fda-a-2024", "NCT:NCT00000001"),
    ).toEqual(["NCT:NCT00000001"]);
  });

  test("are one where only labels and guidelines are cited", () => {
    expect(count("GUIDELINE:a-2023", "LABEL:ema-a", "LABEL:fda-a")).toHaveLength(1);
    expect(count()).toEqual([]);
  });
});
