/**
 * Marks that search engines put before (or behind) the name of a protein that is none of the sample. Decoys: `rev_` (Philosopher, Sage), `REV__`
 * (MaxQuant), `DECOY_` and `_rev` behind (OpenMS), `XXX_` (MS-GF+). Contaminants: `contam_` (Philosopher), `CON__` (MaxQuant), `Cont_` and `cRAP-` (what
 * DIA-NN's `--cont-quant-exclude` is given).
 */
const decoy = /(?:^|[|:])(?:rev|reverse|decoy|xxx)_|_(?:decoy|rev|reversed)$/i;
const contaminant = /(?:^|[|:])(?:con_|cont_|contam_|contaminant_|crap[-_]|crap\d)/i;

/** Why a name is of no protein of the sample, `reverse hit` or `contaminant`; null where it has no such mark. */
export function readSearchMark(name: string): string | null {
  if (decoy.test(name)) return "reverse hit";
  return contaminant.test(name) ? "contaminant" : null;
}
