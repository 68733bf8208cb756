import type { Report } from "../../../model/report.ts";
import { grouped, plural } from "../format-number.ts";

/** More than these are counted. */
const most = 8;

/**
 * Calls that failed a filter of the caller: they are not used, and one of them may be what speaks against the first target. Null when
 * there are none. Of many only a few are named in a report.
 */
export function failedFilters({ setAside }: Report): string | null {
  const entries = setAside.filter(({ code }) => code === "filtered");
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  if (count === 0) return null;
  const labels = entries.flatMap(({ examples }) => examples.map(({ label }) => label));
  const named = labels.slice(0, most).join(", ");
  const rest = count - Math.min(labels.length, most);
  const more = rest > 0 ? ` and ${grouped(rest)} more` : "";
  return `${plural(count, "call")}: ${named || "none is named"}${more}`;
}
