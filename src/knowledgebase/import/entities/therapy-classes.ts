/**
 * Drugs of the classes that a statement of resistance may name instead of a drug (spec, clinical R6.2). By definition of the
 * class and the drug's label; only drugs that statements name. First- and second-generation inhibitors of EGFR only:
 * the records that name the class are older than osimertinib, and T790M does not make a tumor resist it.
 */
export const therapyClasses: ReadonlyMap<string, readonly string[]> = new Map([
  ["anti-egfr-monoclonal-antibody", ["cetuximab", "nimotuzumab", "panitumumab"]],
  ["anti-vegf-monoclonal-antibody", ["bevacizumab"]],
  ["braf-inhibitor", ["dabrafenib", "encorafenib", "vemurafenib"]],
  [
    "epidermal-growth-factor-receptor-tyrosine-kinase-inhibitor",
    ["afatinib", "dacomitinib", "erlotinib", "gefitinib", "icotinib"],
  ],
  ["platinum-compound", ["carboplatin", "cisplatin", "oxaliplatin"]],
]);
