import { describe, expect, it } from "vitest";
import type { BlockedTherapy, Finding, Target } from "../../../../src/model/report.ts";
import { firstOf, viewByAlteration } from "../../../../src/report/render/view-by-alteration.ts";

const finding = (observation: string) => ({ observation, label: observation }) as Finding;
const alterations = (ids: readonly string[]) =>
  ids.map((observation) => ({ observation, label: observation, gene: null }));
const target = (rank: number, ...ids: string[]) =>
  ({ rank, alterations: alterations(ids) }) as Target;
const blocked = (id: string, ...ids: string[]) =>
  ({ id, alterations: alterations(ids) }) as BlockedTherapy;

describe("the ranking by alteration", () => {
  it("has alterations by their best-ranked therapy, then those that only speak against one", () => {
    const views = viewByAlteration({
      findings: ["A", "B", "C", "D"].map(finding),
      targets: [target(1, "C"), target(2, "A", "C"), target(3, "A")],
      blocked: [blocked("x", "B"), blocked("y", "C")],
    });
    expect(
      views.map((view) => [
        view.finding.label,
        view.targets.map(({ rank }) => rank),
        view.against.map(({ id }) => id),
      ]),
    ).toEqual([
      ["C", [1, 2], ["y"]],
      ["A", [2, 3], []],
      ["B", [], ["x"]],
    ]);
  });

  it("is left out where it would repeat the ranking, or there is none", () => {
    const one = { findings: [finding("A")], targets: [target(1, "A")], blocked: [] };
    expect(viewByAlteration(one)).toEqual([]);
    const against = {
      findings: ["A", "B"].map(finding),
      targets: [],
      blocked: [blocked("x", "A", "B")],
    };
    expect(viewByAlteration(against)).toEqual([]);
  });

  it("names five and counts the others", () => {
    expect(firstOf([])).toBe("none");
    expect(firstOf(["1 a", "2 b"])).toBe("1 a, 2 b");
    expect(firstOf(["1", "2", "3", "4", "5", "6", "7"])).toBe("1, 2, 3, 4, 5 and 2 more");
  });
});
