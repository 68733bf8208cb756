/** Rows of matching_score_cases.csv of the specification (R14; PMID 31011205, 33009371). */
import { describe, expect, it } from "vitest";
import { listCharacterized, scoreMatches } from "../../../../src/assess/evidence/matching-score.ts";
import type { Finding } from "../../../../src/model/report.ts";
import { call, outlier, statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";

describe("the matching score", () => {
  it.each([
    [4, 2, 0.5, "high"],
    [5, 2, 0.4, "low"],
    [0, 0, null, "not computable"],
    [3, 3, 1, "high"],
    [7, 3, 0.4286, "low"],
  ] as const)(
    "of %i characterized and %i matched is %s, %s",
    (characterized, matched, score, bucket) => {
      expect(scoreMatches(matched, characterized)).toEqual({
        matched,
        characterized,
        score,
        bucket,
      });
    },
  );

  it("counts what matters in the DNA of the case, and of it what the therapy is matched to", () => {
    const expressed = { type: "expression", gene: "ERBB2", molecule: "protein", direction: "up" };
    const assessed = assess({
      statements: [
        statement({ id: "S1", level: "D" }),
        statement({ id: "S2", level: "D", variant: "G12D", gene: "KRAS", drugs: ["other"] }),
        statement({
          id: "S3",
          gene: "ERBB2",
          variant: "high",
          drugs: ["vemurafenib"],
          constraints: [expressed as never],
        }),
      ],
      observations: [
        variant("BRAF", "V600E"),
        variant("KRAS", "G12D"),
        variant("PTEN", "R130*", { term: "stop_gained" }),
        variant("TP53", "V10L"),
        outlier("ERBB2", "up"),
      ],
      outliers: [call("ERBB2", "up")],
    });
    expect([...listCharacterized(assessed.findings)].toSorted()).toEqual(
      [
        variant("BRAF", "V600E").id,
        variant("KRAS", "G12D").id,
        variant("PTEN", "R130*").id,
      ].toSorted(),
    );
    const score = { matched: 1, characterized: 3, score: 0.3333, bucket: "low" };
    const scores = assessed.targets.map(({ matchingScore }) => matchingScore);
    expect(scores).toEqual([score, score]);
  });

  it.each([
    ["small-variant", "I", undefined, true],
    ["copy-number", "I", undefined, true],
    ["fusion", "II", undefined, true],
    ["exon-change", "II", undefined, true],
    ["small-variant", "III", undefined, false],
    ["small-variant", null, "oncogenic", true],
    ["small-variant", null, "likely oncogenic", true],
    ["small-variant", null, "VUS", false],
    ["expression", "I", undefined, false],
    ["signature", "I", undefined, false],
    ["ihc", "I", undefined, false],
  ] as const)("takes %s of tier %s, %s by its points: %s", (kind, tier, name, isCounted) => {
    const finding = {
      observation: "x",
      kind,
      amp: { tier },
      ...(name === undefined ? {} : { oncogenicity: { class: name } }),
    };
    expect(listCharacterized([finding as unknown as Finding]).has("x")).toBe(isCounted);
  });
});
