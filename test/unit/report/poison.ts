import { type Report, reportSchema } from "../../../src/model/report.ts";
import { buildReport } from "../../../src/report/build-report.ts";
import { sampleParts } from "./sample-report.ts";

type Replace = (text: string, path: string) => string;

/** A copy with every string replaced; `path` is written without list positions. */
function mapStrings(value: unknown, replace: Replace, path = ""): unknown {
  if (typeof value === "string") return replace(value, path);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, replace, path));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      mapStrings(inner, replace, `${path}/${key}`),
    ]),
  );
}

/** Every field of a report whose text is free: the schema accepts any word there. */
function findFreePaths(): ReadonlySet<string> {
  const report = buildReport(sampleParts());
  const paths = new Set<string>();
  mapStrings(report, (text, path) => {
    paths.add(path);
    return text;
  });
  const accepts = (path: string): boolean =>
    reportSchema.safeParse(mapStrings(report, (text, at) => (at === path ? "any word" : text)))
      .success;
  return new Set([...paths].filter(accepts));
}

const freePaths = findFreePaths();

/** The full sample with the given text in every field that is free. */
export function poisonedReport(text: string): Report {
  const report = buildReport(sampleParts());
  const poisoned = mapStrings(report, (old, path) => (freePaths.has(path) ? text : old));
  return reportSchema.parse(poisoned);
}

/** So many kinds of field are free; a test that poisons fewer tests nothing. */
export const freeFieldCount = freePaths.size;
