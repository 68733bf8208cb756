import type { Reason } from "../model/verdict.ts";

/** What has to stand beside each ratio of one patient. */
export const ratioCaveats: readonly Reason[] = [
  {
    code: "weak-evidence",
    text: "The ratio of one patient is weak evidence of an effect of the drug: over 14 reports of molecular tumor boards 38 % of ratios were 1.3 or more (33 to 44 %; doi 10.1038/s41698-025-00865-1), which lies within what chance alone gives.",
  },
  {
    code: "fragile-test",
    text: "Tests on such ratios are statistically fragile; marginal Cox or accelerated failure time models are to be preferred (Edelmann 2025, PMID 39692541).",
  },
  {
    code: "lines-shorten",
    text: "Chance is told for two lines of equal prospects. Later lines usually are shorter, which makes it smaller, but no single ratio excludes it.",
  },
];
