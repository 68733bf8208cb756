/** The front page in words: what two boards decide on, the same for every readable format (spec, experience 5). */
import type { BlockedTherapy, Report, Target } from "../../../model/report.ts";
import { type AmpLevel, ampLevels } from "../../../model/report-terms.ts";
import type { Strip } from "../../../model/verification.ts";
import {
  describeTumorMatch,
  flagWords,
  isNamedAsAlternative,
  stanceOf,
} from "../describe-evidence.ts";
import { placeStrips } from "../describe-strip.ts";
import { findingsByObservation, findingsOf, supportInBrief } from "../describe-support.ts";
import { percent, plural } from "../format-number.ts";
import { nameSome } from "../name-some.ts";
import type { Outline } from "../outline.ts";
import { type Answer, answerQuestions } from "./answer-questions.ts";
import { approvalLines } from "./approval-status.ts";
import { assayFacts } from "./assay-facts.ts";
import { doubtedFindings, opposedStains } from "./doubted-findings.ts";
import { doubtedLosses } from "./doubted-losses.ts";
import { failedFilters } from "./failed-filters.ts";
import { possibleGermline } from "./possible-germline.ts";
import { resistanceElsewhere } from "./resistance-elsewhere.ts";
import { type Fact, specimenFacts } from "./specimen-facts.ts";
import { testedNegative } from "./tested-negative.ts";
import { verifyBy } from "./verify-by.ts";

export interface FrontTarget {
  readonly target: Target;
  readonly finding: string;
  /** VAF, modified z or what else was measured; empty where the finding's name holds it (`HER2 IHC 3+`), or nothing is stated. */
  readonly measured: string;
  readonly isMeasured: boolean;
  /** Why the finding may be none, or not that of the tumor cells. */
  readonly doubts: readonly string[];
  readonly therapy: string;
  readonly choice: string | null;
  readonly approvals: readonly string[];
  readonly tumor: string;
  readonly verifyBy: string;
  readonly flags: readonly string[];
  readonly answers: readonly Answer[];
}

export interface FrontPage {
  readonly specimen: readonly Fact[];
  readonly assay: readonly Fact[];
  readonly targets: readonly FrontTarget[];
  /** How many targets follow, and where; null when all are here. */
  readonly more: string | null;
  /** What must be seen beside the table: blocked therapies, origin, what was tested. */
  readonly notes: readonly Fact[];
  /** The cohort of the best target that has one. */
  readonly strip: Strip | null;
}

/** More therapies than these are counted. */
const namedBlocked = 12;
/** More alterations of one therapy are counted: a case of many variants has dozens, and a row of them fills a sheet. */
const namedAlterations = 5;
/** Of a blocked therapy fewer are named: there are up to twelve of them in one paragraph. */
const namedBlocking = 3;
/** More losses of function in doubt are counted. */
const namedLosses = 4;

/** Of the first target that has one: the protein itself before its sites, which tell of something else. */
function leadingStrip(report: Report, outline: Outline): Strip | null {
  const placed = [...placeStrips(outline.leading, report.strips).values()];
  const own = placed.find((strips) => strips.length > 0) ?? [];
  const ofProtein = own.find(({ strip }) => strip.molecule === "protein");
  return (ofProtein ?? own[0])?.strip ?? null;
}

