import type { CaseFile } from "../../model/case.ts";

const tables = ["protein", "cnv", "sv", "fusion", "status", "ihc", "callable", "prior"] as const;

/** Every file that a case names, as it is written there, and the field that names it. */
export function caseFiles(
  caseFile: CaseFile,
): readonly { readonly field: string; readonly file: string }[] {
  const { variants, cohort = [] } = caseFile;
  return [
    ...(variants === undefined ? [] : [{ field: "variants", file: variants }]),
    ...tables.flatMap((field) => (caseFile[field] ?? []).map(({ file }) => ({ field, file }))),
    ...cohort.flatMap(({ file, meta }) => [
      { field: "cohort", file },
      ...(meta === undefined ? [] : [{ field: "cohort", file: meta }]),
    ]),
  ];
}
