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

/** What only one of two maps has, as lost or gained, and what both have. */
function compareMaps<T>(
  earlier: ReadonlyMap<string, T>,
  later: ReadonlyMap<string, T>,
  tell: {
    only(one: T, kind: "gained" | "lost"): LesionChange[];
    both(was: T, is: T): LesionChange[];
  },
): LesionChange[] {
  const without = (map: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): T[] =>
    [...map].flatMap(([key, one]) => (other.has(key) ? [] : [one]));
  return [
    ...without(later, earlier).flatMap((one) => tell.only(one, "gained")),
    ...without(earlier, later).flatMap((one) => tell.only(one, "lost")),
    ...[...later].flatMap(([key, is]) => {
      const was = earlier.get(key);
      return was === undefined ? [] : tell.both(was, is);
    }),
  ];
}

function rowsOf(lesions: Lesions | undefined): ReadonlyMap<string, LesionRow> {
  return new Map((lesions?.alterations ?? []).map((row) => [row.observation, row]));
}

function compareRows(before: Lesions | undefined, after: Lesions | undefined): LesionChange[] {
  const of = "alteration";
  return compareMaps(rowsOf(before), rowsOf(after), {
    only({ label, state, cells, isInTreated }, kind) {
      if (isInTreated) return [];
      const owners = cells.filter((cell) => cell.state === "present");
      const where = owners.map(({ specimen }) => specimen).join(", ");
      return [{ of, kind, label, text: `${state}${where === "" ? "" : `, called in ${where}`}` }];
    },
    both: (was, is) =>
      compareCells(was, is).map((text) => ({ of, kind: "changed", label: is.label, text })),
  });
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
  return compareMaps(earlier, later, {
    only: (entry, kind) => [{ of, kind, ...entry }],
    both: (was, { label, text }) =>
      was.text === text ? [] : [{ of, kind: "changed", label, text: `${text} (was: ${was.text})` }],
  });
}
