/** Which sample of a file beside the variants is the case's: samples that are not shown to belong together are refused. */
import { nearest } from "../model/nearest.ts";
import { makeProblem, type ProblemWhere, type ReportProblem } from "../model/problem.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import { showText } from "./show-text.ts";

/** What the case is called, as far as it is known. */
export interface CaseNames {
  /** The tumor's sample in the variant file, or as the case states it. */
  readonly tumorSample?: string | undefined;
  /** Pseudonym of the case, which files may use as well. */
  readonly id?: string | undefined;
}

/** Who the case is in one file. */
export interface AskedSample {
  /** Stated for this file; nothing else is read then. */
  readonly sample?: string | undefined;
  /** Asked where no sample is stated. */
  readonly caseNames?: CaseNames | undefined;
}

/** The file, and how one says which of its samples is the case. */
export interface SampledFile {
  readonly where: ProblemWhere & { readonly file: string };
  /** First part of the code of a problem: `fusion` for `fusion-sample-missing`. */
  readonly kind: string;
  /** Key of the file in a case file, and the option `--key-sample`. */
  readonly key: "cnv" | "sv" | "fusion" | "status" | "ihc" | "callable" | "prior" | "outside";
  readonly report: ReportProblem;
}

/** What the case is called where a file names no sample; null where it is not known. */
export function nameAsked({ sample, caseNames = {} }: AskedSample): string | null {
  return sample ?? caseNames.tumorSample ?? null;
}

/** A name that callers give to the tumor's column, whoever the patient is. */
const role = /^tumou?r$/i;

/** True for a sample that may be the case's, before all of them are known. */
export function mayBeOwn(name: string, { sample, caseNames = {} }: AskedSample): boolean {
  if (sample !== undefined) return name === sample;
  return name === caseNames.tumorSample || name === caseNames.id || role.test(name);
}

/**
 * The sample that is stated for the file; else the one that is called as the case is, else the one called TUMOR; else the only one of a
 * case whose own sample is not known, or is called TUMOR, which names nobody: that is a warning. Null where the file names none. Names are
 * compared exactly. Throws Refusal "identity" where the file has other samples only, "usage" where nothing decides among several.
 */
export function chooseOwnSample(
  samples: readonly string[],
  asked: AskedSample,
  about: SampledFile,
): string | null {
  const { sample, caseNames = {} } = asked;
  const names = [...new Set(samples)];
  const [only, other] = names;
  if (only === undefined) return null;
  if (sample !== undefined) {
    if (names.includes(sample)) return sample;
    throw notThere(sample, names, about);
  }
  const { tumorSample, id } = caseNames;
  for (const name of [tumorSample, id]) {
    if (name !== undefined && names.includes(name)) return name;
  }
  const [byRole, otherRole] = names.filter((name) => role.test(name));
  if (byRole !== undefined && otherRole === undefined) return byRole;
  const namesNobody = tumorSample === undefined || role.test(tumorSample);
  if (other === undefined && namesNobody) {
    if (tumorSample !== undefined) warnUnchecked(only, tumorSample, about);
    return only;
  }
  if (tumorSample !== undefined) throw notThere(tumorSample, names, about);
  throw refuse(
    "usage",
    `${about.kind}-sample-undecided`,
    `which sample of ${about.where.file} is the case is not said; ${nameSome(names)}`,
    { where: about.where, hint: howToSay(about) },
  );
}

function warnUnchecked(only: string, tumorSample: string, about: SampledFile): void {
  const { file } = about.where;
  const message = `${file} is of ${showText(only)}; whether that is the case cannot be checked, since ${showText(tumorSample)} names no patient`;
  const { where } = about;
  const hint = `If it is, ${lowerFirst(howToSay(about))}`;
  about.report(makeProblem(`${about.kind}-sample-unchecked`, "warning", message, { where, hint }));
}

function notThere(asked: string, names: readonly string[], about: SampledFile): Refusal {
  const near = nearest(asked, names, 3);
  const shown = near.length > 0 ? near : names;
  const message = `${about.where.file} has no sample ${showText(asked)}; ${nameSome(shown, names.length)}`;
  return refuse("identity", `${about.kind}-sample-missing`, message, {
    where: about.where,
    hint: `If one of them is the case under another name, ${lowerFirst(howToSay(about))}`,
  });
}

function howToSay({ key }: SampledFile): string {
  return `Say so with --${key}-sample NAME, or in the case file: "${key}": [{ "file": ..., "sample": ... }].`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const mostNamed = 5;

function nameSome(names: readonly string[], count = names.length): string {
  const list = names.slice(0, mostNamed).map(showText).join(", ");
  return count <= mostNamed ? `it has ${list}` : `its ${count} samples include ${list}`;
}
