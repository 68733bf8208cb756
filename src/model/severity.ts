/** How much a problem weighs, from the least on. */
export const severities = ["notice", "warning", "error"] as const;
export type Severity = (typeof severities)[number];