export function composeFrontPage(report: Report, outline: Outline): FrontPage {
  const findings = findingsByObservation(report);
  const rest = outline.remaining.length;
  const failed = failedFilters(report);
  const elsewhere = resistanceElsewhere(report);
  const doubted = doubtedLosses(report.findings);
  return {
    specimen: specimenFacts(report),
    assay: assayFacts(report),
    targets: outline.leading.map((target) => {
      const own = findingsOf(target, findings);
      return {
        target,
        finding: nameAlterations(target.alterations, namedAlterations),
        measured: measuredInBrief(own),
        isMeasured: own.some(({ support }) => supportInBrief(support) !== ""),
        doubts: [...doubtedFindings(own), ...opposedStains(target)],
        therapy: target.therapy.label,
        choice: isNamedAsAlternative(target) ? "named as one of several drugs" : null,
        approvals: approvalLines(target),
        tumor: describeTumorMatch(target),
        verifyBy: verifyBy(target, own),
        flags: listFlags(target, own),
        answers: answerQuestions(target, report),
      };
    }),
    more:
      rest === 0
        ? null
        : `${plural(rest, "more target")} of lower rank ${rest === 1 ? "follows" : "follow"} in the appendix, under Targets in full.`,
    notes: [
      { term: "Resistance, do not use", text: listBlocked(outline) },
      ...(elsewhere === null ? [] : [{ term: "Resistance in another lesion", text: elsewhere }]),
      ...(failed === null ? [] : [{ term: "Failed a filter, not used", text: failed }]),
      {
        term: "Possible germline, confirm",
        text: possibleGermline(report.findings) ?? "no finding is marked",
      },
      ...(doubted.length === 0
        ? []
        : [{ term: "Loss of function in doubt", text: listLosses(doubted) }]),
      ...(report.combinedResults === undefined
        ? []
        : [
            {
              term: "Read together",
              text: report.combinedResults.map(({ text }) => text).join("; "),
            },
          ]),
      { term: "Tested and negative", text: testedNegative(report) },
    ],
    strip: leadingStrip(report, outline),
  };
}

/** What moved the rank, whether statements stand on both sides, and whether a loss of function that it rests on is in doubt. */
function listFlags(
  target: Target,
  findings: readonly Report["findings"][number][],
): readonly string[] {
  return [
    ...flagWords(target),
    ...(doubtedLosses(findings).length > 0 ? ["loss of function in doubt"] : []),
  ];
}

/** What was measured of each finding; of more than two variants the range of their fractions. */
function measuredInBrief(findings: Report["findings"]): string {
  const vafs = findings
    .flatMap(({ support }) =>
      support.kind === "reads" && support.vaf !== null ? [support.vaf] : [],
    )
    .toSorted((a, b) => a - b);
  const [least] = vafs;
  const most = vafs.at(-1);
  const isOfVariants = vafs.length > 2 && vafs.length === findings.length;
  if (isOfVariants && least !== undefined && most !== undefined) {
    return `VAF ${percent(least)} to ${percent(most)}`;
  }
  return nameSome(
    findings.flatMap(({ support, label }) => {
      const brief = supportInBrief(support);
      return brief === "" || label.includes(brief) ? [] : [brief];
    }),
    namedAlterations,
  );
}

function nameAlterations(alterations: Target["alterations"], most: number): string {
  return nameSome(
    alterations.map(({ label }) => label),
    most,
    " + ",
  );
}

function listLosses(texts: readonly string[]): string {
  const rest = texts.length - namedLosses;
  return (
    texts.slice(0, namedLosses).join(" ") +
    (rest > 0 ? ` ${plural(rest, "more is", "more are")} in doubt, under Findings.` : "")
  );
}

function listBlocked({ blocked }: Outline): string {
  const names = blocked.slice(0, namedBlocked).map(nameBlocked);
  const rest = blocked.length - names.length;
  return (
    (names.join("; ") || "no therapy is blocked") +
    (rest > 0 ? `; ${plural(rest, "more", "more")}` : "")
  );
}

/** With what it rests on, and the support of a better level than the block has: neither of them cancels the other (spec, clinical R1.6). */
function nameBlocked({ therapy, alterations, evidence }: BlockedTherapy): string {
  const best = (stance: "for" | "against"): AmpLevel | undefined =>
    ampLevels.find((level) =>
      evidence.some((row) => row.ampLevel === level && stanceOf(row) === stance),
    );
  const [support, block] = [best("for"), best("against")];
  const isBetter =
    support !== undefined &&
    block !== undefined &&
    ampLevels.indexOf(support) < ampLevels.indexOf(block);
  const said = [
    ...(alterations.length === 0 ? [] : [nameAlterations(alterations, namedBlocking)]),
    ...(isBetter ? [`level ${block}, against support of level ${support}`] : []),
  ];
  return said.length === 0 ? therapy.label : `${therapy.label} (${said.join("; ")})`;
}
