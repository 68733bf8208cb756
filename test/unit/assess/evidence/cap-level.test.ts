/** The level of a target beside counter-evidence (spec, clinical R6.5), and beside a label that leaves the case out. */
import { describe, expect, test } from "vitest";
import { levelOfTarget } from "../../../../src/assess/evidence/cap-level.ts";
import type { EvidenceRow } from "../../../../src/model/report.ts";
import { makeEvidence } from "../../report/sample-report.ts";

type Level = EvidenceRow["ampLevel"];

const works = (ampLevel: Level, changes: Partial<EvidenceRow> = {}): EvidenceRow =>
  makeEvidence({ ampLevel, ...changes });
const fails = (ampLevel: Level, changes: Partial<EvidenceRow> = {}): EvidenceRow =>
  works(ampLevel, { direction: "does not support", ...changes });

describe("counter-evidence", () => {
  const of = (support: Level, against: EvidenceRow) => {
    const {
      level,
      against: moving,
      cappedBy,
    } = levelOfTarget({
      sensitivity: [works(support)],
      noBenefit: [against],
    });
    return [level, moving.length, cappedBy.length];
  };

  test.each([
    ["A", "A", ["C", 1, 1]],
    ["A", "B", ["A", 1, 0]],
    ["B", "A", ["C", 1, 1]],
    ["B", "B", ["C", 1, 1]],
    ["B", "C", ["B", 0, 0]],
    ["C", "B", ["C", 1, 0]],
    ["C", "C", ["C", 1, 0]],
    ["C", "D", ["C", 0, 0]],
    ["D", "D", ["D", 1, 0]],
  ] as const)("of support %s and %s against gives %j: level, what moves, what caps", (...row) => {
    const [support, against, expected] = row;
    expect(of(support, fails(against))).toEqual(expected);
  });

  test("from another tumor moves nothing", () => {
    expect(of("B", fails("B", { relation: "other" }))).toEqual(["B", 0, 0]);
    expect(of("D", fails("D", { relation: "other" }))).toEqual(["D", 0, 0]);
  });
});

describe("a label that leaves the case out", () => {
  const documents = [{ id: "LABEL:x", label: "X, FDA label", url: "https://example.org/" }];
  const approvals: EvidenceRow["approvals"] = [
    { agency: "FDA", status: "regular", date: "2020", documents },
  ];
  const leftOut = fails("A", { documents });
  const approved = works("A", { approvals });
  const elsewhere = works("A", { approvals, disease: { id: "DOID:162", name: "Cancer" } });

  test("caps what it approves for others", () => {
    const { level, cappedBy } = levelOfTarget({ sensitivity: [approved], noBenefit: [leftOut] });
    expect([level, cappedBy]).toEqual(["C", [leftOut]]);
  });

  test("caps nothing of another indication, which alone carries the level", () => {
    const found = levelOfTarget({ sensitivity: [approved, elsewhere], noBenefit: [leftOut] });
    expect(found).toEqual({ level: "A", rows: [elsewhere], against: [leftOut], cappedBy: [] });
  });

  test("lets other counter-evidence cap that indication all the same", () => {
    const trial = fails("A");
    const found = levelOfTarget({ sensitivity: [elsewhere], noBenefit: [leftOut, trial] });
    expect([found.level, found.cappedBy]).toEqual(["C", [trial]]);
  });
});
