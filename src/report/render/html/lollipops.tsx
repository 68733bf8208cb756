import { plural } from "../format-number.ts";
import {
  describeLollipops,
  type Lollipop,
  type LollipopGene,
  type Lollipops as Content,
} from "../lollipop-genes.ts";

const width = 440;
const left = 12;
const right = width - 24;
const axis = 64;
const height = 104;
/** A change without counted reads stands at half the height. */
const unknownShare = 0.5;
const stem = 44;
const radius = 4;

/** For each gene its protein as an axis, with the changes of the case at their residues, as high as their fraction of reads. */
export function Lollipops({ genes, undrawn }: Content) {
  if (genes.length === 0) return null;
  return (
    <figure class="strip fractions">
      {genes.map((gene, index) => (
        <Protein key={gene.gene} protein={gene} id={`protein-${index + 1}`} />
      ))}
      <figcaption>
        Changes on their proteins, from the first residue to the last; the height is the allele
        fraction. Marked below the axis are exons and domains that statements of the knowledgebase
        name; other domains are not drawn, nor changes that no statement speaks of or that have no
        residue. A name that would lie over another one is left out.
        {undrawn > 0 &&
          ` ${plural(undrawn, "more gene")} with such changes ${undrawn === 1 ? "stands" : "stand"} in the table only.`}
      </figcaption>
    </figure>
  );
}

function Protein({ protein, id }: { protein: LollipopGene; id: string }) {
  const { gene, length, regions, changes } = protein;
  const heightOf = ({ vaf }: Lollipop): number =>
    Number((axis - 8 - (vaf ?? unknownShare) * stem).toFixed(1));
  const x = (residue: number): number =>
    Number((left + ((residue - 0.5) / length) * (right - left)).toFixed(1));
  const labels = placeLabels(
    changes.map((change) => ({
      text: shorten(nameInGene(change.label, gene), 26),
      x: x(change.residue),
      y: heightOf(change),
    })),
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-name ${id}-text`}>
      <title id={`${id}-name`}>{`Changes of ${gene} on its protein`}</title>
      <desc id={`${id}-text`}>{describeLollipops(protein)}</desc>
      {regions.map(({ name, start, end }) => (
        <line
          key={name}
          class="limit"
          x1={x(start)}
          x2={x(end)}
          y1={axis + 4}
          y2={axis + 4}
          stroke-width={5}
        />
      ))}
      <line class="grid" x1={left} x2={right} y1={axis} y2={axis} />
      {changes.map((change, at) => {
        const { label, residue } = change;
        const [y, placed] = [heightOf(change), labels[at]];
        return (
          <g key={label}>
            <line class="limit" x1={x(residue)} x2={x(residue)} y1={axis} y2={y} />
            <circle class="case" cx={x(residue)} cy={y} r={radius} />
            {placed !== null && placed !== undefined && (
              <text x={placed.x} y={y + 4} text-anchor={placed.isLeft ? "end" : undefined}>
                {placed.text}
              </text>
            )}
          </g>
        );
      })}
      <text class="tick" x={left} y={axis + 22}>
        {`${gene} 1`}
      </text>
      <text class="tick" x={(left + right) / 2} y={axis + 22} text-anchor="middle">
        {shorten(regions.map(({ name, start, end }) => `${name} (${start}-${end})`).join("; "), 46)}
      </text>
      <text class="tick" x={right} y={axis + 22} text-anchor="end">
        {length}
      </text>
    </svg>
  );
}

/** `V600E` of `BRAF V600E`: the gene stands below the axis. */
function nameInGene(label: string, gene: string): string {
  return label.startsWith(`${gene} `) ? label.slice(gene.length + 1) : label;
}

/** A letter is taken to be no wider, and a line no higher than these. */
const letterWidth = 8;
const lineHeight = 11;

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Where each label finds room beside its circle, the earlier ones first: to its right, in the right half to its left, else on the other side. Null:
 * it would lie over another one; the description of the drawing has it.
 */
function placeLabels(
  labels: readonly Label[],
): ({ text: string; x: number; isLeft: boolean } | null)[] {
  const taken: { from: number; to: number; y: number }[] = [];
  return labels.map(({ text, x, y }) => {
    const isLate = x > (left + right) / 2;
    for (const isLeft of [isLate, !isLate]) {
      const start = isLeft ? x - 8 : x + 8;
      const end = start + text.length * letterWidth * (isLeft ? -1 : 1);
      const [from, to] = [Math.min(start, end), Math.max(start, end)];
      const isFree =
        taken.every(
          (other) => other.to <= from || other.from >= to || Math.abs(other.y - y) >= lineHeight,
        ) && labels.every((other) => !crosses(other, { from, to, y }));
      if (!isFree || from < 0 || to > width) continue;
      taken.push({ from, to, y });
      return { text, x: start, isLeft };
    }
    return null;
  });
}

/** Whether a line of text lies over the circle of a change, or over its stem below. */
function crosses(change: Label, { from, to, y }: { from: number; to: number; y: number }): boolean {
  return from < change.x + radius && to > change.x - radius && y > change.y - lineHeight;
}

/** What is cut off stands whole in the description of the drawing. */
function shorten(text: string, size: number): string {
  return text.length > size ? `${text.slice(0, size - 1)}…` : text;
}
