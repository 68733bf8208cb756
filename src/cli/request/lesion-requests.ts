import { resolve } from "node:path";
import { fileSource, isPipe } from "../../io/byte-source.ts";
import type { CaseFile } from "../../model/case.ts";
import { refuse } from "../../model/refusal.ts";
import type { SpecimenInput } from "../../model/specimen.ts";
import type { CaseRequest, SpecimenRequest } from "../../run/case-request.ts";
import { chooseLesion, lesionBeside } from "../../run/lesions/choose-lesion.ts";
import { openListed } from "./open-evidence.ts";
import { pathBeside } from "./path-beside.ts";

/** Options of the command line that tell of lesions. */
export interface LesionOptions {
  readonly lesion?: string;
  readonly primary?: string;
  readonly primarySample?: string;
  readonly primaryPurity?: number;
  readonly minAltReads?: number;
  /** Any lesion will do where it is not said which one is to be treated: all of them are looked at. */
  readonly anyLesion?: boolean;
}

/** Alternate reads from which a caller is taken to call, where nobody says it (cases/private_call_power.csv). */
const usualAltReads = 3;

/** The case as that of the lesion to be treated alone. */
export interface CaseOfLesion {
  /** With the fields of that lesion, and without specimens. */
  readonly caseFile: CaseFile;
  /** Absent: the case has one lesion. */
  readonly lesions?: CaseRequest["lesions"];
}

/** Throws Refusal "usage" where it is not said which lesion is to be treated, "input" for a case that contradicts itself. */
export function takeLesion(
  given: CaseFile,
  folder: string,
  options: LesionOptions = {},
): CaseOfLesion {
  const { specimens, lesion, minAltReads, ...caseFile } = withPrimary(given, options);
  const chosen = chooseLesion(
    { ...caseFile, specimens, lesion },
    { asked: options.lesion ?? lesion, isAny: options.anyLesion === true },
  );
  if (chosen === null) return { caseFile };
  const { treated, others } = chosen;
  const { id, role, site, date, depth, expectedVaf, ...fields } = treated;
  return {
    caseFile: {
      ...caseFile,
      ...fields,
      ...(id === lesionBeside ? {} : { biopsySite: site }),
    },
    lesions: {
      treated: { id, role, site, date, depth, expectedVaf },
      others: others.map((specimen) => openSpecimen(specimen, folder)),
      minAltReads: options.minAltReads ?? minAltReads ?? usualAltReads,
    },
  };
}

/** The lesions of a variant file that is given without a case: itself, and the primary tumor. */
export function lesionsBeside(
  site: string | undefined,
  options: LesionOptions,
): Pick<CaseRequest, "lesions"> {
  if (options.lesion !== undefined && options.lesion !== lesionBeside) {
    throw refuse(
      "usage",
      "lesion-missing",
      `there is no lesion "${options.lesion}" without a case file`,
      {
        hint: "Name the lesions in a case.json: metaction schema case.",
      },
    );
  }
  const primary = primaryOf(options);
  if (primary === null) return {};
  return {
    lesions: {
      treated: { id: lesionBeside, role: "metastasis", ...(site === undefined ? {} : { site }) },
      others: [openSpecimen(primary, "")],
      minAltReads: options.minAltReads ?? usualAltReads,
    },
  };
}

function withPrimary(caseFile: CaseFile, options: LesionOptions): CaseFile {
  const primary = primaryOf(options);
  if (primary === null) return caseFile;
  return { ...caseFile, specimens: [...(caseFile.specimens ?? []), primary] };
}

/** Paths of the command line are relative to where it runs, not to the case file. */
function primaryOf(options: LesionOptions): SpecimenInput | null {
  const { primary, primarySample, primaryPurity } = options;
  if (primary === undefined) {
    if (primarySample === undefined && primaryPurity === undefined) return null;
    throw refuse(
      "usage",
      "primary-missing",
      "the primary tumor is described, and no file of it is given",
      {
        hint: "Give its variants with --primary FILE.",
      },
    );
  }
  return {
    id: "primary",
    role: "primary",
    variants: resolve(primary),
    ...(primarySample === undefined ? {} : { tumorSample: primarySample }),
    ...(primaryPurity === undefined ? {} : { purity: primaryPurity }),
  };
}

function openSpecimen(specimen: SpecimenInput, folder: string): SpecimenRequest {
  const { variants, cnv, sv, fusion, callable, ...rest } = specimen;
  const {
    copyNumber,
    structuralVariants,
    fusions,
    callable: read,
  } = openListed({ cnv, sv, fusion, callable }, folder);
  return {
    ...rest,
    copyNumber,
    structuralVariants,
    fusions,
    callable: read,
    ...(variants === undefined ? {} : { variants: fileSource(pathBeside(folder, variants)) }),
  };
}

/** Throws Refusal "input" for a primary that comes through a pipe: it is read more than once. */
export async function refusePipedPrimary({ primary }: LesionOptions): Promise<void> {
  if (primary === undefined || !(await isPipe(primary))) return;
  throw refuse(
    "input",
    "primary-from-pipe",
    "the primary tumor comes through a pipe, which can be read only once",
    {
      hint: "Write it to a file first.",
    },
  );
}
