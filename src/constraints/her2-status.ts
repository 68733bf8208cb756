/** HER2 by immunohistochemistry and in situ hybridization: ASCO/CAP 2018 and 2023, as tabulated in PMC9771736. */

export interface Her2Measured {
  /** 0 to 3, as scored on the membrane; null: no immunohistochemistry. */
  readonly ihc: 0 | 1 | 2 | 3 | null;
  /** HER2 signals per CEP17 signal; null without a second probe. */
  readonly ratio: number | null;
  /** HER2 signals per cell; null: no in situ hybridization. */
  readonly copies: number | null;
  /** What a report of in situ hybridization concludes, where it gives no number; null or absent: nothing. */
  readonly word?: "positive" | "negative" | null;
}

export interface Her2Status {
  readonly state: "positive" | "negative" | "equivocal" | "discordant" | "not assessable";
  /** Of a dual probe. */
  readonly group: 1 | 2 | 3 | 4 | 5 | null;
  /** The rule that decided, for a reader. */
  readonly rule: string;
  /** HER2-low: 1+, or 2+ and not amplified. */
  readonly isLow: boolean;
  /** Whether in situ hybridization decided, or had a say. */
  readonly isHybridized: boolean;
}

/** Every combination has an answer; a ratio without copies cannot be grouped, so that immunohistochemistry decides. */
export function judgeHer2(measured: Her2Measured): Her2Status {
  const { ihc, ratio, copies, word = null } = measured;
  const group = copies === null || ratio === null ? null : groupOf(ratio, copies);
  const decided = decide(measured, group);
  const isHybridized = copies !== null || word !== null;
  const isLow = decided.state === "negative" && (ihc === 1 || (ihc === 2 && isHybridized));
  return { ...decided, group, isLow, isHybridized };
}

function decide(
  { ihc, copies, word = null }: Her2Measured,
  group: Her2Status["group"],
): Pick<Her2Status, "state" | "rule"> {
  const counted = copies === null ? null : byCount(copies, group, ihc);
  if (word !== null) {
    const stated = byWord(word, ihc);
    // Counts that leave it open oppose nothing: the laboratory has judged them by what it saw besides.
    const decisive = counted?.state === "equivocal" ? null : counted;
    const isOpposed = decisive !== null && decisive.state !== stated.state;
    return isOpposed
      ? { state: "discordant", rule: `ISH is reported as ${word}, and its counts differ` }
      : (decisive ?? stated);
  }
  if (counted !== null) return counted;
  if (ihc === null) return { state: "not assessable", rule: "no data" };
  if (ihc === 3) return { state: "positive", rule: "IHC 3+" };
  if (ihc === 2) return { state: "equivocal", rule: "IHC 2+ asks for in situ hybridization" };
  return { state: "negative", rule: "IHC 0 or 1+" };
}

function byCount(
  copies: number,
  group: Her2Status["group"],
  ihc: Her2Measured["ihc"],
): Pick<Her2Status, "state" | "rule"> {
  return group === null ? bySingleProbe(copies, ihc) : byGroup(group, ihc);
}

/** The laboratory has judged the counts itself. */
function byWord(
  word: "positive" | "negative",
  ihc: Her2Measured["ihc"],
): Pick<Her2Status, "state" | "rule"> {
  if (word === "negative" && ihc === 3) {
    return { state: "discordant", rule: "ISH is reported as negative, IHC 3+ is positive" };
  }
  return { state: word, rule: `ISH is reported as ${word}` };
}

function groupOf(ratio: number, copies: number): 1 | 2 | 3 | 4 | 5 {
  if (ratio >= 2) return copies >= 4 ? 1 : 2;
  if (copies >= 6) return 3;
  return copies >= 4 ? 4 : 5;
}

/** Lowest IHC score with which each group is positive; group 5 never is. */
const positiveFrom = { 1: 0, 2: 3, 3: 2, 4: 3 } as const;

function byGroup(
  group: 1 | 2 | 3 | 4 | 5,
  ihc: Her2Measured["ihc"],
): Pick<Her2Status, "state" | "rule"> {
  if (group === 5) {
    return ihc === 3
      ? { state: "discordant", rule: "ISH group 5 is negative, IHC 3+ is positive" }
      : { state: "negative", rule: "ISH group 5" };
  }
  const from = positiveFrom[group];
  if (from === 0) return { state: "positive", rule: "ISH group 1" };
  const rule = `ISH group ${group}: positive only with IHC ${from === 2 ? "2+ or 3+" : "3+"}`;
  if (ihc === null) return { state: "equivocal", rule };
  return { state: ihc >= from ? "positive" : "negative", rule };
}

function bySingleProbe(
  copies: number,
  ihc: Her2Measured["ihc"],
): Pick<Her2Status, "state" | "rule"> {
  if (copies >= 6) return { state: "positive", rule: "ISH with one probe: 6 copies or more" };
  if (copies >= 4) {
    const rule = "ISH with one probe: 4 to below 6 copies";
    return { state: ihc === 3 ? "positive" : "equivocal", rule };
  }
  return ihc === 3
    ? { state: "discordant", rule: "ISH with one probe is negative, IHC 3+ is positive" }
    : { state: "negative", rule: "ISH with one probe: below 4 copies" };
}
