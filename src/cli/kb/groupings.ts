/** Properties that `kb stats` counts statements by, in the order that it prints them. */
export const groupings = ["type", "gene", "level", "disease", "source", "year", "therapy"] as const;
export type Grouping = (typeof groupings)[number];
