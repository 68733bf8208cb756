/** What two stored reports of a case tell differently of the lesions beside the one to be treated. */
import type { LesionResistance, LesionRow, Lesions } from "../model/lesions.ts";
import type { Report } from "../model/report.ts";

export interface LesionChange {
  /** `alteration`: its state or that of a lesion; `target`: of another lesion, not ranked; `resistance`: of another lesion. */
  readonly of: "alteration" | "target" | "resistance";
  readonly kind: "gained" | "lost" | "changed";
  /** The alteration, or the therapy with its alterations. */
  readonly label: string;
  readonly text: string;
}

/**
 * Alterations that only other lesions have, states of those in both reports, targets of other lesions and what resists there. Findings of the lesion
 * to be treated are compared as findings, and are no row here where only one report has them.
 */
export function compareLesionTables(before: Report, after: Report): LesionChange[] {
  const [was, is] = [before.lesions, after.lesions];
  return [
    ...compareRows(was, is),
    ...compareEntries("target", describeUnranked(was), describeUnranked(is)),
    ...compareEntries("resistance", describeElsewhere(was), describeElsewhere(is)),
  ];
}

type Rows = ReadonlyMap<string, LesionRow>;

function rowsOf(lesions: Lesions | undefined): Rows {
  return new Map((lesions?.alterations ?? []).map((row) => [row.observation, row]));
}

function compareRows(before: Lesions | undefined, after: Lesions | undefined): LesionChange[] {
  const [earlier, later] = [rowsOf(before), rowsOf(after)];
  const only = (rows: Rows, others: Rows, kind: "gained" | "lost") =>
    [...rows.values()]
      .filter(({ observation, isInTreated }) => !isInTreated && !others.has(observation))
      .map((row): LesionChange => {
        const owners = row.cells.filter(({ state }) => state === "present");
        const where = owners.map(({ specimen }) => specimen).join(", ");
        const text = `${row.state}${where === "" ? "" : `, called in ${where}`}`;
        return { of: "alteration", kind, label: row.label, text };
      });
  const both = [...later.values()].flatMap((row): LesionChange[] => {
    const known = earlier.get(row.observation);
    const texts = known === undefined ? [] : compareCells(known, row);
    return texts.map((text) => ({ of: "alteration", kind: "changed", label: row.label, text }));
  });
  return [...only(later, earlier, "gained"), ...only(earlier, later, "lost"), ...both];
}

/** `shared, was not assessable`, then of each lesion that both reports hold: `liver-2024: absent, was present`. */
function compareCells(before: LesionRow, after: LesionRow): string[] {
  const known = new Map(before.cells.map(({ specimen, state }) => [specimen, state]));
  return [
    ...(before.state === after.state ? [] : [`${after.state}, was ${before.state}`]),
    ...after.cells.flatMap(({ specimen, state }) => {
      const was = known.get(specimen);
      return was === undefined || was === state ? [] : [`${specimen}: ${state}, was ${was}`];
    }),
  ];
}

interface Entry {
  readonly label: string;
  readonly text: string;
}

type Entries = ReadonlyMap<string, Entry>;

function describeUnranked(lesions: Lesions | undefined): Entries {
  return new Map(
    (lesions?.notRanked ?? []).map(
      ({ id, therapy, alterations, state, lesions: owners, tier, level }) => {
        const label = `${therapy.label} for ${alterations.map((each) => each.label).join(" + ")}`;
        const weight =
          tier === null ? "no tier" : `tier ${tier}${level === null ? "" : `-${level}`}`;
        return [
          id,
          { label, text: `not ranked, ${state}, ${weight}, called in ${owners.join(", ")}` },
        ];
      },
    ),
  );
}

function describeElsewhere(lesions: Lesions | undefined): Entries {
  return new Map(
    (lesions?.resistance ?? []).map((entry) => [
      entry.observation,
      { label: entry.label, text: describeResisting(entry) },
    ]),
  );
}

function describeResisting({ lesions, here, therapies }: LesionResistance): string {
  const named = therapies.map(
    ({ label, blocks }) => `${blocks ? "would block" : "may resist"} ${label}`,
  );
  return `of ${lesions.join(", ")}; in the lesion to be treated: ${here}; ${named.join(", ")}`;
}

function compareEntries(of: LesionChange["of"], earlier: Entries, later: Entries): LesionChange[] {
  const only = (entries: Entries, others: Entries, kind: "gained" | "lost"): LesionChange[] =>
    [...entries].flatMap(([key, entry]) => (others.has(key) ? [] : [{ of, kind, ...entry }]));
  const both = [...later].flatMap(([key, { label, text }]): LesionChange[] => {
    const was = earlier.get(key)?.text;
    return was === undefined || was === text
      ? []
      : [{ of, kind: "changed", label, text: `${text} (was: ${was})` }];
  });
  return [...only(later, earlier, "gained"), ...only(earlier, later, "lost"), ...both];
}
