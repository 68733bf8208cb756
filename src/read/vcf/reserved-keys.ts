import type { FieldDefinition } from "./info.ts";

/** `Number Type` of each key that the specification reserves, and the versions (4.x) that do. */
type Reserved = readonly [key: string, number: string, type: string, from?: number, to?: number];

/** VCF 4.1 to 4.5, section 1.6.1 (INFO). SB has no type of its own there. */
const info: readonly Reserved[] = [
  ["AA", "1", "String"],
  ["AC", "A", "Integer"],
  ["AD", "R", "Integer", 3],
  ["ADF", "R", "Integer", 3],
  ["ADR", "R", "Integer", 3],
  ["AF", "A", "Float"],
  ["AN", "1", "Integer"],
  ["BQ", "1", "Float"],
  ["CIGAR", "A", "String"],
  ["DB", "0", "Flag"],
  ["DP", "1", "Integer"],
  ["END", "1", "Integer"],
  ["H2", "0", "Flag"],
  ["H3", "0", "Flag"],
  ["MQ", "1", "Float"],
  ["MQ0", "1", "Integer"],
  ["NS", "1", "Integer"],
  ["SOMATIC", "0", "Flag"],
  ["VALIDATED", "0", "Flag"],
  ["1000G", "0", "Flag"],
];

/** VCF 4.1 to 4.5, section 1.6.2 (genotype fields). */
const format: readonly Reserved[] = [
  ["AD", "R", "Integer", 3],
  ["ADF", "R", "Integer", 3],
  ["ADR", "R", "Integer", 3],
  ["DP", "1", "Integer"],
  ["EC", "A", "Integer"],
  ["FT", "1", "String"],
  ["GL", "G", "Float"],
  ["GLE", "G", "String", 0, 2],
  ["GP", "G", "Float"],
  ["GQ", "1", "Integer"],
  ["GT", "1", "String"],
  ["HQ", "2", "Integer"],
  ["MQ", "1", "Integer"],
  ["PL", "G", "Integer"],
  ["PQ", "1", "Integer"],
  ["PS", "1", "Integer"],
];

/** What the specification says of its own keys in one version; a header may repeat it and not change it. */
export function reservedKeys(
  section: "INFO" | "FORMAT",
  minorVersion: number,
): ReadonlyMap<string, FieldDefinition> {
  const rows = section === "INFO" ? info : format;
  return new Map(
    rows
      .filter(([, , , from = 0, to = Infinity]) => minorVersion >= from && minorVersion <= to)
      .map(([key, number, type]) => [key, { number, type, description: "" }]),
  );
}
