import type { PassedOver } from "./structural-call.ts";

const mostExamples = 5;

export interface PassedOverTally {
  add(why: { readonly code: string; readonly reason: string }, label: string, line: number): void;
  entries(): readonly PassedOver[];
  count(): number;
}

/** Counts what is no call by its code, with the first few places of each. */
export function makePassedOver(): PassedOverTally {
  const byCode = new Map<
    string,
    { code: string; reason: string; count: number; examples: { label: string; line: number }[] }
  >();
  return {
    add({ code, reason }, label, line) {
      const entry = byCode.get(code) ?? { code, reason, count: 0, examples: [] };
      byCode.set(code, entry);
      entry.count += 1;
      if (entry.examples.length < mostExamples) entry.examples.push({ label, line });
    },
    entries: () => [...byCode.values()],
    count: () => [...byCode.values()].reduce((sum, { count }) => sum + count, 0),
  };
}
