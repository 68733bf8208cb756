/** Why a gene, alteration, drug or statement is not ranked, as far as a stored report alone can tell. */
import type {
  LesionCell,
  LesionResistance,
  LesionRow,
  UnrankedLesionTarget,
} from "../model/lesions.ts";
import type { BlockedTherapy, Finding, Report, SetAside, Target } from "../model/report.ts";
import { selectEntries } from "./select-entries.ts";

export interface WhyNot {
  /** What became of it, by a word: `ranked`, `blocked`, `set-aside`, `not-assessed`, ... */
  readonly code: string;
  readonly what: string;
  readonly happened: string;
  /** What would settle it; null where nothing is open. */
  readonly settledBy: string | null;
}

/**
 * Every fate that the report holds of what a word means: ranked after all, blocked or spoken against, found and met by no statement of benefit, set aside,
 * not assessed. An empty list: the report has nothing of it. A first word that is a gene ("EGFR L861Q") is asked for as well.
 */
export function explainWhyNot(report: Report, query: string): WhyNot[] {
  const word = query.trim();
  const { targets, blocked, findings, lesions, notRanked, resistance } = selectEntries(
    report,
    word,
  );
  const ofOthers = lesions.filter(({ isInTreated }) => !isInTreated);
  const ranked = new Set(
    report.targets.flatMap(({ alterations }) => alterations.map(({ observation }) => observation)),
  );
  const against = new Set(
    report.blocked.flatMap(({ alterations }) => alterations.map(({ observation }) => observation)),
  );
  const gene = geneOf(word);
  const setAside = report.setAside.flatMap((entry) => whySetAside(entry, word, gene));
  const isSeen = [
    ...[...findings, ...ofOthers].map(({ label }) => label),
    ...setAside.map(({ what }) => what),
  ].some((label) => label.toLowerCase() === word.toLowerCase());
  const isChange = /^[a-z][a-z0-9-]*\s+\S+$/iu.test(word) && targets.length + blocked.length === 0;
  return [
    ...(isChange && !isSeen ? [whyNotCalled(word)] : []),
    ...targets.map(whyRanked),
    ...blocked.map(whyBlocked),
    ...ofOthers.map(whyOnlyElsewhere),
    ...resistance.map(whyResistedElsewhere),
    ...notRanked.map(whyOtherLesion),
    ...findings
      .filter(({ observation }) => !ranked.has(observation))
      .map((finding) => whyNoTarget(finding, against.has(finding.observation))),
    ...setAside,
    ...report.notAssessed
      .filter(({ genes }) => genes.some((each) => each.toLowerCase() === gene))
      .map(({ what, reason, settledBy, statements }) => ({
        code: "not-assessed",
        what,
        happened: `It was left open, with ${statements} statement${statements === 1 ? "" : "s"}: ${reason}`,
        settledBy,
      })),
  ];
}

/** `egfr` of `EGFR L861Q` or of `EGFR`. */
function geneOf(word: string): string {
  return (word.split(/[\s:]+/u)[0] ?? "").toLowerCase();
}

function whyNotCalled(word: string): WhyNot {
  return {
    code: "not-called",
    what: word,
    happened: `${word} is not among the findings, nor among the examples of what was set aside: the files did not call it, or not under this name.`,
    settledBy:
      "The reads at its place; the counts of what was set aside tell whether calls were left out.",
  };
}

function whyRanked({ rank, therapy, alterations, flags, caveats }: Target): WhyNot {
  const held = [...flags, ...caveats].map(({ text }) => text).join(" ");
  const labels = alterations.map(({ label }) => label).join(", ");
  return {
    code: "ranked",
    what: `${therapy.label} for ${labels}`,
    happened: `It is ranked, at ${rank}.${held === "" ? "" : ` ${held}`}`,
    settledBy: null,
  };
}

function whyOtherLesion({ therapy, alterations, lesions, reason }: UnrankedLesionTarget): WhyNot {
  const labels = alterations.map(({ label }) => label).join(" and ");
  return {
    code: "other-lesion",
    what: `${therapy.label} for ${labels}`,
    happened: `The lesion to be treated does not call ${labels}; ${lesions.join(", ")} does. ${reason.text}`,
    settledBy: reason.code === "lesion-lacks-it" ? lackedByReads : deeper,
  };
}

const deeper = "Deeper reading of the lesion to be treated, or another --lesion.";
const lackedByReads =
  "Nothing in these files: its reads would have shown it. A new biopsy may hold it, and another --lesion ranks it.";

