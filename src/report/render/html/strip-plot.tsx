import type { Strip } from "../../../model/verification.ts";
import { describeStrip, nameAxis, nameStrip, summarizeStrip } from "../describe-strip.ts";
import { decimal } from "../format-number.ts";
import { scaleStrip, spread } from "../strip-scale.ts";

interface StripPlotProps {
  readonly strip: Strip;
  /** Unique in the page; ids begin with it. */
  readonly anchor: string;
}

const width = 360;
const height = 92;
/** Room for the name of the axis under its ticks. */
const axisRoom = 14;
/** Places in the drawing, in its own units. */
const edge = [10, width - 10] as const;
const band = { top: 22, bottom: 66 } as const;
const middle = (band.top + band.bottom) / 2;

/** The case among its cohort: a dot for each sample, the median, the limits of a call and the case. Colors are of the page's style. */
export function StripPlot({ strip, anchor }: StripPlotProps) {
  const { values, value, median, limits } = strip;
  const { x, ticks } = scaleStrip(strip, edge);
  const isBeyond = limits !== null && (value <= limits.low || value >= limits.high);
  const at = x(value);
  const axis = nameAxis(strip);
  return (
    <figure class="strip" id={anchor}>
      <svg
        viewBox={`0 0 ${width} ${axis === null ? height : height + axisRoom}`}
        role="img"
        aria-labelledby={`${anchor}-name ${anchor}-text`}
      >
        <title id={`${anchor}-name`}>{nameStrip(strip)}</title>
        <desc id={`${anchor}-text`}>{summarizeStrip(strip)}</desc>
        {limits !== null && (
          <rect
            class="between"
            x={x(limits.low)}
            y={band.top}
            width={(x(limits.high) - x(limits.low)).toFixed(1)}
            height={band.bottom - band.top}
          />
        )}
        <line class="axis" x1={edge[0]} x2={edge[1]} y1={band.bottom} y2={band.bottom} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="axis" x1={x(tick)} x2={x(tick)} y1={band.bottom} y2={band.bottom + 4} />
            <text class="tick" x={x(tick)} y={band.bottom + 16} text-anchor="middle">
              {decimal(tick)}
            </text>
          </g>
        ))}
        {axis !== null && (
          <text class="tick" x={width / 2} y={band.bottom + 16 + axisRoom} text-anchor="middle">
            {axis}
          </text>
        )}
        <path class="dots" d={values.map((each, index) => dotAt(x(each), index)).join("")} />
        <line class="median" x1={x(median)} x2={x(median)} y1={band.top} y2={band.bottom} />
        {limits !== null &&
          [limits.low, limits.high].map((limit) => (
            <line
              key={limit}
              class="limit"
              x1={x(limit)}
              x2={x(limit)}
              y1={band.top}
              y2={band.bottom}
              stroke-dasharray="4 3"
            />
          ))}
        <path class={isBeyond ? "case beyond" : "case"} d={`M${at} ${middle - 7}l7 7l-7 7l-7-7z`} />
        <text
          class="case-label"
          x={labelPlace(at)}
          y={band.top - 8}
          text-anchor={anchorOfLabel(at)}
        >
          {`case ${decimal(value)}`}
        </text>
      </svg>
      <figcaption>{describeStrip(strip)}</figcaption>
    </figure>
  );
}

/** A line of no length with round ends is a dot, in a fourth of the bytes of a circle. */
function dotAt(x: number, index: number): string {
  const y = middle + spread(index) * (band.bottom - band.top - 12);
  return `M${x} ${y.toFixed(1)}h0`;
}

function anchorOfLabel(x: number): "start" | "middle" | "end" {
  if (x < 50) return "start";
  return x > width - 50 ? "end" : "middle";
}

/** The label of a case near an edge begins or ends there. */
function labelPlace(x: number): number {
  if (x < 50) return edge[0];
  return x > width - 50 ? edge[1] : x;
}
