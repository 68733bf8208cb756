import { describeLollipops, type LollipopGene } from "../lollipop-genes.ts";

const width = 440;
const left = 12;
const right = width - 24;
const axis = 64;
const height = 104;
/** A change without counted reads stands at half the height. */
const unknownShare = 0.5;
const stem = 44;

/** For each gene its protein as an axis, with the changes of the case at their residues, as high as their fraction of reads. */
export function Lollipops({ genes }: { genes: readonly LollipopGene[] }) {
  if (genes.length === 0) return null;
  return (
    <figure class="strip fractions">
      {genes.map((gene, index) => (
        <Protein key={gene.gene} protein={gene} id={`protein-${index + 1}`} />
      ))}
      <figcaption>
        Changes on their proteins, from the first residue to the last; the height is the allele
        fraction. Marked below the axis are exons and domains that statements of the knowledgebase
        name; other domains are not drawn.
      </figcaption>
    </figure>
  );
}

function Protein({ protein, id }: { protein: LollipopGene; id: string }) {
  const { gene, length, regions, changes } = protein;
  const x = (residue: number): number =>
    Number((left + ((residue - 0.5) / length) * (right - left)).toFixed(1));
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
      {changes.map(({ label, residue, vaf }) => {
        const y = Number((axis - 8 - (vaf ?? unknownShare) * stem).toFixed(1));
        const isLate = residue > length / 2;
        return (
          <g key={label}>
            <line class="limit" x1={x(residue)} x2={x(residue)} y1={axis} y2={y} />
            <circle class="case" cx={x(residue)} cy={y} r={4} />
            <text
              x={x(residue) + (isLate ? -8 : 8)}
              y={y + 4}
              text-anchor={isLate ? "end" : undefined}
            >
              {shorten(label, 34)}
            </text>
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

/** What is cut off stands whole in the description of the drawing. */
function shorten(text: string, size: number): string {
  return text.length > size ? `${text.slice(0, size - 1)}…` : text;
}
