import { mostProblems } from "./limit-problems.ts";
import { showText } from "../show-text.ts";
import { countPlainItems, isSpecialNumber, readCount } from "./number.ts";
import { column } from "./record-faults.ts";
import type { VcfHeader } from "./header.ts";
import type { Severity } from "../../model/severity.ts";

/** Takes one finding: its column of the record, and an offset into that. */
export type Note = (finding: {
  readonly code: string;
  readonly message: string;
  readonly field: number;
  readonly offset?: number;
  /** `warning` unless said. */
  readonly severity?: Severity;
}) => void;

/** What the columns of a record before FORMAT break of the specification, though the record can be read. */
export function checkColumns(fields: readonly string[], header: VcfHeader, note: Note): void {
  checkChrom(fields[column.chrom] ?? "", header.minorVersion, note);
  checkId(fields[column.id] ?? "", note);
  checkAlts(fields[column.alt] ?? "", note);
  checkQuality(fields[column.qual] ?? "", note);
  checkFilter(fields[column.filter] ?? "", note);
  checkInfo(fields[column.info] ?? "", header, note);
  checkEnd(fields, note);
}

/** Alternate alleles that say with REF how far the record goes; symbolic ones and breakends do not. */
const plainAlts = /^(?:[ACGTN]+|[.*])(?:,(?:[ACGTN]+|[.*]))*$/i;

/** An index lists a record by END where it is given, so that one that ends too early is not found behind it. */
function checkEnd(fields: readonly string[], note: Note): void {
  const info = fields[column.info] ?? "";
  if (!info.includes("END=")) return;
  const [, before = "", text] = /^(|.*?;)END=([^;]*)/s.exec(info) ?? [];
  const end = readCount(text);
  const position = readCount(fields[column.pos]);
  if (end === null || position === null || !plainAlts.test(fields[column.alt] ?? "")) return;
  const last = position + (fields[column.ref] ?? "").length - 1;
  if (end >= last) return;
  const message = `INFO END ${end} lies before ${last}, the last base of REF: by an index the record may be missed`;
  note({ code: "info-end-before-ref", message, field: column.info, offset: before.length });
}

function checkChrom(text: string, minorVersion: number, note: Note): void {
  const field = column.chrom;
  if (/^<[^<>]+>$/.test(text)) {
    const message = `CHROM ${showText(text)} names a contig of an assembly file, which is not matched`;
    note({ code: "vcf-chrom-assembly", message, field, severity: "notice" });
  } else if (/[<>]/.test(text)) {
    note({ code: "vcf-chrom-name", message: `CHROM holds a bracket: ${showText(text)}`, field });
  } else if (text.includes(":") || (minorVersion >= 3 && text.includes("*"))) {
    // Names of HLA contigs hold both; the specification has come to allow them.
    const message = `CHROM holds a character that region lists cannot hold: ${showText(text)}`;
    note({ code: "vcf-chrom-character", message, field, severity: "notice" });
  }
}

function checkId(text: string, note: Note): void {
  if (text === ".") return;
  const ids = text.split(";");
  const isBad = /\s/.test(text) || ids.includes("") || new Set(ids).size !== ids.length;
  if (!isBad) return;
  const message = `ID is malformed: ${showText(text)}`;
  note({ code: "vcf-id-malformed", message, field: column.id });
}

function checkAlts(text: string, note: Note): void {
  if (!text.includes(",")) return;
  const alts = text.toUpperCase().split(",");
  if (new Set(alts).size === alts.length) return;
  const message = `an ALT stands twice: ${showText(text)}`;
  note({ code: "vcf-alt-repeated", message, field: column.alt });
}

function checkQuality(text: string, note: Note): void {
  const field = column.qual;
  if (isSpecialNumber(text)) {
    const message = `QUAL is ${showText(text)}, which is no quality to compare`;
    note({ code: "vcf-qual-not-finite", message, field, severity: "notice" });
  } else if (text.startsWith("-")) {
    note({ code: "vcf-qual-negative", message: `QUAL is negative: ${showText(text)}`, field });
  }
}

/** Texts of FILTER that nothing is wrong with, whatever the file. */
const soundFilters = new Set<string>();
const mostFilters = 1_000;

