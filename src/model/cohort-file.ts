/** A reference cohort as one compact file, so that a case is compared without the matrix and without its samples' profiles. */
import { molecules, type Measured } from "./alteration.ts";
import { cohortRoles, type CohortFacts } from "./cohort.ts";

export const cohortFormatName = "metaction-cohort";
export const cohortFormat = `${cohortFormatName}/2`;

/** Decimal places that values are rounded to. */
export const cohortDecimals = 3;

/** What stands before the rows. */
export interface CohortFileContent {
  readonly molecule: Measured;
  readonly scale: { readonly name: string; readonly decidedBy: string };
  readonly decimals: typeof cohortDecimals;
  readonly sources: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
  }[];
  readonly cohorts: readonly CohortFileEntry[];
}

export interface CohortFileEntry extends CohortFacts {
  readonly aberrationNegative: boolean;
  /** Starts of the SHA-256 of the samples' names: show that a case is among them. */
  readonly samples: readonly string[];
  /** The same of the names without what names of one tumor differ by, and of these without an ending: `P1_T` and `P1`. */
  readonly whole: readonly string[];
  readonly stems: readonly string[];
  /** As in the source, one for each row. */
  readonly genes: readonly string[];
  /** Phosphosites of the rows, empty for an amount; none at all where every row is one. */
  readonly sites: readonly string[];
  /** Of the rows, behind those of the cohorts before. */
  readonly bytes: number;
}

type Facts = Readonly<Record<string, unknown>>;

/** By hand: a schema takes longer over ten thousand rows than reading them. The place of the first fault; null for a sound content. */
export function findCohortFault(content: unknown): string | null {
  if (!isFacts(content)) return "/";
  const { molecule, scale, decimals, sources, cohorts } = content;
  const sound: Readonly<Record<string, boolean>> = {
    molecule: [...molecules, "kinase-activity"].some((each) => each === molecule),
    scale: isFacts(scale) && isName(scale["name"]) && typeof scale["decidedBy"] === "string",
    decimals: decimals === cohortDecimals,
    sources: isList(sources, isSource),
    cohorts: isList(cohorts, isEntry) && cohorts.length > 0,
  };
  const fault = Object.keys(sound).find((key) => sound[key] === false);
  return fault === undefined ? null : `/${fault}`;
}

/** True where nothing is wrong with the content. */
export function isCohortContent(content: unknown): content is CohortFileContent {
  return findCohortFault(content) === null;
}

function isSource(source: unknown): boolean {
  return (
    isFacts(source) &&
    typeof source["file"] === "string" &&
    /^[0-9a-f]{64}$/.test(String(source["sha256"])) &&
    isCount(source["bytes"])
  );
}

function isEntry(entry: unknown): boolean {
  if (!isFacts(entry)) return false;
  const { genes, sites } = entry;
  return (
    isName(entry["name"]) &&
    cohortRoles.some((role) => role === entry["role"]) &&
    [entry["disease"], entry["tissue"]].every(
      (fact) => fact === null || typeof fact === "string",
    ) &&
    typeof entry["aberrationNegative"] === "boolean" &&
    [entry["samples"], entry["whole"], entry["stems"]].every((keys) => isList(keys, isKey)) &&
    isList(genes, isName) &&
    isList(sites, (site) => typeof site === "string") &&
    (sites.length === 0 || sites.length === genes.length) &&
    isCount(entry["bytes"])
  );
}

function isFacts(value: unknown): value is Facts {
  return typeof value === "object" && value !== null;
}

function isList(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isKey(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
