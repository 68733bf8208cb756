import { type SignatureMarker, signatureMarkers } from "../../model/alteration.ts";
import { nearest } from "../../model/nearest.ts";
import type { ProblemWhere } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { showText } from "../show-text.ts";

/** One marker of the whole tumor as a file gives it; a value, a status, or both. */
export interface StatusRow {
  /** 1-based. */
  readonly line: number;
  readonly marker: SignatureMarker;
  /** Which signature or virus; null for markers of which there is one. */
  readonly name: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly status: string | null;
  readonly method: string | null;
  /** Share of tumor cells that the file states beside the marker, above 0 to 1; absent where it states none. */
  readonly purity?: number;
}

/** What laboratories write for each status, in lower case without separators. */
const words = {
  TMB: {
    high: ["high", "h", "tmbh", "tmbhigh"],
    low: ["low", "l", "tmbl", "tmblow", "intermediate"],
  },
  MSI: {
    high: ["high", "h", "msih", "msihigh", "msi", "unstable", "instable", "positive"],
    low: ["low", "l", "msil", "msilow"],
    stable: ["stable", "mss", "negative"],
  },
  HRD: {
    deficient: ["deficient", "hrdeficient", "hrd", "hrdpositive", "positive", "high"],
    proficient: ["proficient", "hrproficient", "hrp", "hrdnegative", "negative", "low"],
  },
  signature: { present: ["present", "positive", "high"], absent: ["absent", "negative", "low"] },
  virus: {
    present: ["present", "positive", "detected"],
    absent: ["absent", "negative", "notdetected"],
  },
} as const satisfies Record<SignatureMarker, Record<string, readonly string[]>>;

/** Words for "no answer", of any marker. */
const open = new Set(["", "na", "n/a", "unknown", "undetermined", "cannot_be_determined", "."]);

/** Reads the name of a marker without case: `tmb`, `MSI`. Throws Refusal "input" for any other. */
export function readMarker(text: string, where: ProblemWhere): SignatureMarker {
  const found = signatureMarkers.find((marker) => marker.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  const [near] = nearest(text, signatureMarkers, 1);
  throw refuse("input", "marker-unknown", `${showText(text)} is no marker that metaction knows`, {
    where,
    hint: `Known: ${signatureMarkers.join(", ")}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
  });
}

/**
 * Reads the status of a marker as its canonical word: `MSI-H` is `high`, `HR_proficient` is `proficient`. Null where none is
 * given. Throws Refusal "input" for a word that the marker does not have: nothing is guessed.
 */
export function readStatus(
  marker: SignatureMarker,
  text: string,
  where: ProblemWhere,
): string | null {
  if (open.has(text.toLowerCase())) return null;
  const word = text.toLowerCase().replaceAll(/[\s_-]+/g, "");
  for (const [status, written] of Object.entries(words[marker])) {
    if ((written as readonly string[]).includes(word)) return status;
  }
  throw refuse("input", "status-unknown", `${showText(text)} is no status of ${marker}`, {
    where,
    hint: `Write ${Object.keys(words[marker]).join(" or ")}, or leave the cell empty.`,
  });
}

/** Checks that a row says something, and names what it is about; writes its unit in one way. Throws Refusal "input" otherwise. */
export function checkStatusRow(row: StatusRow, where: ProblemWhere): StatusRow {
  if (row.value === null && row.status === null) {
    throw refuse(
      "input",
      "status-empty",
      `the row of ${row.marker} has neither a value nor a status`,
      {
        where,
        hint: "Give one of them, or leave the row out: not tested is not negative.",
      },
    );
  }
  if (row.value !== null && row.value < 0) {
    throw refuse("input", "status-negative", `${row.marker} is below zero`, { where });
  }
  const isNamed = row.marker === "signature" || row.marker === "virus";
  if (isNamed && row.name === null) {
    throw refuse(
      "input",
      "status-unnamed",
      `the row does not say which ${row.marker} it is about`,
      {
        where,
        hint: "Give it in the column name: SBS3, HPV16.",
      },
    );
  }
  return { ...row, unit: readUnit(row) };
}

/** Mutational burden by the million bases, as laboratories abbreviate it; other units stay as they are written. */
function readUnit({ marker, unit }: StatusRow): string | null {
  const perMegabase = /^(?:mut(?:ation)?s?|variants?)? ?(?:\/|per) ?(?:mb|megabases?)$/iu;
  return marker === "TMB" && unit !== null && perMegabase.test(unit) ? "mutations/Mb" : unit;
}
