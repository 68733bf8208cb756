/** Heads of the two sections of therapies that the evidence speaks against. */

export const blockedSection = {
  id: "resistance",
  title: "Resistance: do not use",
  lead: "Level A or B evidence in this tumor type speaks against these therapies for what was found: resistance, or less benefit than without the alteration. They are not ranked. Each row says at which level, with which rating and in how many publications; one retrospective study is weaker than a guideline.",
};

export const againstSection = {
  id: "against",
  title: "Other evidence against",
  lead: "Evidence of resistance that is too weak or from too different a tumor to block, or evidence of no benefit at any level; nothing found here speaks for these therapies.",
};
