import {
  describeFractions,
  type FractionRow,
  type Fractions,
  type Interval,
} from "../fraction-rows.ts";

const width = 440;
const left = 180;
const right = width - 20;
/** Of one lesion, and of several, whose name stands under that of the variant. */
const rowHeights = [20, 30] as const;
const top = 8;
/** Longer labels are cut, for they would run out of the drawing at its left; its text has them whole. */
const labelLength = 22;
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Allele fractions (circles) and cancer cell fractions (diamonds) with their intervals; nothing where no reads are counted. */
export function FractionPlot({ rows, undrawn }: Fractions) {
  if (rows.length === 0) return null;
  const rowHeight = rowHeights[rows.some(({ lesion }) => lesion !== null) ? 1 : 0];
  const bottom = top + rows.length * rowHeight;
  return (
    <figure class="strip fractions">
      <svg
        viewBox={`0 0 ${width} ${bottom + 24}`}
        role="img"
        aria-labelledby="fractions-name fractions-text"
      >
        <title id="fractions-name">Allele fractions and cancer cell fractions</title>
        <desc id="fractions-text">{describeFractions(rows)}</desc>
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} />
            <text class="tick" x={x(tick)} y={bottom + 15} text-anchor="middle">
              {`${tick * 100}%`}
            </text>
          </g>
        ))}
        {rows.map((row, index) => (
          <Marks key={`${row.label} ${row.lesion}`} row={row} y={top + (index + 0.5) * rowHeight} />
        ))}
      </svg>
      <figcaption>
        Circle: variant allele fraction (VAF) with the 95% interval of Wilson, from the reads.
        Diamond, dashed: cancer cell fraction with its interval, where purity and copies are known.
        By variant and lesion.{undrawn !== null && ` ${undrawn}`}
      </figcaption>
    </figure>
  );
}

function Marks({ row: { label, lesion, vaf, cells }, y }: { row: FractionRow; y: number }) {
  return (
    <g>
      <text x={left - 12} y={lesion === null ? y + 4 : y - 2} text-anchor="end">
        {shorten(label)}
      </text>
      {lesion !== null && (
        <text class="tick" x={left - 12} y={y + 10} text-anchor="end">
          {shorten(lesion)}
        </text>
      )}
      <Range interval={vaf} y={cells === null ? y : y - 4} />
      <circle class="case" cx={x(vaf.estimate)} cy={cells === null ? y : y - 4} r={4} />
      {cells !== null && (
        <>
          <Range interval={cells} y={y + 5} dashed />
          <path class="beyond" d={`M${x(cells.estimate)} ${y}l5 5l-5 5l-5-5z`} />
        </>
      )}
    </g>
  );
}

function shorten(text: string): string {
  return text.length > labelLength ? `${text.slice(0, labelLength - 1)}…` : text;
}

function Range({ interval, y, dashed }: { interval: Interval; y: number; dashed?: boolean }) {
  return (
    <line
      class="limit"
      x1={x(interval.low)}
      x2={x(interval.high)}
      y1={y}
      y2={y}
      stroke-dasharray={dashed ? "4 3" : undefined}
    />
  );
}

/** Place of a share of 0 to 1, to one decimal. */
function x(share: number): number {
  return Number((left + share * (right - left)).toFixed(1));
}