/** What other lesions call and the one to be treated does not, whether or not it leads to a therapy. */
function whyOnlyElsewhere({ label, state, reason, cells }: LesionRow): WhyNot {
  const owners = cells.filter((cell) => cell.state === "present").map(({ specimen }) => specimen);
  const [here] = cells;
  return {
    code: "lesion",
    what: label,
    happened: `The lesion to be treated${here === undefined ? "" : `, ${here.specimen},`} does not call it; ${owners.join(", ")} ${owners.length === 1 ? "does" : "do"} (${state}). ${reason.text}`,
    settledBy: settlesHere(here?.state),
  };
}

/** Resistance counts in the lesion that has it, and is a flag where the one to be treated does not exclude it. */
function whyResistedElsewhere({
  label,
  lesions,
  here,
  reason,
  therapies,
}: LesionResistance): WhyNot {
  const list = (blocks: boolean): string =>
    therapies
      .filter((each) => each.blocks === blocks)
      .map((each) => `${each.label} (${each.statements.join(", ")})`)
      .join("; ");
  const [blocked, resisted] = [list(true), list(false)];
  const claims = [
    ...(blocked === "" ? [] : [`It would block ${blocked} in a lesion that has it.`]),
    ...(resisted === "" ? [] : [`Resistance is described to ${resisted}.`]),
  ];
  return {
    code: "resistance-in-other-lesion",
    what: `Resistance by ${label} of ${lesions.join(", ")}`,
    happened: `${claims.join(" ")} In the lesion to be treated it is ${here === "absent" ? "excluded" : "not excluded"}: ${reason.text.replace(/^It /u, "it ")}`,
    settledBy: settlesHere(here),
  };
}

function settlesHere(here: LesionCell["state"] | undefined): string {
  return here === "absent" ? lackedByReads : deeper;
}

const settlesBlock: Readonly<Record<BlockedTherapy["kind"], string>> = {
  blocked:
    "Another biopsy without the alteration that resists, or evidence of a better level of benefit with the same alteration",
  "resistance evidence": "A statement of benefit from it that this case meets",
  "no benefit evidence": "A statement of benefit from it that this case meets",
};

function whyBlocked({ kind, therapy, reason }: BlockedTherapy): WhyNot {
  return {
    code: kind.replaceAll(" ", "-"),
    what: therapy.label,
    happened: reason.text,
    settledBy: `${settlesBlock[kind]}.`,
  };
}

function whyNoTarget(finding: Finding, isAgainst: boolean): WhyNot {
  const { label, statements, amp, caveats } = finding;
  const met =
    statements.length === 0
      ? "It was found, and no statement about a therapy is met by it."
      : isAgainst
        ? `It was found, and what it meets speaks against therapies only: ${statements.join(", ")}.`
        : `It was found, and what it meets makes no target: ${statements.join(", ")}.`;
  const doubts = caveats.map(({ text }) => text).join(" ");
  return {
    code: "no-target",
    what: label,
    happened: [met, amp.reason.text, doubts].filter((text) => text !== "").join(" "),
    settledBy:
      statements.length === 0
        ? "A statement of the knowledgebase that names it, or a wider one that its effect is shown to meet."
        : "A statement of benefit that this case meets.",
  };
}

/** A report names a few of what was set aside, so silence about a call does not mean that it was not seen. */
function whySetAside(
  { code, what, reason, count, examples }: SetAside,
  word: string,
  gene: string,
): WhyNot[] {
  const asked = word.toLowerCase();
  const named = examples.filter(({ label }) => {
    const known = label.toLowerCase();
    return known === asked || known.split(/[\s:]+/u)[0] === gene;
  });
  return named.map(({ label, file, line }) => ({
    code: `set-aside-${code}`,
    what: label,
    happened: `It was seen in ${file}${line === null ? "" : `, line ${line}`}, and set aside${count > 1 ? ` with ${count - 1} more` : ""} (${what}): ${reason}`,
    settledBy: settlesSetAside(code),
  }));
}

/** What would bring a call of each kind into the ranking; for the others the reason says it. */
const settlers: Readonly<Record<string, string>> = {
  filtered:
    "Reads that bear the call out: --include-filtered uses calls that failed a filter, and marks them.",
  "genotype-reference": "A call that the tumor sample carries, or another --tumor-sample.",
  synonymous: "RNA, if it changes splicing; else nothing.",
  intronic: "RNA, if it changes splicing; else nothing.",
  "copy-number-gain": "A statement that asks for a gain, or copies that reach an amplification.",
  "one-copy-left": "A second hit in the gene: a variant, or a stain that is lost.",
};

function settlesSetAside(code: string): string {
  return settlers[code] ?? "Nothing, if the reason holds.";
}
