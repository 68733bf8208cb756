import { compareText } from "../model/order.ts";
import type { Provenance } from "../model/observation.ts";
import type { SetAside } from "../model/report.ts";

const maxExamples = 5;

/** A hostile file may name a million filters; from here on they are counted together. */
const maxGroups = 200;

/** What is seen and not used, counted by code and group, with the first few places of each. */
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

/** An empty tally. Entries come out by code and group; memory does not grow with the number of additions. */
export function makeSetAsideTally(): SetAsideTally {
  const groups = new Map<string, SetAside>();
  return {
    add({ code, what: group, reason }, label, where) {
      const isRoom = groups.size < maxGroups || groups.has(`${code} ${group}`);
      const what = isRoom ? group : "others of this kind";
      const known = groups.get(`${code} ${what}`);
      if (known === undefined) {
        const examples = [{ ...where, label }];
        groups.set(`${code} ${what}`, { code, what, reason, count: 1, examples });
        return;
      }
      known.count += 1;
      if (known.examples.length < maxExamples) known.examples.push({ ...where, label });
    },
    addUnnamed(code, count) {
      const known = [...groups.values()].find((entry) => entry.code === code);
      if (known !== undefined) known.count += count;
    },
    entries() {
      return [...groups.values()].toSorted(
        (a, b) => compareText(a.code, b.code) || compareText(a.what, b.what),
      );
    },
  };
}
