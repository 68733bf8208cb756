import type { ReadInfo } from "./info.ts";
import type { FieldItems } from "./support-rules.ts";

/** Items of a value, split at commas; null where it is missing, empty or `.`. */
export function splitItems(value: string | true | undefined): readonly string[] | null {
  return typeof value !== "string" || value === "" || value === "." ? null : value.split(",");
}

/** Fields of a sample, and in a file of one sample, whose INFO is of it, those of INFO that FORMAT lacks (MIN_DP of bcftools). */
export function withInfo(
  items: FieldItems,
  { values }: Pick<ReadInfo, "values">,
  { samples }: { readonly samples: readonly string[] },
): FieldItems {
  if (samples.length > 1) return items;
  return (key) => items(key) ?? splitItems(values.get(key));
}
