import type { Measured, SignatureMarker } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { NotAssessed } from "../model/report.ts";

/** Markers that a board asks for in every tumor. */
const boardMarkers: ReadonlyMap<SignatureMarker, string> = new Map([
  ["MSI", "microsatellite instability"],
  ["TMB", "tumor mutational burden"],
  ["HRD", "homologous recombination deficiency"],
]);

/** Markers of the whole tumor that no file gave and that no open statement names already; null when there is none. */
export function markersNotGiven(
  observations: readonly Observation[],
  openStatements: ReadonlySet<string>,
): NotAssessed | null {
  const given = new Set<string>(
    observations.flatMap(({ alteration }) =>
      alteration.kind === "signature" ? alteration.marker : [],
    ),
  );
  const missing = [...boardMarkers].filter(
    ([marker]) => !given.has(marker) && !openStatements.has(marker),
  );
  if (missing.length === 0) return null;
  const names = missing.map(([, name]) => name);
  const what =
    names.length === 1 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return {
    code: "signatures-not-given",
    what: `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
    reason: "No result was given; not tested is not negative.",
    settledBy: "The result of an assay for each, given by --status",
    statements: 0,
    genes: [],
  };
}

/** Molecules that no table of the case measures and that a board would look at beside proteins, as one entry; none when all are given. */
export function moleculesNotGiven(measured: ReadonlySet<Measured>): NotAssessed[] {
  const missing = (["rna", "phosphosite"] as const).filter((molecule) => !measured.has(molecule));
  const [first] = missing;
  if (first === undefined) return [];
  const what = { rna: "RNA expression", phosphosite: "Phosphosites" };
  const assay = { rna: "RNA sequencing", phosphosite: "phosphoproteomics" };
  return [
    {
      code: "molecules-not-given",
      what: missing.length === 1 ? what[first] : "RNA expression and phosphosites",
      reason: "No table of them was given; not measured is not normal.",
      settledBy: `A table of ${missing.map((each) => assay[each]).join(" and of ")}, given by --protein`,
      statements: 0,
      genes: [],
    },
  ];
}

/**
 * What a board would look for and this version reads from no file at all. Listed in every report: what is not looked at must
 * not pass for negative.
 */
export const neverAssessed: readonly NotAssessed[] = [
  {
    code: "primary-not-read",
    what: "Whether the primary tumor has the same alterations",
    reason: "This version reads the files of one lesion.",
    settledBy: "The variants of the primary tumor, compared by other means",
    statements: 0,
    genes: [],
  },
];
