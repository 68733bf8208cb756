import type { ChalkInstance } from "chalk";
import type { ReportChange } from "../../report/compare-rankings.ts";
import { visible } from "../terminal.ts";

/** `gained    Cetuximab: rank 2, ... [+civic:EID1]`: one change of a ranking in a line, with four statements at most. */
export function formatRankingChange(
  { kind, therapy, text, statements }: ReportChange,
  paint: ChalkInstance,
): string {
  const color = {
    gained: paint.green,
    unblocked: paint.green,
    lost: paint.red,
    blocked: paint.red,
    tier: paint.yellow,
    rank: paint.yellow,
    verification: paint.yellow,
    lesion: paint.yellow,
    flag: paint.yellow,
    against: paint.red,
    approval: paint.yellow,
    evidence: paint.yellow,
  }[kind];
  const shown = statements.slice(0, 4).join(" ");
  const more = statements.length > 4 ? ` and ${statements.length - 4} more` : "";
  const by = statements.length === 0 ? "" : paint.dim(` [${visible(shown)}${more}]`);
  return `${color(kind.padEnd(9))} ${visible(therapy)}: ${visible(text)}${by}`;
}
