/**
 * What the lists of one report say of each other. A stored report has no seal, so that who rewrites all of it is not found; a list
 * that was emptied, cut or put in another order by hand, or by a program that keeps a part, contradicts the rest.
 */
import type { Report } from "../model/report.ts";

/** A sentence after the name of the file, and where. */
export interface ListFault {
  readonly text: string;
  readonly pointer: string;
}

/** Where the lists of a report of this schema version contradict each other; none in what `annotate` writes. */
export function findListFaults(report: Report): ListFault[] {
  return [...findLostStatements(report), ...findRankFaults(report), ...findCountFaults(report)];
}

/** Each statement that a finding meets stands under a target or among what is not ranked, or is counted as one without an effect. */
function findLostStatements({ findings, targets, blocked, notAssessed }: Report): ListFault[] {
  // Of therapies that a normal state alone speaks for, only these statements are counted and not those beside them.
  if (notAssessed.some(({ code }) => code === "normal-state-only")) return [];
  const shown = new Set(
    [...targets, ...blocked].flatMap(({ evidence }) => evidence.map(({ statement }) => statement)),
  );
  const met = new Set(findings.flatMap(({ statements }) => statements));
  const lost = [...met].filter((statement) => !shown.has(statement));
  const withoutEffect = notAssessed.find(({ code }) => code === "effect-not-stated");
  const missing = lost.length - (withoutEffect?.statements ?? 0);
  if (missing <= 0) return [];
  return [
    {
      text: `${missing} of the ${met.size} statements that its findings meet stand neither under a target nor among the therapies that are blocked or spoken against`,
      pointer: "/blocked",
    },
  ];
}

/** Ranks count from 1, and what is said of the next target is said of the one that follows. */
function findRankFaults({ targets }: Report): ListFault[] {
  const at = targets.findIndex(({ rank, rankedAbove }, index) => {
    const isOfNext = rankedAbove === null || rankedAbove.target === targets[index + 1]?.id;
    return rank !== index + 1 || !isOfNext;
  });
  if (at === -1) return [];
  const text = `the target at place ${at + 1} of its list states another rank, or is compared with another one than the next`;
  return [{ text, pointer: `/targets/${at}` }];
}

function findCountFaults({ counts: { filters: _, ...counts } }: Report): ListFault[] {
  return Object.entries(counts).flatMap(([kind, count]) => {
    if (count === null || count === undefined) return [];
    const { read, matched, notMatched, setAside, refused } = count;
    if (read === matched + notMatched + setAside + refused) return [];
    const text = `its counts of ${kind} do not add up: read is not matched + not matched + set aside + refused`;
    return [{ text, pointer: `/counts/${kind}` }];
  });
}
