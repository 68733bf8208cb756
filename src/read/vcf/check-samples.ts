import { showText } from "../show-text.ts";
import { isBeyondInteger, type Note } from "./check-columns.ts";
import { parseGenotype } from "./genotype.ts";
import type { VcfHeader } from "./header.ts";
import { findValueFlaw } from "./info.ts";
import { countPlainItems } from "./number.ts";
import { column } from "./record-faults.ts";

/** What of a record's samples is reported elsewhere: a field, or the genotype and the number of values. */
export interface ReportedSample {
  /** 0-based column; null when no sample was read. */
  readonly field: number | null;
  readonly isGenotypeReported: boolean;
  readonly reportedKeys: ReadonlySet<string>;
}

export interface SampleCheck {
  readonly header: VcfHeader;
  readonly altCount: number | null;
  readonly reported: ReportedSample;
  /** Which sample will be read is open, so that a malformed genotype of any refuses the record. */
  readonly isAnySampleRead: boolean;
  readonly note: Note;
}

/** Checks FORMAT and every sample column of a record. */
export function checkSamples(fields: readonly string[], check: SampleCheck): void {
  if (fields.length <= column.format) return;
  const format = fields[column.format] ?? "";
  const keys = format.split(":");
  if (soundFormats.get(check.header) !== format) checkKeys(format, keys, check);
  for (let field = column.format + 1; field < fields.length; field++) {
    checkSample(fields[field] ?? "", { keys, field, check });
  }
}

/** The last FORMAT of a file that nothing was wrong with: mostly one stands in every record. */
const soundFormats = new WeakMap<VcfHeader, string>();

function checkKeys(
  format: string,
  keys: readonly string[],
  { header, reported, note: report }: SampleCheck,
): void {
  let isSound = new Set(keys).size === keys.length;
  const note: Note = (finding) => {
    isSound = false;
    report(finding);
  };
  noteKeys(keys, { header, reported, note });
  if (isSound) soundFormats.set(header, format);
}

function noteKeys(
  keys: readonly string[],
  { header, reported, note }: Pick<SampleCheck, "header" | "reported" | "note">,
): void {
  const field = column.format;
  const minorVersion = header.minorVersion;
  if (keys.length === 1 && keys[0] === ".") return;
  for (const key of keys) {
    if (key === "") {
      note({ code: "vcf-format-key-empty", message: "FORMAT holds an empty key", field });
    } else if (!/^[A-Za-z_][\w.]*$/.test(key)) {
      const message = `FORMAT key ${showText(key)} is no key`;
      note({ code: "vcf-format-key-malformed", message, field });
    } else if (minorVersion < 3 && /[_.]/.test(key)) {
      // Every caller writes such keys; the specification of the time has letters and digits only.
      const message = `FORMAT key ${showText(key)} holds more than letters and digits, which VCF 4.${minorVersion} does not allow`;
      note({ code: "vcf-format-key-character", message, field, severity: "notice" });
    }
  }
  if (keys.indexOf("GT") > 0) {
    note({ code: "vcf-format-gt-not-first", message: "GT is not the first FORMAT key", field });
  }
  if (reported.field === null && new Set(keys).size !== keys.length) {
    const message = "a FORMAT key stands twice; the first is used";
    note({ code: "vcf-format-key-repeated", message, field });
  }
}

interface Place {
  readonly keys: readonly string[];
  readonly field: number;
  readonly check: SampleCheck;
}

function checkSample(text: string, place: Place): void {
  const { keys, field, check } = place;
  const { header, reported } = check;
  const values = text.split(":");
  // From VCF 4.5 on a field of no values is written as nothing.
  if (text === "" && header.minorVersion < 5) {
    check.note({ code: "sample-value-empty", message: "a sample has no value", field });
    return;
  }
  const isRead = reported.field === field;
  const genotype = readGenotype(values, place, isRead);
  let offset = 0;
  for (const [index, value] of values.entries()) {
    const key = keys[index];
    const isReported = isRead && reported.reportedKeys.has(key ?? "");
    if (key !== undefined && !isReported) checkValue({ key, value, offset }, genotype, place);
    offset += value.length + 1;
  }
}

/** Ploidy by the genotype: two where there is none; null where it is wholly missing or malformed. */
function readGenotype(
  values: readonly string[],
  { keys, field, check }: Place,
  isRead: boolean,
): { readonly ploidy: number | null } {
  const note = (code: string, message: string): void => {
    if (isRead && check.reported.isGenotypeReported) return;
    const severity = isRead || check.isAnySampleRead ? "error" : "warning";
    check.note({ code, message, field, severity });
  };
  if (values.length > keys.length) {
    const message = `a sample has ${values.length} values for ${keys.length} FORMAT keys`;
    note("vcf-sample-values", message);
  }
  const text = values[keys.indexOf("GT")];
  if (text === undefined) return { ploidy: keys.includes("GT") ? null : 2 };
  const genotype = parseGenotype(text);
  if (genotype === null) {
    note("vcf-gt-malformed", `GT is malformed: ${showText(text)}`);
    return { ploidy: null };
  }
  const altCount = check.altCount ?? 0;
  const outside = genotype.find((index) => index !== null && index > Math.max(altCount, 1));
  if (outside !== undefined) {
    note("vcf-gt-out-of-range", `GT names allele ${outside}; the record has ${altCount} ALT`);
  } else if (altCount === 0 && genotype.includes(1)) {
    const message = "GT names allele 1; ALT is missing";
    check.note({ code: "vcf-gt-without-alt", message, field, severity: "notice" });
  }
  return { ploidy: text === "." ? null : genotype.length };
}

interface SampleValue {
  readonly key: string;
  readonly value: string;
  readonly offset: number;
}

function checkValue(
  { key, value, offset }: SampleValue,
  { ploidy }: { readonly ploidy: number | null },
  { field, check }: Place,
): void {
  const definition = check.header.format.get(key);
  if (definition === undefined || key === "GT") return;
  if (value === "" && check.header.minorVersion >= 5) return;
  const { altCount, note } = check;
  // Without a sign, and too short to be beyond any range.
  const isPlain = countPlainItems(value, definition.type) > 0;
  const found = findValueFlaw(value, definition, { altCount, ploidy });
  if (found !== null) {
    const message = `FORMAT ${showText(key)} ${found.message}`;
    note({ code: `format-value-${found.code}`, message, field, offset });
  } else if (!isPlain && definition.type === "Integer" && value.split(",").some(isBeyondInteger)) {
    const message = `FORMAT ${showText(key)} is beyond 32-bit integers`;
    note({ code: "format-value-range", message, field, offset });
  }
}
