import { describe, expect, test } from "vitest";
import { makeReferenceCheck } from "../../../../src/run/variants/reference-check.ts";
import type { VariantCall } from "../../../../src/model/observation.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { makeCall } from "../../annotate/make-call.ts";
import { Refusal } from "../../../../src/model/refusal.ts";

const models = {
  transcriptsAt: () => [],
  transcriptsOf: () => [],
  transcriptById: () => null,
  introns: () => [],
  bases: (_contig: string, start: number, end: number) => "AAAAAANNNN".slice(start - 1, end),
};
const call = (position: number, ref: string): VariantCall =>
  makeCall(`1:${position}:${ref}:G`, {
    provenance: { file: "a.vcf", line: position, sample: null },
  });

function check(calls: readonly VariantCall[]): Problem[] {
  const problems: Problem[] = [];
  const reference = makeReferenceCheck(models, "GRCh38");
  for (const one of calls) reference.add(one);
  reference.finish((problem) => void problems.push(problem));
  return problems;
}

describe("makeReferenceCheck", () => {
  test("says nothing of what agrees and of what is not known", () => {
    expect(
      check([
        call(1, "a"),
        call(2, "AA"),
        call(8, "T"),
        call(6, "AT"),
        call(2, "NA"),
        call(2, "AN"),
        call(7, "TT"),
      ]),
    ).toEqual([]);
  });

  test("warns of a few that disagree, with the first of them", () => {
    const problems = check([call(1, "A"), call(2, "C"), call(3, "T")]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(
      /^2 of 3 REF .* first at 1:2; records that disagree are not used\.$/,
    );
  });

  test.each([
    ["A", 1, true],
    ["ANA", 1, true],
    ["C", 1, false],
    ["CN", 1, false],
    ["NC", 1, false],
    ["TT", 6, false],
    ["T", 8, true],
  ])("says whether %s at %i may be of the genome: %s", (ref, position, expected) => {
    expect(makeReferenceCheck(models, "GRCh38").add(call(position, ref))).toBe(expected);
  });

  test("refuses a file that is mostly of another build", () => {
    const wrong = [1, 2, 3, 4, 5].map((position) => call(position, "C"));
    expect(() => check([...wrong, call(6, "A")])).toThrow(Refusal);
  });
});