function checkFilter(text: string, note: Note): void {
  if (text === "PASS" || text === ".") return;
  if (soundFilters.has(text)) return;
  const names = text.split(";");
  const isAlone = names.length === 1;
  const isBad =
    /\s/.test(text) ||
    new Set(names).size !== names.length ||
    names.some((name) => name === "" || name === "0" || (!isAlone && /^(?:\.|PASS)$/.test(name)));
  const isPass = names.some((name) => name !== "PASS" && name.toUpperCase() === "PASS");
  if (isPass) {
    const message = `FILTER ${showText(text)} counts as PASS here; to other programs it is a filter that failed`;
    note({ code: "vcf-filter-pass", message, field: column.filter });
  } else if (!isBad && soundFilters.size < mostFilters) soundFilters.add(text);
  if (!isBad) return;
  const message = `FILTER is malformed: ${showText(text)}`;
  note({ code: "vcf-filter-malformed", message, field: column.filter });
}

/** Counts and positions. */
const neverNegative = new Set("AC AD ADF ADR AF AN DP END MQ0 NS".split(" "));

function checkInfo(text: string, header: VcfHeader, note: Note): void {
  if (text === ".") return;
  const hasSpace = /\s/.test(text);
  const sound = soundKeys.get(header.info) ?? new Set();
  soundKeys.set(header.info, sound);
  let offset = 0;
  let found = 0;
  for (const item of text.split(";")) {
    const equals = item.indexOf("=");
    const key = equals === -1 ? item : item.slice(0, equals);
    const value = equals === -1 ? null : item.slice(equals + 1);
    const finding = findInKey(key, header, sound) ?? findInValue(key, value, { header, hasSpace });
    if (finding !== null) {
      note({ ...finding, field: column.info, offset });
      found += 1;
      if (found > mostProblems) return;
    }
    offset += item.length + 1;
  }
}

type Finding = { readonly code: string; readonly message: string } | null;

/** Declared keys of a file that nothing is wrong with: they stand in every record. */
const soundKeys = new WeakMap<VcfHeader["info"], Set<string>>();

/** White space is allowed in values from VCF 4.4 on, and in keys never. */
function findInKey(key: string, { minorVersion, info }: VcfHeader, sound: Set<string>): Finding {
  if (key === "" || sound.has(key)) return null;
  const isName = minorVersion < 3 ? !/\s/.test(key) : /^(?:[A-Za-z_][\w.]*|1000G)$/.test(key);
  if (isName && info.has(key)) sound.add(key);
  if (isName) return null;
  return { code: "info-key-malformed", message: `INFO key ${showText(key)} is no key` };
}

function findInValue(
  key: string,
  value: string | null,
  { header, hasSpace }: { readonly header: VcfHeader; readonly hasSpace: boolean },
): Finding {
  if (value === null) return null;
  if (hasSpace && header.minorVersion < 4 && /\s/.test(value)) {
    const message = `the value of INFO ${showText(key)} holds white space`;
    return { code: "info-white-space", message };
  }
  // Without a sign, and too short to be beyond any range.
  if (countPlainItems(value, "Integer") > 0 && key !== "AA" && key !== "CIGAR") return null;
  if (header.info.get(key)?.type === "Integer" && value.split(",").some(isBeyondInteger)) {
    return { code: "info-value-range", message: `INFO ${showText(key)} is beyond 32-bit integers` };
  }
  if (neverNegative.has(key) && value.split(",").some((item) => /^-[\d.]/.test(item))) {
    return { code: "info-value-negative", message: `INFO ${key} is negative: ${showText(value)}` };
  }
  const isBad =
    (key === "AA" && value.includes(",")) || (key === "CIGAR" && !isCigars(value)) ? value : null;
  if (isBad === null) return null;
  return { code: "info-value-malformed", message: `INFO ${key} is malformed: ${showText(value)}` };
}

/** -2^31 to -2^31+7 stand for other things in BCF (VCF 4.3, 1.3). */
export function isBeyondInteger(text: string): boolean {
  if (!/^[-+]?\d{10,}$/.test(text)) return false;
  const value = Number(text);
  return value > 2_147_483_647 || value < -2_147_483_640;
}

function isCigars(value: string): boolean {
  return value.split(",").every((item) => item === "." || /^(?:\d+[MIDNSHPX=])+$/.test(item));
}
