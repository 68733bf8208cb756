import { median } from "../read/quantile.ts";
import { sealJson } from "../io/sealed-json.ts";
import {
  cohortDecimals,
  cohortFormat,
  type CohortFileContent,
  type CohortFileRow,
} from "../model/cohort-file.ts";
import { compareText } from "../model/order.ts";
import { refuse } from "../model/refusal.ts";
import type { CohortFile, CohortQuestion, CohortRow } from "../read/cohort.ts";
import { showText } from "../read/show-text.ts";

export interface BuiltCohorts {
  /** The file's text; equal samples give equal bytes. */
  readonly text: string;
  readonly sha256: string;
  readonly content: CohortFileContent;
}

const unit = 10 ** cohortDecimals;
/** Largest number of units that a file holds; a log2 value of it is a million times what any instrument gives. */
const mostUnits = 1e9;

/**
 * Writes files of reference samples as one compact file: for each gene how many samples lack it, and the values of the others, rounded
 * and sorted, so that no sample's profile can be put together again. Samples of `caseNames` are left out. Throws Refusal "input" where
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
  const cohorts = files.flatMap((file) => file.cohorts(question));
  const names = cohorts.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw refuse("usage", "cohort-name-twice", `two cohorts are named ${showText(twice)}`, {
      hint: "Build a file of each, with --name.",
    });
  }
  const content: CohortFileContent = {
    molecule: first.molecule,
    scale: first.scale,
    decimals: cohortDecimals,
    sources: files.map(({ file, digest }) => ({ file, ...digest })),
    cohorts: cohorts.map((cohort) => ({
      name: cohort.name,
      role: cohort.role,
      disease: cohort.disease,
      tissue: cohort.tissue,
      aberrationNegative: cohort.aberrationNegative,
      samples: [...cohort.sampleKeys()],
      rows: cohort.rows
        .map((row) => encodeRow(row, cohort.file))
        .toSorted(([a, aSite], [b, bSite]) => compareText(a, b) || compareText(aSite, bSite)),
    })),
  };
  return { ...sealJson(cohortFormat, JSON.stringify(content)), content };
}

function encodeRow(row: CohortRow, file: string): CohortFileRow {
  const { gene, site = "", missing, leftOut, notDetected } = row;
  const rounded = row.values().map((value) => Math.round(value * unit));
  const largest = Math.max(Math.abs(rounded[0] ?? 0), Math.abs(rounded.at(-1) ?? 0));
  if (largest >= mostUnits) {
    const message = `a value of ${showText(gene)} is too large for a reference file`;
    throw refuse("input", "cohort-value-large", message, { where: { file } });
  }
  let before = 0;
  const steps = Array.from(rounded, (value) => {
    const step = value - before;
    before = value;
    return step;
  });
  const center = rounded.length === 0 ? null : median(rounded) / unit;
  const values = steps.join(" ");
  return notDetected === 0
    ? [gene, site, missing, leftOut, center, values]
    : [gene, site, missing, leftOut, center, values, notDetected];
}
