import type { CaseFile } from "../../model/case.ts";
import { nearest } from "../../model/nearest.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import type { SpecimenInput } from "../../model/specimen.ts";

export interface ChosenLesion {
  readonly treated: SpecimenInput;
  readonly others: readonly SpecimenInput[];
}

/** Id of the lesion that the fields beside `specimens` tell of. */
export const lesionBeside = "metastasis";

const sampleFields = [
  "variants",
  "cnv",
  "sv",
  "fusion",
  "callable",
  "tumorSample",
  "tumorAfTag",
  "tumorDpTag",
  "purity",
  "ploidy",
] as const;
/** One of these makes the fields beside `specimens` a lesion of their own. */
const measured: readonly string[] = ["variants", "cnv", "sv", "fusion"];

/**
 * The lesion to be treated: the one asked for; else the one beside the specimens; else the latest metastasis by its date; else the only
 * lesion; `isAny`: else the first. Null: the case has no specimens. Throws Refusal "usage" where this decides nothing, "input" for a case that contradicts itself.
 */
export function chooseLesion(
  caseFile: CaseFile,
  { asked, isAny = false }: { asked: string | undefined; isAny?: boolean },
): ChosenLesion | null {
  const beside = lesionOfCase(caseFile);
  const all = [...(beside === null ? [] : [beside]), ...(caseFile.specimens ?? [])];
  if (caseFile.specimens === undefined) {
    if (asked === undefined || asked === lesionBeside) return null;
    throw refuse(
      "usage",
      "lesion-missing",
      `the case has no lesion "${asked}": it names no specimens`,
    );
  }
  refuseTwice(all);
  const treated =
    find(all, asked) ?? beside ?? latestMetastasis(all) ?? (isAny ? all[0] : null) ?? null;
  if (treated === null) throw undecided(all);
  return { treated, others: all.filter((specimen) => specimen !== treated) };
}

function lesionOfCase(caseFile: CaseFile): SpecimenInput | null {
  const given = sampleFields.filter((field) => caseFile[field] !== undefined);
  const [first] = given;
  if (first === undefined) return null;
  if (caseFile.specimens !== undefined && !given.some((field) => measured.includes(field))) {
    const message = `${first} is said of no lesion: beside specimens, it needs variants or another file of one`;
    throw refuse("input", "case-invalid", message, {
      where: { file: caseFile.id, pointer: `/${first}` },
      hint: "Write it into the specimen that it is of.",
    });
  }
  const fields = Object.fromEntries(given.map((field) => [field, caseFile[field]]));
  const site = caseFile.biopsySite === undefined ? {} : { site: caseFile.biopsySite };
  return { id: lesionBeside, role: "metastasis", ...site, ...fields };
}

function refuseTwice(all: readonly SpecimenInput[]): void {
  const ids = all.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  const because = twice === lesionBeside ? ", which is that of the fields beside specimens" : "";
  throw refuse("input", "specimen-twice", `two specimens have the id "${twice}"${because}`, {
    hint: "Give each lesion an id of its own.",
  });
}

function find(all: readonly SpecimenInput[], asked: string | undefined): SpecimenInput | null {
  if (asked === undefined) return null;
  const found = all.find(({ id }) => id === asked);
  if (found !== undefined) return found;
  const ids = all.map(({ id }) => id);
  const close = nearest(asked, ids, 1)[0];
  throw refuse("usage", "lesion-missing", `the case has no lesion "${asked}"`, {
    hint: close === undefined ? `Its lesions: ${ids.join(", ")}.` : `Did you mean ${close}?`,
  });
}

/** Null where dates are missing or the latest is shared. */
function latestMetastasis(all: readonly SpecimenInput[]): SpecimenInput | null {
  const metastases = all.filter(({ role }) => role === "metastasis");
  const [only, ...more] = metastases.length === 0 ? all : metastases;
  if (only !== undefined && more.length === 0) return only;
  if (metastases.some(({ date }) => date === undefined)) return null;
  // Dates of the form YYYY-MM-DD are in the order of their text.
  const dates = metastases.map(({ date = "" }) => date);
  const latest = metastases.filter(({ date = "" }) => dates.every((other) => other <= date));
  const [first, ...others] = latest;
  return first === undefined || others.length > 0 ? null : first;
}

function undecided(all: readonly SpecimenInput[]): Refusal {
  const shown = all.map(({ id, date }) => `${id} (${date ?? "no date"})`).join(", ");
  const message = `which lesion is to be treated is not said, and the dates do not tell: ${shown}`;
  return refuse("usage", "lesion-undecided", message, { hint: "Say it with --lesion ID." });
}
