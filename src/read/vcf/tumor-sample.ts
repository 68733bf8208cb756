import { nearest } from "../../model/nearest.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import {
  chooseOwnSample,
  type AskedSample,
  type CaseNames,
  type SampledFile,
} from "../own-sample.ts";
import { showText } from "../show-text.ts";
import type { MetaLine, VcfHeader } from "./header.ts";
import type { ChosenSample } from "../variant-reader.ts";

/**
 * Which sample column is the tumor: the one asked for; else the one that the header names; else one called TUMOR
 * or TUMOUR in any case; else the only one, unless it is called NORMAL. Null when the file has no samples and none is asked for. Throws
 * Refusal "usage" naming the samples when this decides nothing, "identity" for one that the header calls the normal.
 */
export function chooseTumorSample(
  header: VcfHeader,
  options: { readonly name: string; readonly asked: string | undefined },
): ChosenSample | null {
  const { samples } = header;
  const { name, asked } = options;
  if (asked !== undefined) {
    if (!samples.includes(asked)) throw noSuchSample(name, asked, samples);
    if (declaredNormal(header) === asked) throw isNormal(name, asked);
    return { name: asked, decidedBy: "--tumor-sample" };
  }
  if (samples.length === 0) return null;
  const declared = findDeclaredSample(header, declarations);
  if (declared !== null) return declared;
  const byName = samples.filter((sample) => /^tumou?r$/i.test(sample));
  const [first, ...others] = byName;
  if (first !== undefined && others.length === 0) {
    return { name: first, decidedBy: "its name" };
  }
  const only = samples.length === 1 ? samples[0] : undefined;
  if (only === undefined) throw undecided(name, samples);
  if (declaredNormal(header) === only) throw isNormal(name, only);
  if (/^normal$/i.test(only)) throw isCalledNormal(name, only);
  return { name: only, decidedBy: "the only sample of the file" };
}

/**
 * The tumor's column in a VCF beside the case's variants: as `chooseTumorSample`, after the names of the case. A column of another name is
 * another sample. Throws Refusal "identity" for a file that has other samples only, "usage" where nothing decides.
 */
export function chooseSampleBeside(
  header: VcfHeader,
  asked: AskedSample,
  about: SampledFile,
): ChosenSample | null {
  const { samples } = header;
  const name = about.where.file;
  const { sample, caseNames = {} } = asked;
  const isTold = sample !== undefined || samples.some((each) => isOfCase(each, caseNames));
  const told = isTold ? chooseOwnSample(samples, asked, about) : null;
  if (told !== null) return chooseTumorSample(header, { name, asked: told });
  if (caseNames.tumorSample === undefined)
    return chooseTumorSample(header, { name, asked: sample });
  // What the header calls the tumor is the case's only by a name that it shares with the case.
  chooseOwnSample(samples, asked, about);
  return chooseTumorSample(header, { name, asked: undefined });
}

function isOfCase(name: string, { tumorSample, id }: CaseNames): boolean {
  return name === tumorSample || name === id;
}

/** The sample that the header calls the normal one. */
function declaredNormal(header: VcfHeader): string | undefined {
  return header.meta.find(({ key }) => key === "normal_sample")?.value.trim();
}

function isNormal(name: string, asked: string): Refusal {
  return refuse(
    "identity",
    "tumor-sample-is-normal",
    `the header of ${name} says that ${showText(asked)} is the normal sample, not the tumor`,
    { where: { file: name }, hint: "Name the tumor's column after --tumor-sample." },
  );
}

function isCalledNormal(name: string, sample: string): Refusal {
  const message = `the only sample of ${name} is called ${showText(sample)}: whether it is the tumor is not said`;
  return refuse("usage", "tumor-sample-undecided", message, {
    where: { file: name },
    hint: `Give the tumor's file, or say that it is the tumor: --tumor-sample ${sample}`,
  });
}

/** A way in which callers name a sample in the header. */
export interface SampleDeclaration {
  readonly decidedBy: string;
  readonly find: (line: MetaLine) => string | undefined;
}

