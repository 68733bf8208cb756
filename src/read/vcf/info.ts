import { mostProblems } from "./limit-problems.ts";
import { showText } from "../show-text.ts";
import { countPlainItems, isOfType } from "./number.ts";

/** What the header says of an INFO or FORMAT key. */
export interface FieldDefinition {
  /** `1`, `A`, `R`, `G`, `.`, ... as written. */
  readonly number: string;
  /** `Integer`, `Float`, `Flag`, `Character` or `String`, as written. */
  readonly type: string;
  readonly description: string;
}

/** A flaw of one item; the value is used where it can be, and never invented. */
interface FieldFlaw {
  readonly code: string;
  readonly message: string;
  /** 0-based, in characters from the start of the INFO column. */
  readonly offset: number;
}

export interface ReadInfo {
  /** Values as written, still percent-encoded; `true` for a key without one. Of a repeated key the first stands. */
  readonly values: ReadonlyMap<string, string | true>;
  readonly flaws: readonly FieldFlaw[];
}

/**
 * Reads an INFO column and checks it against the header; `altCount` is null where ALT is `.`. Flaws beyond those that are
 * listed are not looked for.
 */
export function readInfo(
  text: string,
  definitions: ReadonlyMap<string, FieldDefinition>,
  altCount: number | null,
): ReadInfo {
  const values = new Map<string, string | true>();
  const flaws: FieldFlaw[] = [];
  if (text === ".") return { values, flaws };
  let offset = 0;
  for (const item of text.split(";")) {
    const equals = item.indexOf("=");
    const key = equals === -1 ? item : item.slice(0, equals);
    const value = equals === -1 ? true : item.slice(equals + 1);
    const isRepeated = values.has(key);
    if (flaws.length <= mostProblems) {
      const flaw = isRepeated
        ? repeatedKey(key)
        : findFlaw(key, value, { definition: definitions.get(key), altCount });
      if (flaw !== null) flaws.push({ ...flaw, offset });
    }
    if (key !== "" && !isRepeated) values.set(key, value);
    offset += item.length + 1;
  }
  return { values, flaws };
}

/** The commonest item of all: one number where one belongs. */
function isPlainOne(value: string | true, definition: FieldDefinition | undefined): boolean {
  if (value === true || definition?.number !== "1") return false;
  return countPlainItems(value, definition.type) === 1;
}

type Flaw = Omit<FieldFlaw, "offset">;

function repeatedKey(key: string): Flaw {
  const message = `INFO key ${showText(key)} stands twice; the first is used`;
  return { code: "info-key-repeated", message };
}

function findFlaw(
  key: string,
  value: string | true,
  { definition, altCount }: { definition: FieldDefinition | undefined; altCount: number | null },
): Flaw | null {
  if (isPlainOne(value, definition)) return null;
  if (key === "") return { code: "info-key-empty", message: "INFO holds an item without a key" };
  if (definition?.type === "Flag") {
    if (value === true) return null;
    return {
      code: "info-flag-value",
      message: `INFO flag ${showText(key)} has a value, which is not read`,
    };
  }
  if (value === "" || (value === true && definition !== undefined)) {
    const message = `INFO key ${showText(key)} has no value; it counts as missing`;
    return { code: "info-value-missing", message };
  }
  if (definition === undefined || value === true) return null;
  const flaw = findValueFlaw(value, definition, { altCount, ploidy: null });
  return (
    flaw && { code: `info-value-${flaw.code}`, message: `INFO ${showText(key)} ${flaw.message}` }
  );
}

/**
 * What is wrong with a value of an INFO or FORMAT key by the header's Type and Number; null when nothing is. The code and the
 * message are parts, to be put behind the name of the field.
 */
export function findValueFlaw(
  value: string,
  definition: FieldDefinition,
  counts: AlleleCounts,
): { readonly code: "malformed" | "count"; readonly message: string } | null {
  const { number, type } = definition;
  const plain = countPlainItems(value, type);
  if (plain > 0) {
    const wanted = expectedCount(number, counts);
    if (wanted === null || wanted === plain) return null;
  }
  // Most values are one item, and most records of a genome have a dozen of them.
  const isOne = value !== "" && !value.includes(",");
  const isAny = number === "1" || (type !== "Integer" && type !== "Float");
  if (isOne && isAny && isOfType(value, type)) return null;
  const items = value.split(",");
  // A comma in text may be text, and so may two of them: PAVE leaves values of `IMPACT` empty.
  if (type === "String" && items.length > 1) return null;
  const bad = items.find((item) => item === "" || !isOfType(item, type));
  if (bad !== undefined) {
    const found = bad === "" ? "an empty item" : showText(bad);
    const message = `is ${type} and holds ${found}; it counts as missing`;
    return { code: "malformed", message };
  }
  // A comma in text may be text: only numbers are counted.
  if (type !== "Integer" && type !== "Float") return null;
  const expected = expectedCount(number, counts);
  if (expected === null || items.length === expected || value === ".") return null;
  return { code: "count", message: `has ${items.length} values where ${expected} belong` };
}

/** What the number of values of a key depends on; null where it is not known or not checked. */
export interface AlleleCounts {
  readonly altCount: number | null;
  readonly ploidy: number | null;
}

/** Values that a key has by its Number; null when that is open. */
function expectedCount(number: string, { altCount, ploidy }: AlleleCounts): number | null {
  if (number === "A") return altCount;
  if (number === "R") return altCount === null ? null : altCount + 1;
  if (number === "1") return 1;
  if (/^[1-9]\d*$/.test(number)) return Number(number);
  if (altCount === null) return null;
  return number === "G" && ploidy !== null ? countGenotypes(altCount + 1, ploidy) : null;
}

/** Unordered genotypes of `ploidy` alleles out of `alleles` (VCF 4.3, 1.6.2). */
function countGenotypes(alleles: number, ploidy: number): number {
  let count = 1;
  for (let index = 1; index <= ploidy; index++) count = (count * (alleles - 1 + index)) / index;
  return count;
}
