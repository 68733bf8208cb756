import { makeProblem, type ProblemWhere, type ReportProblem } from "../../model/problem.ts";
import { showText } from "../show-text.ts";
import type { VcfHeader } from "./header.ts";
import type { SplitHeader } from "./header-lines.ts";
import type { FieldDefinition } from "./info.ts";
import { reservedKeys } from "./reserved-keys.ts";
import { splitStructuredLine } from "./structured-line.ts";
import type { Severity } from "../../model/severity.ts";

interface Section {
  /** Keys in the order in which they must stand. */
  readonly order: readonly string[];
  readonly required: readonly string[];
}

const described = ["ID", "Number", "Type", "Description"];

/** Header lines of the form `<...>`; what they must hold depends on the version only for SAMPLE and PEDIGREE. */
function sectionOf(key: string, minorVersion: number): Section | undefined {
  switch (key) {
    case "INFO":
    case "FORMAT":
      return { order: described, required: described };
    case "ALT":
      return { order: described, required: ["ID", "Description"] };
    case "FILTER":
      return { order: ["ID", "Description"], required: ["ID", "Description"] };
    case "contig":
      return { order: ["ID"], required: ["ID"] };
    case "META":
      return {
        order: ["ID", "Number", "Type", "Values"],
        required: ["ID", "Number", "Type", "Values"],
      };
    case "SAMPLE":
      return { order: ["ID"], required: minorVersion < 3 ? ["ID", "Genomes"] : ["ID"] };
    case "PEDIGREE":
      return { order: ["ID"], required: minorVersion < 3 ? [] : ["ID"] };
    default:
      return undefined;
  }
}

interface Item {
  readonly key: string;
  readonly raw: string;
}

interface Line {
  readonly section: string;
  readonly items: readonly Item[];
  readonly minorVersion: number;
  /** Of this section; undefined where the specification reserves none. */
  readonly reserved: ReadonlyMap<string, FieldDefinition> | undefined;
}

type Flaw = (code: string, message: string, severity?: Severity) => void;

/**
 * Holds every header line to the specification of its version, beyond what reading needs. Lines that reading itself
 * reports as malformed are left to it.
 */
export function checkHeader(
  { meta, columns }: Pick<SplitHeader, "meta" | "columns">,
  options: {
    readonly name: string;
    readonly header: Pick<VcfHeader, "minorVersion" | "samples">;
    readonly report: ReportProblem;
  },
): void {
  const { name, header, report } = options;
  const { minorVersion } = header;
  checkSamples(header.samples, { where: { file: name, line: columns.number }, report });
  const seen = new Set<string>();
  const reserved = new Map([
    ["INFO", reservedKeys("INFO", minorVersion)],
    ["FORMAT", reservedKeys("FORMAT", minorVersion)],
  ]);
  for (const { number, text } of meta) {
    const flaw: Flaw = (code, message, severity = "warning") => {
      report(makeProblem(code, severity, message, { where: { file: name, line: number } }));
    };
    const equals = text.indexOf("=");
    if (!text.startsWith("##") || equals < 3) continue;
    const section = text.slice(2, equals);
    const value = text.slice(equals + 1).trim();
    if (value === "" || value === "<>") {
      flaw("vcf-header-value-missing", `header line ${showText(section)} has no value`);
    } else if (section === "assembly" || section === "pedigreeDB") {
      checkUrl(section, value, flaw);
    } else {
      const items = readItems(section, value, { minorVersion, flaw });
      const line = { section, items: items ?? [], minorVersion, reserved: reserved.get(section) };
      if (items !== null) checkStructured(line, flaw, seen);
    }
  }
}

/** Objects of JavaScript and of other languages hold such names before all others. */
function checkSamples(
  samples: readonly string[],
  { where, report }: { readonly where: ProblemWhere; readonly report: ReportProblem },
): void {
  const sample = samples.find((name) => /^\d+$/.test(name));
  if (sample === undefined) return;
  const message = `sample name ${showText(sample)} is a number; some programs put such samples first`;
  report(makeProblem("sample-name-number", "notice", message, { where }));
}

function readItems(
  section: string,
  value: string,
  options: { readonly minorVersion: number; readonly flaw: Flaw },
): readonly Item[] | null {
  const { minorVersion, flaw } = options;
  if (sectionOf(section, minorVersion) === undefined) return null;
  const items = splitStructuredLine(value);
  const isReadForUse = !["META", "SAMPLE", "PEDIGREE"].includes(section);
  if (items === null && !isReadForUse) {
    flaw("vcf-header-line", "a header line is malformed and not used");
  }
  return items;
}

function checkStructured(line: Line, flaw: Flaw, seen: Set<string>): void {
  const { section, items, minorVersion } = line;
  const rules = sectionOf(section, minorVersion);
  const keys = items.map(({ key }) => key);
  const missing = (rules?.required ?? []).filter((key) => !keys.includes(key));
  if (missing.length > 0) {
    flaw("vcf-header-key-missing", `a ${section} line has no ${missing.join(", no ")}`);
  }
  const places = (rules?.order ?? []).map((key) => keys.indexOf(key)).filter((at) => at !== -1);
  if (places.some((at, index) => at < (places[index - 1] ?? -1)) || (places[0] ?? 0) > 0) {
    const message = `the keys of a ${section} line are not in the order ${rules?.order.join(", ")}`;
    flaw("vcf-header-key-order", message);
  }
  for (const item of items) checkItem(item, line, flaw);
  checkReserved(line, flaw);
  checkAsterisk(line, flaw);
  checkRepeated(line, flaw, seen);
}

