import { compareText } from "../model/order.ts";
import type { Provenance } from "../model/observation.ts";
import type { SetAside } from "../model/report.ts";

const maxExamples = 5;

/** A hostile file may name a million filters; from here on they are counted together. */
const maxGroups = 200;
const others = "others of this kind";

/** What is seen and not used, counted by code and group, with the first few places of each. */
export interface SetAsideTally {
  add(
    entry: { code: string; what: string; reason: string },
    label: string,
    where: Provenance,
  ): void;
  /** Counts entries whose places are not known. */
  addUnnamed(entry: { code: string; what: string; reason: string }, count: number): void;
  entries(): SetAside[];
}

/** An empty tally. Entries come out by code and group; memory does not grow with the number of additions. */
export function makeSetAsideTally(): SetAsideTally {
  const groups = new Map<string, SetAside>();
  const groupOf = ({ code, what, reason }: { code: string; what: string; reason: string }) => {
    const isRoom = groups.size < maxGroups || groups.has(`${code} ${what}`);
    const name = isRoom ? what : others;
    const known = groups.get(`${code} ${name}`);
    const group: SetAside = known ?? { code, what: name, reason, count: 0, examples: [] };
    if (known === undefined) groups.set(`${code} ${name}`, group);
    return group;
  };
  return {
    add(entry, label, where) {
      const group = groupOf(entry);
      group.count += 1;
      if (group.examples.length < maxExamples) group.examples.push({ ...where, label });
    },
    addUnnamed(entry, count) {
      groupOf(entry).count += count;
    },
    entries() {
      return [...groups.values()].toSorted(
        (a, b) => compareText(a.code, b.code) || compareText(a.what, b.what),
      );
    },
  };
}
