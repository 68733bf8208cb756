import { expect, test } from "vitest";
import {
  describeDocument,
  recordUrl,
} from "../../../../src/knowledgebase/load/describe-document.ts";

test.each([
  ["PMID:21639808", "PMID 21639808", "https://pubmed.ncbi.nlm.nih.gov/21639808/"],
  ["PMC:PMC123", "PMC123", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"],
  ["ASCO:171542", "ASCO 171542", "https://meetings.asco.org/abstracts-presentations/171542"],
  ["NCT:NCT01227889", "NCT01227889", "https://clinicaltrials.gov/study/NCT01227889"],
  ["DOI:10.1016/j.x:1", "DOI 10.1016/j.x:1", "https://doi.org/10.1016/j.x:1"],
])("%s has a label and an address", (id, label, url) => {
  expect(describeDocument(id)).toEqual({ id, label, url });
});

test("only a record of CIViC has a page", () => {
  expect(recordUrl("CIViC", "EID1409")).toBe("https://civicdb.org/links/evidence_items/1409");
  expect(recordUrl("CIViC (April 2022)", "AID7")).toBe("https://civicdb.org/links/assertions/7");
  expect(recordUrl("CIViC", "7")).toBeNull();
  expect(recordUrl("own", "EID1409")).toBeNull();
});
