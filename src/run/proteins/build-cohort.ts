import { sealBytes } from "../../io/sealed-bytes.ts";
import { cohortDecimals, cohortFormat, type CohortFileContent } from "../../model/cohort-file.ts";
import { compareText } from "../../model/order.ts";
import { refuse } from "../../model/refusal.ts";
import { cohortUnits, writeRows, type WrittenRow } from "../../read/cohort/cohort-rows.ts";
import type {
  CohortFile,
  CohortQuestion,
  CohortRow,
  ReferenceCohort,
} from "../../read/cohort/cohort.ts";
import { showText } from "../../read/show-text.ts";

export interface BuiltCohorts {
  /** The file; equal samples give equal bytes. */
  readonly bytes: Uint8Array;
  /** Its seal. */
  readonly sha256: string;
  readonly content: CohortFileContent;
}

/** Largest number of units that a file holds; a log2 value of it is a million times what any instrument gives. */
const mostUnits = 1e9;

/**
 * Writes files of reference samples as one compact file: for each gene how many samples lack it, and the values of the others, rounded
 * and sorted, so that no sample's profile can be put together again. Samples of `caseNames` are left out, and cohorts that are then empty. Throws Refusal "input" where
 * the files are of several molecules or scales, or two cohorts have one name.
 */
export function buildCohort(files: readonly CohortFile[], question: CohortQuestion): BuiltCohorts {
  const [first] = files;
  if (first === undefined) throw refuse("usage", "cohort-missing", "no file of samples is named");
  for (const { file, molecule, scale } of files) {
    if (molecule === first.molecule && scale.name === first.scale.name) continue;
    const message = `${file} holds ${molecule} values on the scale ${scale.name}, ${first.file} ${first.molecule} values on ${first.scale.name}`;
    throw refuse("input", "cohort-scale-differs", message, { where: { file } });
  }
  const cohorts = files.flatMap((file) =>
    file.cohorts(question).filter(({ samples }) => samples > 0),
  );
  const names = cohorts.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw refuse("usage", "cohort-name-twice", `two cohorts are named ${showText(twice)}`, {
      hint: "Build a file of each, with --name.",
    });
  }
  const parts = cohorts.map(encodeCohort);
  const content: CohortFileContent = {
    molecule: first.molecule,
    scale: first.scale,
    decimals: cohortDecimals,
    sources: files.map(({ file, digest }) => ({ file, ...digest })),
    cohorts: parts.map(({ entry }) => entry),
  };
  const body = Buffer.concat(parts.map(({ bytes }) => bytes));
  return { ...sealBytes(cohortFormat, JSON.stringify(content), body), content };
}

function encodeCohort(cohort: ReferenceCohort): {
  readonly entry: CohortFileContent["cohorts"][number];
  readonly bytes: Buffer;
} {
  const { name, role, disease, tissue, aberrationNegative, file } = cohort;
  const { names: samples, whole, stems } = cohort.sampleKeys();
  const rows = cohort.rows.toSorted(
    (a, b) => compareText(a.gene, b.gene) || compareText(a.site ?? "", b.site ?? ""),
  );
  const bytes = writeRows(rows.map((row) => roundRow(row, file)));
  const entry = {
    name,
    role,
    disease,
    tissue,
    aberrationNegative,
    samples,
    whole,
    stems,
    genes: rows.map(({ gene }) => gene),
    sites: rows.some(({ site }) => site !== undefined) ? rows.map(({ site = "" }) => site) : [],
    bytes: bytes.length,
  };
  return { entry, bytes };
}

function roundRow(row: CohortRow, file: string): WrittenRow {
  const { gene, missing, leftOut, notDetected } = row;
  const units = row.values().map((value) => Math.round(value * cohortUnits));
  const largest = Math.max(Math.abs(units[0] ?? 0), Math.abs(units.at(-1) ?? 0));
  if (largest >= mostUnits) {
    const message = `a value of ${showText(gene)} is too large for a reference file`;
    throw refuse("input", "cohort-value-large", message, { where: { file } });
  }
  return { missing, leftOut, notDetected, units };
}
