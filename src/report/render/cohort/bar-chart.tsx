/** Horizontal bars, each cut into segments; hand-composed, so that the page needs no library and no script. */
export interface Bar {
  readonly label: string;
  /** Values of the segments, in the order of the legend. */
  readonly values: readonly number[];
}

interface BarChartProps {
  /** Unique on the page: the text alternatives are tied to the picture by it. */
  readonly id: string;
  readonly title: string;
  /** The same in words, for those who do not see it. */
  readonly description: string;
  /** Names of the segments with the class that colors them; one segment needs no legend. */
  readonly segments: readonly { readonly name: string; readonly className: string }[];
  readonly bars: readonly Bar[];
}

// In units of the picture, which is scaled to the width of the page.
const width = 720;
const labelWidth = 250;
const numberWidth = 40;
const barHeight = 16;
const rowHeight = 24;
const longestLabel = 33;

export function BarChart({ id, title, description, segments, bars }: BarChartProps) {
  const legend = segments.length > 1 ? rowHeight + 4 : 0;
  const height = legend + bars.length * rowHeight + 4;
  const largest = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const scale = (width - labelWidth - numberWidth) / largest;
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {legend > 0 &&
        segments.map(({ name, className }, index) => (
          <g key={name}>
            <rect class={className} x={labelWidth + index * 90} y={4} width={12} height={12} />
            <text class="chart-text" x={labelWidth + 17 + index * 90} y={14}>
              {name}
            </text>
          </g>
        ))}
      {bars.map(({ label, values }, row) => {
        const top = legend + row * rowHeight;
        return (
          <g key={label}>
            <text class="chart-text" x={labelWidth - 8} y={top + barHeight - 3} text-anchor="end">
              {shorten(label)}
            </text>
            {values.map((value, index) =>
              value === 0 ? null : (
                <rect
                  key={segments[index]?.name ?? index}
                  class={segments[index]?.className}
                  x={labelWidth + round(sum(values.slice(0, index)) * scale)}
                  y={top}
                  width={round(value * scale)}
                  height={barHeight}
                />
              ),
            )}
            <text
              class="chart-text"
              x={labelWidth + round(sum(values) * scale) + 6}
              y={top + barHeight - 3}
            >
              {String(sum(values))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Hundredths of a unit are finer than any screen, and the text stays the same everywhere. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The table beside the picture has the whole name. */
function shorten(label: string): string {
  const letters = [...label];
  return letters.length <= longestLabel ? label : `${letters.slice(0, longestLabel - 1).join("")}…`;
}
