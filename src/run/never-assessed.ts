import type { Measured, SignatureMarker } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { NotAssessed } from "../model/report.ts";
import type { LesionsRequest } from "./case-request.ts";

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

/** The primary tumor, where no file of it is among the lesions of the case: what is not looked at must not pass for negative. */
export function primaryNotGiven(lesions: LesionsRequest | undefined): NotAssessed[] {
  const all = lesions === undefined ? [] : [lesions.treated, ...lesions.others];
  if (all.some(({ role }) => role === "primary")) return [];
  return [
    {
      code: "primary-not-read",
      what: "Whether the primary tumor has the same alterations",
      reason: "No file of the primary tumor was given.",
      settledBy: "The variants of the primary tumor, given by --primary",
      statements: 0,
      genes: [],
    },
  ];
}
