import { showText } from "../../show-text.ts";

/** No more names of a list are shown. */
export const mostExamples = 5;

/** The first few of a list of names, quoted. */
export function listExamples(names: readonly string[]): string {
  const shown = names.slice(0, mostExamples).map(showText).join(", ");
  return names.length > mostExamples ? `${shown}, ...` : shown;
}