function rawOf({ items }: Line, key: string): string | undefined {
  return items.find((item) => item.key === key)?.raw;
}

const numbers = /^(?:\d+|[AG.])$/;

/** What is wrong with the value of one item; null when nothing is. */
type ValueRule = (raw: string, line: Line) => string | null;

const valueRules: ReadonlyMap<string, ValueRule> = new Map<string, ValueRule>([
  ["Description", (raw) => (raw.startsWith('"') ? null : "is not in double quotes")],
  ["ID", findInId],
  ["Number", (raw, line) => (isNumber(raw, line) ? null : "is none of the specification")],
  ["Type", (raw, line) => (isType(raw, line) ? null : "is none of the specification")],
  [
    "Values",
    (raw, { section }) =>
      section !== "META" || /^\[.*\]$/.test(raw) ? null : "is not in square brackets",
  ],
  [
    "length",
    (raw, { section }) =>
      section !== "contig" || /^\d+$/.test(raw) ? null : "is no number of bases",
  ],
]);

function findInOther(raw: string, { section, minorVersion }: Line): string | null {
  if (section === "SAMPLE" && minorVersion < 3 && raw.startsWith('"')) return "is in quotes";
  return section === "PEDIGREE" && /[\s:;<>"*]/.test(raw) ? "is no sample name" : null;
}

function checkItem({ key, raw }: Item, line: Line, flaw: Flaw): void {
  const isOpen = raw.startsWith('"') && !isQuoted(raw);
  const found = (valueRules.get(key) ?? findInOther)(raw, line);
  for (const what of [isOpen ? "holds a quote that is not escaped" : null, found]) {
    if (what === null) continue;
    const message = `${key} of a ${line.section} line ${what}: ${showText(raw)}`;
    flaw("vcf-header-value-malformed", message);
  }
}

function isQuoted(raw: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/.test(raw);
}

/** `R` came with 4.2, the counts by local alleles and by ploidy with 4.4 and 4.5. */
function isNumber(raw: string, { section, minorVersion }: Line): boolean {
  if (numbers.test(raw) || (raw === "R" && minorVersion >= 2)) return true;
  if (minorVersion >= 4 && raw === "P" && section === "FORMAT") return true;
  return minorVersion >= 5 && ["LA", "LR", "LG", "M"].includes(raw);
}

const types = ["Integer", "Float", "Character", "String"];

function isType(raw: string, { section }: Line): boolean {
  return types.includes(raw) || (section !== "FORMAT" && raw === "Flag");
}

/** Top-level types of structural variants; a subtype stands behind a colon. */
const structural = /^(?:DEL|INS|DUP|INV|CNV)$/;

function findInId(raw: string, { section, minorVersion }: Line): string | null {
  if (raw === "") return "is empty";
  if (/[\s<>]/.test(raw)) return "holds white space or an angle bracket";
  const [type = "", ...subtypes] = raw.split(":");
  // GATK declares NON_REF, and others `*`, for the allele that is not seen.
  if (section === "ALT" && !["NON_REF", "*"].includes(raw) && !structural.test(type)) {
    if (subtypes.length > 0 || minorVersion < 3) return "is no type of structural variant";
  }
  return null;
}

/** Names of HLA contigs hold asterisks; the specification has come to allow them behind the first character. */
function checkAsterisk(line: Line, flaw: Flaw): void {
  const { section, minorVersion } = line;
  const id = rawOf(line, "ID") ?? "";
  if (minorVersion < 3 || !["SAMPLE", "contig"].includes(section) || !id.includes("*")) return;
  const message = `ID of a ${section} line holds an asterisk: ${showText(id)}`;
  flaw("vcf-header-id-asterisk", message, "notice");
}

function checkReserved(line: Line, flaw: Flaw): void {
  const { section } = line;
  const id = rawOf(line, "ID") ?? "";
  const reserved = line.reserved?.get(id);
  if (reserved === undefined) return;
  for (const [key, expected] of [
    ["Number", reserved.number],
    ["Type", reserved.type],
  ] as const) {
    const found = rawOf(line, key);
    if (found === undefined || found === expected) continue;
    const message = `${section} ${id} is declared with ${key} ${showText(found)}; the specification reserves it with ${expected}`;
    flaw("vcf-header-reserved-key", message);
  }
}

function checkRepeated(line: Line, flaw: Flaw, seen: Set<string>): void {
  const id = rawOf(line, "ID");
  if (id === undefined || !["INFO", "FORMAT", "FILTER"].includes(line.section)) return;
  const name = `${line.section} ${id}`;
  if (seen.has(name)) {
    const message = `${line.section} ${showText(id)} is declared twice; the first is used`;
    flaw("vcf-header-id-repeated", message);
  }
  seen.add(name);
}

/** `scheme://user@host:port/path`, in angle brackets or not; a host of digits alone is none. */
const url = /^<?[a-z][a-z0-9+.-]*:\/\/(?:[^@/\s]*@)?([^:/?#\s<>]+)(?::\d+)?(?:[/?#]\S*)?$/i;

function checkUrl(section: string, value: string, flaw: Flaw): void {
  const host = url.exec(value)?.[1];
  if (host !== undefined && (/[a-z]/i.test(host) || /^\d+(?:\.\d+){3}$/.test(host))) return;
  flaw("vcf-header-url", `header line ${section} is no URL: ${showText(value)}`);
}
