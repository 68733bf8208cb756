import { expect, test } from "vitest";
import { molecules } from "../../../src/model/alteration.ts";
import { observe, run } from "./make-observation.ts";

const seen = (direction: "up" | "down", molecule: (typeof molecules)[number] = "protein") =>
  observe({ kind: "expression", gene: "ERBB2", molecule, direction }, "ERBB2");

test.each([
  ["up", "up", "met"],
  ["up", "down", "unmet"],
  ["down", "down", "met"],
  ["down", "up", "unmet"],
  ["present", "up", "met"],
  ["present", "down", "undetermined"],
  ["absent", "down", "met"],
  ["absent", "up", "undetermined"],
] as const)("a statement about %s and an outlier %s: %s", (direction, found, state) => {
  const constraint = { type: "expression", gene: "ERBB2", molecule: "any", direction } as const;
  expect(run(constraint, seen(found)).state).toBe(state);
});

const pairs = (["any", ...molecules] as const).flatMap((asked) =>
  molecules.map((found) => [asked, found] as const),
);
test.each(pairs)("a statement about %s and an outlier of %s", (molecule, found) => {
  const constraint = { type: "expression", gene: "ERBB2", molecule, direction: "up" } as const;
  const fits = molecule === "any" ? found !== "phosphosite" : molecule === found;
  expect(run(constraint, seen("up", found)).state).toBe(fits ? "met" : "unmet");
});

test("an amplification never proves over-expression", () => {
  const amplified = observe(
    { kind: "copy-number", gene: "ERBB2", change: "amplification", copies: 40 },
    "ERBB2",
  );
  const up = { type: "expression", gene: "ERBB2", molecule: "any", direction: "up" } as const;
  expect(run(up, amplified)).toMatchObject({ state: "unmet", reason: { code: "other-kind" } });
  expect(run({ ...up, gene: "EGFR" }, seen("up")).reason.code).toBe("other-gene");
});

test("a statement about one site is met by that site alone, also where several are measured as one", () => {
  const constraint = {
    type: "expression",
    gene: "ERBB2",
    molecule: "phosphosite",
    site: "Y1248",
    direction: "up",
  } as const;
  const at = (site?: string) =>
    observe(
      {
        kind: "expression",
        gene: "ERBB2",
        molecule: "phosphosite",
        direction: "up",
        ...(site === undefined ? {} : { site }),
      },
      "ERBB2",
    );
  expect(run(constraint, at("Y1248")).state).toBe("met");
  expect(run(constraint, at("Y1196 Y1248")).state).toBe("met");
  for (const other of ["Y1196", "Y12480", "Y124", undefined]) {
    const { state, reason } = run(constraint, at(other));
    expect([state, reason.code]).toEqual(["unmet", "other-site"]);
  }
  const { site: _, ...anySite } = constraint;
  expect(run(anySite, at("Y1196")).state).toBe("met");
});
