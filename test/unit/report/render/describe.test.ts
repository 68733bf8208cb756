import { expect, test } from "vitest";
import type { Finding } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { describeEmptyResult } from "../../../../src/report/render/describe-empty-result.ts";
import {
  describeClaim,
  describeConsequence,
  describeTier,
  isNamedAsAlternative,
  stanceOf,
} from "../../../../src/report/render/describe-evidence.ts";
import { describePlace } from "../../../../src/report/render/describe-place.ts";
import { describeSortKey } from "../../../../src/report/render/describe-sort-key.ts";
import { supportFacts, supportInBrief } from "../../../../src/report/render/describe-support.ts";
import { glossaryOf } from "../../../../src/report/render/glossary.ts";
import { emptyParts, makeEvidence, makeTarget, sampleParts } from "../sample-report.ts";

const report = buildReport(sampleParts());

test.each([
  ["sensitivity", "supports", "for", "sensitivity"],
  ["sensitivity", "does not support", "against", "does not support sensitivity"],
  ["resistance", "supports", "against", "resistance"],
  ["resistance", "does not support", "neither", "does not support resistance"],
  ["reduced sensitivity", "supports", "against", "reduced sensitivity"],
  ["adverse response", "supports", "against", "adverse response"],
  ["unspecified", "supports", "neither", "an effect (not specified)"],
] as const)("%s that the work %s speaks %s the therapy", (predicate, direction, stance, claim) => {
  expect(stanceOf({ predicate, direction })).toBe(stance);
  expect(describeClaim({ predicate, direction })).toBe(claim);
});

test("a tier is named with its level where it has one", () => {
  expect(describeTier({ tier: "I", level: "A" })).toBe("Tier I, level A");
  expect(describeTier({ tier: "III", level: null })).toBe("Tier III");
  expect(describeTier({ tier: null, level: null })).toBe("No tier");
});

test("a therapy is named as an alternative only when no source names it alone", () => {
  const choice = makeEvidence({ therapyChoice: "a or b" });
  expect(isNamedAsAlternative(makeTarget({ evidence: [choice] }))).toBe(true);
  expect(isNamedAsAlternative(makeTarget({ evidence: [choice, makeEvidence()] }))).toBe(false);
});

test("reads and outliers are described with what they rest on, and a missing value is said", () => {
  const byGene = new Map(report.findings.map((finding) => [finding.gene, finding]));
  expect(supportFacts(byGene.get("BRAF")!.support)).toEqual([
    "VAF 38.2%",
    "42 of 110 reads",
    "from FORMAT/AD of sample TUMOR",
  ]);
  expect(supportFacts(byGene.get("KRAS")!.support)).toContain("VAF not stated");
  expect(supportInBrief(byGene.get("KRAS")!.support)).toBe("");
  expect(supportFacts(byGene.get("ERBB2")!.support)).toEqual([
    "Mz +7.9",
    "q 9.9e-4 over 8 genes",
    "log2 fold +2.92",
    "percentile 100",
    "n 20 (1 missing) in reference CRC",
  ]);
});

test("a variant without terms is called not annotated, which is not the same as harmless", () => {
  expect(describeConsequence({ consequences: [], kind: "small-variant" })).toBe("not annotated");
  expect(describeConsequence({ consequences: [], kind: "copy-number" })).toBe("copy number");
});

test("only abbreviations that the report uses are explained", () => {
  const terms = glossaryOf(report).map(({ term }) => term);
  expect(terms).toEqual(expect.arrayContaining(["VAF", "Mz", "q"]));
  expect(new Set(terms).size).toBe(terms.length);
  expect(glossaryOf(buildReport(emptyParts())).map(({ term }) => term)).not.toContain("Mz");
  expect(terms).not.toContain("CCF");
  const [finding] = report.findings;
  const fraction = { estimate: 0.9, low: 0.8, high: 1 } as NonNullable<
    Finding["clonality"]
  >["fraction"];
  const clonality = { fraction } as NonNullable<Finding["clonality"]>;
  const known = glossaryOf({ ...report, findings: [{ ...finding!, clonality }] });
  expect(known.map(({ term }) => term)).toContain("CCF");
});

test("the sort key is printed in the order of comparison", () => {
  expect(describeSortKey(makeTarget())).toBe(
    "level: A; tumor: this tumor type; flags: none; verification: not informative; rating: 5",
  );
});

test("an empty result after errors does not claim that all is well", () => {
  const problems = sampleParts().problems;
  const { meaning } = describeEmptyResult(buildReport({ ...emptyParts(), problems }));
  expect(meaning[0]).toContain("1 error occurred");
});

test("a place names only what is known of it", () => {
  expect(describePlace(null)).toBe("");
  expect(describePlace({ file: "a.vcf", line: 3, column: 2 })).toBe("a.vcf, line 3, column 2");
  expect(describePlace({ file: "a.json", pointer: "/targets" })).toBe("a.json, /targets");
});
