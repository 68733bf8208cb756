import { expect, test } from "vitest";
import type { LesionCell } from "../../../../src/model/lesions.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import type { ComparedAlteration } from "../../../../src/run/lesions/describe-lesions.ts";
import { warnOfStrangers } from "../../../../src/run/lesions/warn-of-strangers.ts";
import { variant } from "../../match/constructed-case.ts";

type State = LesionCell["state"];

function compared(...states: readonly State[]): ComparedAlteration {
  const reason = { code: "code", text: "" };
  return {
    observation: variant("BRAF", "V600E"),
    verdict: { state: "shared", reason },
    cells: states.map((state, at) => ({
      specimen: `L${at + 1}`,
      state,
      reason,
      vaf: null,
      depth: null,
      altReads: null,
      cellFraction: null,
    })),
  };
}

function warnings(...rows: readonly ComparedAlteration[]): string[] {
  const told: Problem[] = [];
  warnOfStrangers(rows, (problem) => void told.push(problem));
  expect(told.every(({ severity }) => severity === "warning")).toBe(true);
  return told.map(({ message }) => message);
}

const apart = [
  compared("present", "absent"),
  compared("absent", "present"),
  compared("present", "absent"),
];

test("lesions that exclude each other's variants and share none are named", () => {
  expect(warnings(...apart)).toEqual([
    "L1 and L2 share no small variant that is compared, and 3 that one of them calls are excluded by the reads of the other.",
  ]);
});

test.each([
  ["share one", compared("present", "present")],
  ["share one below calling", compared("present", "below calling")],
])("lesions that %s are of one patient", (_, row) => {
  expect(warnings(...apart, row)).toEqual([]);
});

test("what is not assessable is no sign, nor are two variants", () => {
  const open = compared("present", "not assessable");
  expect(warnings(...apart.slice(1), open, open)).toEqual([]);
});

test("each pair of lesions is asked", () => {
  const rows = [
    compared("present", "present", "absent"),
    compared("present", "present", "absent"),
    compared("present", "absent", "absent"),
    compared("absent", "absent", "present"),
  ];
  expect(warnings(...rows).map((text) => text.slice(0, 9))).toEqual(["L1 and L3", "L2 and L3"]);
});
