import { makeProblem } from "../../../model/problem.ts";
import { showText } from "../../show-text.ts";
import { findNormalSamples, isNamedControl, readControlSample } from "../names/control-samples.ts";
import { listExamples } from "../names/list-examples.ts";
import type { ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "./gene-row.ts";

/** Where more of the samples are named like controls, they are the study's own samples: a plex has one in four to one in eighteen. */
const largestShare = 1 / 3;

/** The kind whose names are also those of the tumors that a case is compared with. */
const numbered = "reference channel";

interface NamedSample {
  readonly name: string;
  readonly what: string;
}

/**
 * Takes out of the reference what is no tumor of a patient by its name: pools, reference channels, quality controls. The sample that the table is read for
 * stays, and is warned about; of a table of references alone, another one takes its place. Samples that the user has described stay.
 */
export function leaveOutControls(
  found: FoundProteins,
  file: string,
  options: ProteinReadOptions,
): FoundProteins {
  const own = found.sample ?? options.sample;
  const typeOf = (name: string): string => found.sampleTypes?.get(name) ?? "";
  const { isReference = false, isDescribed = () => false, report } = options;
  const where = { file };
  const all = [own, ...found.cohortSamples];
  const controls = all.flatMap((name): NamedSample[] => {
    const what = isDescribed(name)
      ? null
      : (readControlSample(name) ?? readControlSample(typeOf(name)));
    return what === null ? [] : [{ name, what }];
  });
  const [ofCase] = isReference ? [] : controls.filter(({ name }) => name === own);
  if (ofCase !== undefined) {
    const message = `the sample that the table is read for, ${showText(own)}, is a ${ofCase.what} by its name`;
    const hint = "Name the column of the tumor with --protein-sample (protein outliers: --sample).";
    report(makeProblem("case-like-control", "warning", message, { where, hint }));
  }
  const left = controls.filter(({ name }) => isReference || name !== own);
  const references = isReference ? all.length : found.cohortSamples.length;
  // A laboratory that numbers its reference samples: `REF01` to `REF24`.
  const isNumbering = left.length === references && left.every(({ what }) => what === numbered);
  if (isNumbering) return found;
  if (left.length > largestShare * references) {
    const message = `${left.length} of ${references} reference samples are named like pools, reference channels or quality controls (${listExamples(left.map(({ name }) => name))}); so many are read as samples of the study`;
    report(makeProblem("controls-among-references", "warning", message, { where, hint }));
    return found;
  }
  // Where the file states what its samples are, its reader has told of normal tissue.
  if (found.sampleTypes === undefined) {
    reportUnsure(all.slice(isReference ? 0 : 1), { where, options, left });
  }
  if (left.length === 0) return found;
  const message = `samples that are no tumor of a patient by their names or types were taken out of the reference: ${left.length} (${listKinds(left)})`;
  report(makeProblem("control-samples-set-aside", "notice", message, { where, hint }));
  return without(found, new Set(left.map(({ name }) => name)), own);
}

const hint =
  "Rename a sample that is meant otherwise, or give the table with --cohort and describe the sample in --cohort-meta.";

/** `pool: "Ref01", "Ref02"; quality control: "QC1"`. */
function listKinds(samples: readonly NamedSample[]): string {
  const byKind = new Map<string, string[]>();
  for (const { name, what } of samples) {
    byKind.set(what, [...(byKind.get(what) ?? []), name]);
  }
  return [...byKind].map(([what, names]) => `${what}: ${listExamples(names)}`).join("; ");
}

/** What may be meant as a reference, and may be none: healthy tissue and controls stay, and are told. */
function reportUnsure(
  references: readonly string[],
  {
    where,
    options: { report, isReference = false, isDescribed = () => false },
    left,
  }: {
    readonly where: { readonly file: string };
    readonly options: ProteinReadOptions;
    readonly left: readonly NamedSample[];
  },
): void {
  const gone = new Set(left.map(({ name }) => name));
  const names = references.filter((name) => !gone.has(name) && !isDescribed(name));
  const normals = findNormalSamples(names);
  const isNormal = new Set(normals);
  const controls = names.filter((name) => !isNormal.has(name) && isNamedControl(name));
  const unsure = [
    { code: "normal-among-references", what: "normal tissue", samples: normals },
    { code: "controls-among-references", what: "controls", samples: controls },
  ];
  for (const { code, what, samples } of unsure) {
    // A reference of nothing else was chosen so.
    if (samples.length === 0 || (isReference && samples.length === references.length)) continue;
    const message = `by their names, ${samples.length} of ${references.length} reference samples are ${what} (${listExamples(samples)}); they are references like the tumors`;
    const advice =
      "Give the file with --cohort and the roles of its samples with --cohort-meta, or leave those samples out.";
    report(makeProblem(code, "warning", message, { where, hint: advice }));
  }
}

function without(found: FoundProteins, gone: ReadonlySet<string>, own: string): FoundProteins {
  const kept = [...found.cohortSamples.keys()].filter(
    (index) => !gone.has(found.cohortSamples[index] ?? ""),
  );
  // In a table of references the first one holds the place of a case, and gives it up to another.
  const [first = -1, ...others] = gone.has(own) ? kept : [-1, ...kept];
  const isReplaced = first !== -1;
  const sample = isReplaced ? found.cohortSamples[first] : found.sample;
  return {
    ...found,
    ...(sample === undefined ? {} : { sample }),
    cohortSamples: others.map((index) => found.cohortSamples[index] ?? ""),
    rows: found.rows.map((row) => withoutSamples(row, isReplaced ? first : null, others)),
  };
}

function withoutSamples(row: GeneRow, first: number | null, others: readonly number[]): GeneRow {
  const { cohort, notDetected } = row;
  return {
    ...row,
    value: first === null ? row.value : (cohort[first] ?? Number.NaN),
    cohort: Float64Array.from(others, (index) => cohort[index] ?? Number.NaN),
    ...(notDetected === undefined
      ? {}
      : {
          notDetected: Uint8Array.from(
            [first === null ? 0 : first + 1, ...others.map((index) => index + 1)],
            (index) => notDetected[index] ?? 0,
          ),
        }),
  };
}
