import type { Therapy } from "../../../src/model/report.ts";

/** One drug, or a combination of several, with their names in small letters for ids. */
export function therapy(...names: readonly string[]): Therapy {
  const drugs = names.map((name) => ({ id: name.toLowerCase(), name }));
  return {
    id: drugs.map(({ id }) => id).join("+"),
    label: names.join(" + "),
    relation: names.length > 1 ? "combination" : "single",
    drugs,
  };
}
