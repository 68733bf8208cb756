import { normalizeContig } from "../../model/contig-name.ts";
import type { Contig } from "../../model/locus.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import { showText } from "../show-text.ts";
import { readSampleNames } from "./columns.ts";
import type { HeaderLine, SplitHeader } from "./header-lines.ts";
import type { FieldDefinition } from "./info.ts";
import { readCount } from "./number.ts";
import { parseStructuredLine } from "./structured-line.ts";

/** A header that was read and screened; nothing in it is keyed by data of the file but in a Map. */
export interface VcfHeader {
  readonly fileFormat: string;
  /** 2 for VCFv4.2. */
  readonly minorVersion: number;
  /** Columns that every record must have. */
  readonly columnCount: number;
  readonly samples: readonly string[];
  /** Text behind `##key=` of every line, in file order. */
  readonly meta: readonly MetaLine[];
  readonly info: ReadonlyMap<string, FieldDefinition>;
  readonly format: ReadonlyMap<string, FieldDefinition>;
  /** As named in the file, with the length where it is given. */
  readonly rawContigs: ReadonlyMap<string, number | null>;
  readonly contigs: ReadonlyMap<Contig, number | null>;
  readonly reference: string | null;
}

export interface MetaLine {
  readonly key: string;
  readonly value: string;
  /** The items of `<...>`; null for a plain value. */
  readonly items: ReadonlyMap<string, string> | null;
}

interface Options {
  readonly name: string;
  readonly report: ReportProblem;
}

/** Versions of the format that are known. */
const versions = /^VCFv4\.([0-5])$/;

/** Reads the header. Throws Refusal "input" for an unknown version and for unusable column or sample names. */
export function readHeader(lines: SplitHeader, options: Options): VcfHeader {
  const meta = readMetaLines(lines.meta, options);
  const fileFormat = meta[0]?.value.trim() ?? "";
  const minorVersion = versions.exec(fileFormat)?.[1];
  if (minorVersion === undefined) throw unknownVersion(options.name, fileFormat);
  const { columnCount, samples } = readSampleNames(lines.columns, options);
  const rawContigs = readContigs(meta);
  return {
    fileFormat,
    minorVersion: Number(minorVersion),
    columnCount,
    samples,
    meta,
    info: readDefinitions(meta, "INFO"),
    format: readDefinitions(meta, "FORMAT"),
    rawContigs,
    contigs: normalizeContigs(rawContigs, options),
    reference: readReference(meta),
  };
}

/** Sections whose lines are always of the form `<...>`, and are used. */
const usedSections = new Set(["INFO", "FORMAT", "FILTER", "ALT", "contig"]);

function readMetaLines(lines: readonly HeaderLine[], options: Options): MetaLine[] {
  const meta: MetaLine[] = [];
  for (const { number, text } of lines) {
    const equals = text.indexOf("=");
    if (!text.startsWith("##") || equals < 3) {
      options.report(malformedLine(options.name, number));
      continue;
    }
    const value = text.slice(equals + 1);
    const items = value.startsWith("<") ? parseStructuredLine(value.trimEnd()) : null;
    if (items === null && usedSections.has(text.slice(2, equals))) {
      options.report(malformedLine(options.name, number));
    }
    meta.push({ key: text.slice(2, equals), value, items });
  }
  return meta;
}

function readDefinitions(
  meta: readonly MetaLine[],
  section: "INFO" | "FORMAT",
): Map<string, FieldDefinition> {
  const definitions = new Map<string, FieldDefinition>();
  for (const { key, items } of meta) {
    const id = items?.get("ID");
    if (key !== section || !items || id === undefined || definitions.has(id)) continue;
    definitions.set(id, {
      number: items.get("Number") ?? ".",
      type: items.get("Type") ?? "String",
      description: items.get("Description") ?? "",
    });
  }
  return definitions;
}

function readContigs(meta: readonly MetaLine[]): Map<string, number | null> {
  const contigs = new Map<string, number | null>();
  for (const { key, items } of meta) {
    const id = items?.get("ID");
    if (key === "contig" && id !== undefined) contigs.set(id, readCount(items?.get("length")));
  }
  return contigs;
}

/** A chromosome that is declared under two names with two lengths has no length to rely on. */
function normalizeContigs(
  rawContigs: ReadonlyMap<string, number | null>,
  { name, report }: Options,
): Map<Contig, number | null> {
  const contigs = new Map<Contig, number | null>();
  for (const [raw, length] of rawContigs) {
    const contig = normalizeContig(raw);
    if (contig === null) continue;
    const other = contigs.get(contig) ?? null;
    const isContradicted = other !== null && length !== null && other !== length;
    contigs.set(contig, isContradicted ? null : (length ?? other));
    if (isContradicted) report(twoLengths(name, contig));
  }
  return contigs;
}

/** `##reference`, else the assembly that the contig lines agree on. */
function readReference(meta: readonly MetaLine[]): string | null {
  const line = meta.find(({ key, value }) => key === "reference" && value !== "");
  if (line) return line.value;
  const named = meta.flatMap(({ key, items }) =>
    key === "contig" ? (items?.get("assembly") ?? []) : [],
  );
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}

function malformedLine(name: string, line: number): ReturnType<typeof makeProblem> {
  return makeProblem("vcf-header-line", "warning", "a header line is malformed and not used", {
    where: { file: name, line },
  });
}

function twoLengths(name: string, contig: Contig): ReturnType<typeof makeProblem> {
  const message = `the header declares chromosome ${contig} with two lengths; neither is used`;
  return makeProblem("vcf-contig-lengths", "warning", message, { where: { file: name } });
}

function unknownVersion(name: string, found: string): Refusal {
  const message = `${name} is of version ${showText(found)}; VCFv4.0 to VCFv4.5 are read`;
  return refuse("input", "vcf-version-unknown", message, { where: { file: name, line: 1 } });
}
