import { nameResidueChange } from "./name-residue-change.ts";
import { parseProteinChange } from "./protein-change.ts";
import type { ProteinChange } from "../model/protein-change.ts";

/** Residues `from` to `to` (0-based, half open) of the reference protein become `added`. */
interface ResidueEdit {
  readonly from: number;
  readonly to: number;
  readonly added: string;
}

/**
 * The change under the one name that HGVS gives it in this protein: an insertion or deletion in a repeat as far to the end as it can lie, an
 * insertion that repeats what stands before it as a duplication, and a `delins` as what it is. `A775_G776insYVMA` of ERBB2 is
 * `Y772_A775dup`. Null where the change is of another kind, or where its residues are not those of the protein.
 */
export function placeInProtein(change: ProteinChange, protein: string): ProteinChange | null {
  const edit = readEdit(change, protein);
  if (edit === null) return null;
  const { from, to, added } = edit;
  const changed = protein.slice(0, from) + added + protein.slice(to);
  if (changed === protein) return null;
  const name = nameResidueChange({ position: 1, ref: protein, alt: changed });
  return name === null ? null : parseProteinChange(name);
}

function readEdit(change: ProteinChange, protein: string): ResidueEdit | null {
  const { kind, start, refStart, end, refEnd, alt } = change;
  if (protein[start - 1] !== refStart || protein[end - 1] !== refEnd) return null;
  const range = protein.slice(start - 1, end);
  switch (kind) {
    case "insertion":
      return end === start + 1 && isKnown(alt) ? { from: start, to: start, added: alt } : null;
    case "duplication":
      return alt === "" || alt === range ? { from: end, to: end, added: range } : null;
    case "deletion":
      return { from: start - 1, to: end, added: "" };
    case "delins":
      return isKnown(alt) ? { from: start - 1, to: end, added: alt } : null;
    case "missense":
    case "synonymous":
    case "nonsense":
    case "frameshift":
    case "extension":
    case "start-lost":
    case "unknown":
      return null;
  }
}

/** A stop among the new residues ends the protein, and one that is not known may be any. */
function isKnown(residues: string): boolean {
  return residues !== "" && !/[*X]/.test(residues);
}
