import { compareText } from "../model/order.ts";
import type { Provenance } from "../model/observation.ts";
import type { SetAside } from "../model/report.ts";

const maxExamples = 5;

/** What is seen and not used, counted by coded reason, with the first few places of each. */
export interface SetAsideTally {
  add(
    entry: { code: string; what: string; reason: string },
    label: string,
    where: Provenance,
  ): void;
  /** Counts more of a code that was added before, without a place. */
  addUnnamed(code: string, count: number): void;
  entries(): SetAside[];
}

/** An empty tally. Entries come out by code; memory does not grow with the number of additions. */
export function makeSetAsideTally(): SetAsideTally {
  const byCode = new Map<string, SetAside & { examples: SetAside["examples"] }>();
  return {
    add({ code, what, reason }, label, where) {
      const known = byCode.get(code);
      if (known === undefined) {
        byCode.set(code, { code, what, reason, count: 1, examples: [{ ...where, label }] });
        return;
      }
      known.count += 1;
      if (known.examples.length < maxExamples) known.examples.push({ ...where, label });
    },
    addUnnamed(code, count) {
      const known = byCode.get(code);
      if (known !== undefined) known.count += count;
    },
    entries() {
      return [...byCode.values()].toSorted((a, b) => compareText(a.code, b.code));
    },
  };
}