/** The plainest first. */
const declarations: readonly SampleDeclaration[] = [
  {
    decidedBy: "##tumor_sample of the header",
    find: ({ key, value }) => (key === "tumor_sample" ? value.trim() : undefined),
  },
  {
    decidedBy: "the command of MuTect in the header",
    find: (line) => findInCommand(line, /^(?:MuTect|GATKCommandLine)/i, "tumor"),
  },
  {
    decidedBy: "the command of Sentieon in the header",
    find: (line) => findInCommand(line, /^SentieonCommandLine/i, "tumor"),
  },
  {
    decidedBy: "the command of DRAGEN in the header",
    find: (line) => findInDragen(line, "--RGSM-tumor"),
  },
  {
    decidedBy: "##SAMPLE of the header",
    find: (line) => findByGenomes(line, "Tumor"),
  },
  {
    decidedBy: "##PEDIGREE of the header",
    find: ({ key, items }) => {
      if (key !== "PEDIGREE") return undefined;
      return items?.get("Derived") ?? (items?.has("Original") ? items.get("ID") : undefined);
    },
  },
];

/** `--tumor_sample T1`, `-tumor-sample T1` or `tumor_sample_name=T1` of a caller's command in a header line of such a key. */
export function findInCommand(
  { key, value }: MetaLine,
  keys: RegExp,
  role: "tumor" | "normal",
): string | undefined {
  if (!keys.test(key)) return undefined;
  return new RegExp(`\\b${role}[_-]sample(?:_name)?[= ]([^\\s",>\\]]+)`, "i").exec(value)?.[1];
}

/** `--RGSM-tumor T1` or `--RGSM N1` of DRAGEN's command in a header line. */
export function findInDragen(
  { key, value }: MetaLine,
  option: "--RGSM-tumor" | "--RGSM",
): string | undefined {
  if (key !== "DRAGENCommandLine") return undefined;
  return new RegExp(`${option}[= ]+([^\\s",>]+)`).exec(value)?.[1];
}

/** The sample of `##SAMPLE=<ID=T1,Genomes=Tumor>` that is of these genomes alone (VCF 4.3, 1.4.8, and bcbio). */
export function findByGenomes(
  { key, items }: MetaLine,
  genomes: "Tumor" | "Germline",
): string | undefined {
  return key === "SAMPLE" && items?.get("Genomes") === genomes ? items.get("ID") : undefined;
}

/** The one sample that the first declaration with a column of the file names; null when none names exactly one. */
export function findDeclaredSample(
  { meta, samples }: Pick<VcfHeader, "meta" | "samples">,
  among: readonly SampleDeclaration[],
): ChosenSample | null {
  for (const { decidedBy, find } of among) {
    const named = new Set(meta.map(find).filter((name) => name !== undefined));
    const present = samples.filter((sample) => named.has(sample));
    const [first, ...others] = present;
    if (first !== undefined && others.length === 0) return { name: first, decidedBy };
  }
  return null;
}

/** Refusal "usage" that names the nearest sample, or all of them. */
export function noSuchSample(name: string, asked: string, samples: readonly string[]): Refusal {
  const close = nearest(asked, samples, 1)[0];
  const hint = close === undefined ? listSamples(samples) : `Did you mean ${showText(close)}?`;
  const message = `${name} has no sample ${showText(asked)}`;
  return refuse("usage", "tumor-sample-missing", message, { where: { file: name }, hint });
}

/** Refusal "usage" that names the samples to choose from. */
export function undecided(name: string, samples: readonly string[]): Refusal {
  const message = `which sample of ${name} is the tumor is not said. ${listSamples(samples)}`;
  return refuse("usage", "tumor-sample-undecided", message, {
    where: { file: name },
    hint: "Say it with --tumor-sample NAME.",
  });
}

function listSamples(samples: readonly string[]): string {
  if (samples.length === 0) return "The file has no samples.";
  const shown = samples.slice(0, 10).map(showText).join(", ");
  const more = samples.length > 10 ? ` and ${samples.length - 10} more` : "";
  return `Its samples: ${shown}${more}.`;
}
