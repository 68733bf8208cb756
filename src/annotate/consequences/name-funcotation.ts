/** Names of protein changes as Oncotator and Funcotator write them, which are HGVS for single residues and frameshifts alone. */
import { translate } from "../models/genetic-code.ts";
import { nameResidueChange } from "../name-residue-change.ts";
import { parseProteinChange } from "../protein-change.ts";

/** No cell that holds a change of a few codons is longer. */
const longest = 1_000;

/**
 * The canonical name of a change: by its codons where they are given, else by its residues; null where neither tells it. The codons
 * are asked first, because an insertion between two codons is given with the residues of another place where it repeats what
 * follows it, and a change of several residues ends at the first that stays (`renderProteinChangeString` and
 * `ProteinChangeInfo` of GATK 4).
 */
export function nameFuncotation(protein: string | null, codons: string | null): string | null {
  const byCodons = codons === null ? null : nameByCodons(codons);
  return byCodons ?? (protein === null ? null : nameByResidues(protein));
}

/** `c.(1630-1632)act>aGGTct` and `c.(2236-2250)gaattaagagaagcadel`; codons of a frameshift, of part of a codon or of a splice site name nothing. */
function nameByCodons(text: string): string | null {
  if (text.length > longest) return null;
  const [, from, to, before = "", after] =
    /^c\.\((\d{1,6})-(\d{1,6})\)([acgt]+)(?:del|>([acgt]+))$/i.exec(text) ?? [];
  const start = Number(from);
  const isWhole = start % 3 === 1 && before.length % 3 === 0 && (after ?? "").length % 3 === 0;
  if (!isWhole || Number(to) - start + 1 !== before.length) return null;
  const position = (start - 1) / 3 + 1;
  return nameAt(position, translate(before.toUpperCase()), translate((after ?? "").toUpperCase()));
}

/** `p.V600E`, `p.K111fs`, `p.ELREA746del`, `p.T544RS`, `p.599_600TV>TE`. `p.770_771insG` names no residue that it stands beside. */
function nameByResidues(text: string): string | null {
  if (text.length > longest) return null;
  const deleted = /^p\.([A-Z*]+)(\d{1,6})del$/.exec(text);
  if (deleted) return nameAt(Number(deleted[2]), deleted[1] ?? "", "");
  const shifted = /^p\.([A-Z*])[A-Z*]*(\d{1,6})fs$/.exec(text);
  if (shifted) return parseProteinChange(`${shifted[1]}${shifted[2]}fs`)?.text ?? null;
  const ranged = /^p\.(\d{1,6})_\d{1,6}([A-Z*]+)>([A-Z*]+)$/.exec(text);
  if (ranged) return nameAt(Number(ranged[1]), ranged[2] ?? "", ranged[3] ?? "");
  const replaced = /^p\.([A-Z*]+)(\d{1,6})([A-Z*]+)$/.exec(text);
  if (replaced) return nameAt(Number(replaced[2]), replaced[1] ?? "", replaced[3] ?? "");
  return parseProteinChange(text)?.text ?? null;
}

/**
 * An insertion before the first residue that is given has no other neighbor to be named by: it is a replacement of that residue by
 * what is inserted and itself.
 */
function nameAt(position: number, ref: string, alt: string): string | null {
  if (position === 0 || ref === "" || ref.includes("X") || alt.includes("X")) return null;
  const isBefore = alt.length > ref.length && alt.endsWith(ref);
  const name = nameResidueChange({ position, ref, alt });
  if (name !== null || !isBefore) return name;
  const range = ref.length === 1 ? "" : `_${ref.at(-1)}${position + ref.length - 1}`;
  return parseProteinChange(`${ref.charAt(0)}${position}${range}delins${alt}`)?.text ?? null;
}
