import type { CaseFile } from "../../model/case.ts";

const specimenTables = ["cnv", "sv", "fusion", "callable"] as const;
/** Fields of a case that list files, and columns of a sheet that name them. */
export const fileFields = [
  "protein",
  "cnv",
  "sv",
  "fusion",
  "status",
  "ihc",
  "callable",
  "prior",
  "outside",
] as const;

/** Every file that a case names, as it is written there, and the field that names it. */
export function caseFiles(
  caseFile: CaseFile,
): readonly { readonly field: string; readonly file: string }[] {
  const { variants, cohort = [], specimens = [], kinaseSubstrates, responses } = caseFile;
  return [
    ...(variants === undefined ? [] : [{ field: "variants", file: variants }]),
    ...fileFields.flatMap((field) => (caseFile[field] ?? []).map(({ file }) => ({ field, file }))),
    ...specimens.flatMap(({ id, ...specimen }) => [
      ...(specimen.variants === undefined ? [] : [{ field: id, file: specimen.variants }]),
      ...specimenTables.flatMap((field) =>
        (specimen[field] ?? []).map(({ file }) => ({ field: id, file })),
      ),
    ]),
    ...(kinaseSubstrates === undefined
      ? []
      : [{ field: "kinaseSubstrates", file: kinaseSubstrates }]),
    ...(responses === undefined ? [] : [{ field: "responses", file: responses }]),
    ...cohort.flatMap(({ file, meta }) => [
      { field: "cohort", file },
      ...(meta === undefined ? [] : [{ field: "cohort", file: meta }]),
    ]),
  ];
}
