import { spellResidues } from "../amino-acids.ts";
import { parseProteinChange } from "../protein-change.ts";

/**
 * `p.Val600Glu` of `V600E`, in HGVS's three letters, with what `K111Nfs*12` and `*390Qext*17` say of the new residue and the length;
 * null for what cannot be read.
 */
export function formatHgvsProtein(text: string): string | null {
  const change = parseProteinChange(text);
  if (change === null || change.start === 0) return null;
  const [, residue = "", length] = /([A-Z]?)(?:fs|ext)\*(\d+|\?)$/.exec(text) ?? [];
  const behind = length === undefined ? "" : `Ter${length}`;
  const { kind, refStart, start, refEnd, end, alt } = change;
  const first = `${spellResidues(refStart)}${start}`;
  const range = start === end ? first : `${first}_${spellResidues(refEnd)}${end}`;
  switch (kind) {
    case "missense":
    case "nonsense":
      return `p.${range}${spellResidues(alt)}`;
    case "synonymous":
      return `p.${range}=`;
    case "frameshift":
      return `p.${range}${spellResidues(residue)}fs${behind}`;
    case "deletion":
      return `p.${range}del`;
    case "duplication":
      return `p.${range}dup`;
    case "insertion":
      return `p.${range}ins${spellResidues(alt)}`;
    case "delins":
      return `p.${range}delins${spellResidues(alt)}`;
    case "extension":
      return `p.${range}${spellResidues(residue)}ext${behind}`;
    case "start-lost":
      return `p.${range}${alt === "" ? "?" : spellResidues(alt)}`;
    case "unknown":
      return `p.${range}?`;
  }
}
