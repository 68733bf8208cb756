import { compareText } from "../../model/order.ts";

/** The order of statements in a file, by their ids: `civic:EID99` before `civic:EID100` before `metaction:...`. */
export function compareRecords(a: string, b: string): number {
  const source = (id: string): string => id.slice(0, id.indexOf(":"));
  const number = (id: string): number => Number(/:EID(\d+)$/.exec(id)?.[1] ?? 0);
  return compareText(source(a), source(b)) || number(a) - number(b) || compareText(a, b);
}
