import type { ProteinTable } from "../../read/protein-reader.ts";

/**
 * A table for each molecule that a table measures: arrays of antibodies hold proteins and phosphosites side by side, which are judged apart.
 * The counts stay with the first, so that they are taken once. A table of one molecule is given back as it is.
 */
export function splitMolecules(table: ProteinTable): readonly ProteinTable[] {
  const sites = table.rows.filter(({ site }) => site !== undefined);
  if (sites.length === 0 || table.molecule === "phosphosite") return [table];
  const whole = table.rows.filter(({ site }) => site === undefined);
  const phosphosites: ProteinTable = { ...table, molecule: "phosphosite", rows: sites };
  return whole.length === 0 ? [phosphosites] : [{ ...table, rows: whole }, phosphosites];
}
