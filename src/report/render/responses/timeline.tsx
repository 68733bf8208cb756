import { renderToString } from "preact-render-to-string";
import { dayNumber } from "../../../model/calendar-date.ts";
import type { PeriodSummary, ResponseSummary } from "../../../model/response-summary.ts";
import { showUnseen } from "../visible-text.ts";
import { describePeriod, describeVerdict } from "./describe-verdict.ts";

/** Places in the drawing, in its own units. Colors are attributes: the picture stands alone, and under a policy without styles. */
const width = 760;
const left = 104;
const right = width - 56;
const rowHeight = 34;
const top = 20;
const ink = "#17212b";
const quiet = "#52606d";
const colors = { A: "#7a8794", B: "#1565c0", severe: "#a1160f", paper: "#ffffff" } as const;

interface Mark {
  readonly date: string;
  readonly label: string;
  readonly color: string;
}

interface Row {
  readonly name: string;
  readonly period: PeriodSummary | null;
  readonly marks: readonly Mark[];
}

/** The course of one patient as an SVG file: both periods as bars, and under them what was seen on which day. */
export function renderTimeline(summary: ResponseSummary): string {
  return `${showUnseen(renderToString(<Timeline summary={summary} />))}\n`;
}

/** The same as an element of a page. */
export function Timeline({ summary }: { summary: ResponseSummary }) {
  const rows = listRows(summary);
  const days = rows.flatMap(({ period, marks }) => [
    ...(period === null ? [] : [period.start, period.end ?? period.start]),
    ...marks.map(({ date }) => date),
  ]);
  const numbers = days.map(dayNumber);
  const first = Math.min(...numbers);
  const span = Math.max(1, Math.max(...numbers) - first);
  const x = (date: string): number =>
    Math.round((left + ((dayNumber(date) - first) / span) * (right - left)) * 10) / 10;
  const bottom = top + Math.max(1, rows.length) * rowHeight;
  const ends = [...new Set(days.toSorted())];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${bottom + 34}`}
      width={width}
      height={bottom + 34}
      role="img"
      aria-labelledby="timeline-title timeline-text"
      font-family="sans-serif"
      font-size="12"
    >
      <title id="timeline-title">{`Course of ${summary.case}`}</title>
      <desc id="timeline-text">{describeTimeline(summary, rows)}</desc>
      <rect x={0} y={0} width={width} height={bottom + 34} fill={colors.paper} />
      {rows.map((row, at) => (
        <TimelineRow key={row.name} row={row} y={top + at * rowHeight} x={x} />
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={quiet} stroke-width={1} />
      {[ends.at(0), ends.length > 1 ? ends.at(-1) : undefined].map((date, at) =>
        date === undefined ? null : (
          <text
            key={date}
            x={x(date)}
            y={bottom + 18}
            fill={quiet}
            text-anchor={at === 0 ? "start" : "end"}
          >
            {date}
          </text>
        ),
      )}
    </svg>
  );
}

function TimelineRow({ row, y, x }: { row: Row; y: number; x: (date: string) => number }) {
  const { name, period, marks } = row;
  const levels = placeLabels(marks, x);
  return (
    <g>
      <text x={8} y={y + 19} fill={ink}>
        {name}
      </text>
      {period === null ? (
        <line x1={left} x2={right} y1={y + 24} y2={y + 24} stroke="#d3dae1" stroke-width={1} />
      ) : (
        <Bar period={period} y={y} x={x} />
      )}
      {marks.map((mark) => {
        const { date, label, color } = mark;
        const level = levels.get(mark);
        return (
          <g key={`${date} ${label}`}>
            <path d={`M${x(date)} ${y + 19}l5 5l-5 5l-5-5z`} fill={color} />
            {level !== undefined && (
              <text x={x(date)} y={y + level} fill={ink} text-anchor="middle">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Heights of the two rows of labels above the marks, the nearer one first. */
const labelLevels = [15, 5] as const;
/** A letter is taken to be no wider than this. */
const letterWidth = 8;

/** The height of each label that finds room, severe marks first; of the others the mark alone is drawn, and the description has all. */
function placeLabels(
  marks: readonly Mark[],
  x: (date: string) => number,
): ReadonlyMap<Mark, number> {
  const isSevere = ({ color }: Mark): number => Number(color === colors.severe);
  const taken: { level: number; from: number; to: number }[] = [];
  const levels = new Map<Mark, number>();
  for (const mark of marks.toSorted((one, other) => isSevere(other) - isSevere(one))) {
    const half = (mark.label.length * letterWidth) / 2;
    const [from, to] = [x(mark.date) - half, x(mark.date) + half];
    const level = labelLevels.find((each) =>
      taken.every((other) => other.level !== each || other.to <= from || other.from >= to),
    );
    if (level === undefined || mark.label === "") continue;
    taken.push({ level, from, to });
    levels.set(mark, level);
  }
  return levels;
}

/** A bar ends in a stroke where the period ended, and in an arrow where it was not seen to end. */
function Bar({ period, y, x }: { period: PeriodSummary; y: number; x: (date: string) => number }) {
  const { start, end, endedBy, days } = period;
  const isOpen = endedBy === null || endedBy === "censored";
  const from = x(start);
  const to = x(end ?? start);
  return (
    <g>
      <rect
        x={from}
        y={y + 6}
        width={Math.max(1, Math.round((to - from) * 10) / 10)}
        height={18}
        fill={colors[period.period]}
      />
      {isOpen ? (
        <path d={`M${to} ${y + 4}l12 11l-12 11z`} fill={colors[period.period]} />
      ) : (
        <line x1={to} x2={to} y1={y + 2} y2={y + 28} stroke={ink} stroke-width={2} />
      )}
      {days !== null && (
        <text x={to + (isOpen ? 16 : 5)} y={y + 19} fill={ink}>
          {`${days} d`}
        </text>
      )}
    </g>
  );
}

function listRows(summary: ResponseSummary): Row[] {
  const { periods, recist, molecular, target, rebiopsies, death } = summary;
  const toxicities = [...summary.earlierToxicities, ...summary.toxicities];
  const board: Mark[] = [
    ...(target === null ? [] : [{ date: target.date, label: "target", color: colors.B }]),
    ...rebiopsies.map(({ date }) => ({ date, label: "biopsy", color: colors.B })),
    ...(death === null ? [] : [{ date: death.date, label: "death", color: colors.severe }]),
  ];
  const readouts = new Set(molecular.flatMap(({ series }) => series.map(({ date }) => date)));
  const rows: Row[] = [
    { name: "decisions", period: null, marks: board },
    {
      name: "RECIST 1.1",
      period: null,
      marks: recist.points.map(({ date, response }) => ({ date, label: response, color: ink })),
    },
    {
      name: "CTCAE",
      period: null,
      marks: toxicities.map(({ date, grade, related }) => ({
        date,
        label: `G${grade}${related ? "" : " unrelated"}`,
        color: grade >= 3 ? colors.severe : quiet,
      })),
    },
    {
      name: "ctDNA",
      period: null,
      marks: [...readouts].toSorted().map((date) => ({ date, label: "", color: quiet })),
    },
  ];
  return [
    ...periods.map((period) => ({ name: `period ${period.period}`, period, marks: [] })),
    ...rows.filter(({ marks }) => marks.length > 0),
  ];
}

function describeTimeline(summary: ResponseSummary, rows: readonly Row[]): string {
  const marks = rows
    .filter(({ period }) => period === null)
    .map(
      ({ name, marks: shown }) =>
        `${name}: ${shown.map(({ date, label }) => `${date} ${label}`.trim()).join(", ")}`,
    );
  return [...summary.periods.map(describePeriod), ...marks, describeVerdict(summary)].join(". ");
}
