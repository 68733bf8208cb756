import { expect, test, vi } from "vitest";
import { expectProtein } from "../../../../src/assess/verification/expect-protein.ts";
import { variant } from "../../match/constructed-case.ts";
import { copies } from "./constructed-proteins.ts";

test("a second hit is looked for beside a lost copy alone: of many variants of a gene each would look at all others", () => {
  const hasSecondHit = vi.fn(() => true);
  const context = { role: "tumor suppressor", hasSecondHit } as const;
  expect(expectProtein(variant("PTEN", "R130*", { term: "stop_gained" }), context)).toBe(
    "loss of function",
  );
  expect(hasSecondHit).not.toHaveBeenCalled();
  expect(expectProtein(copies("PTEN", "loss"), context)).toBe("loss of function");
  expect(hasSecondHit).toHaveBeenCalledTimes(1);
});
