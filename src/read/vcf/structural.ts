import { normalizeContig } from "../../model/contig-name.ts";
import type { ReadSupport } from "../../model/observation.ts";
import type { Breakend, StructuralCall } from "../structural/structural-call.ts";
import { classifyAlt } from "./alt.ts";
import type { ReadInfo } from "./info.ts";
import { readCount } from "./number.ts";
import { readStructuralSupport } from "./structural-support.ts";
import type { SkippedAlt, VariantRecord } from "../variant-reader.ts";
import type { StructuralRecord } from "./structural-record.ts";

/** One ALT of the record. */
interface StructuralAlt {
  readonly alt: string;
  /** 1-based. */
  readonly index: number;
  readonly genotype: ReadSupport["genotype"];
}

/** Why an allele is no junction. */
type NoJunction = Omit<SkippedAlt, "alt">;

type Junction = Pick<StructuralCall, "ends" | "inserted">;

/** Deletions of fewer bases are small variants (the limit that callers of structural variants share). */
const shortestDeletion = 50;

const noJunctions = {
  small: {
    code: "small-allele-in-sv-file",
    reason: `The allele changes fewer than ${shortestDeletion} bases: it is a small variant.`,
  },
  insertion: {
    code: "inserted-sequence",
    reason: "An insertion joins no two places of the genome.",
  },
  type: {
    code: "sv-type-not-a-junction",
    reason: "The type of the record does not say which two places are joined.",
  },
  end: {
    code: "sv-end-missing",
    reason: "The record states neither END nor SVLEN, so that its other end is not known.",
  },
  none: { code: "no-structural-allele", reason: "The record states no structural allele." },
} as const;

/** The junctions of every ALT of a record, and the alleles that are none. */
export function readStructuralAlts(
  record: StructuralRecord,
  alts: readonly StructuralAlt[],
): NonNullable<VariantRecord["structural"]> {
  const calls: StructuralCall[] = [];
  const passedOver: SkippedAlt[] = [];
  for (const alt of alts) {
    const found = readStructural(record, alt);
    if ("code" in found) passedOver.push({ alt: alt.alt, ...found });
    else calls.push(...found);
  }
  return { calls, passedOver };
}

/**
 * The junctions of one ALT (VCF 4.3, 5.4; for symbolic alleles END or SVLEN, CHR2, and the orientation in CT of DELLY, STRANDS of
 * Sniffles, SURVIVOR and LUMPY, INV3 and INV5 of Manta). An inversion without an orientation is two junctions. Linear in the length of
 * the ALT.
 */
function readStructural(
  record: StructuralRecord,
  { alt, index, genotype }: StructuralAlt,
): readonly StructuralCall[] | NoJunction {
  const type = textOf(record.info, "SVTYPE", index);
  const junctions = readJunctions(record, { alt, index, type });
  if ("code" in junctions) return junctions;
  const shared = {
    line: record.line,
    id: record.id === "." ? null : record.id,
    mate: textOf(record.info, "MATEID", 1) ?? textOf(record.info, "PARID", 1),
    method: textOf(record.info, "SVMETHOD", 1),
    type: type ?? symbolOf(alt) ?? "BND",
    failedFilters: record.failedFilters,
    genotype,
    support: readStructuralSupport(record),
  };
  return junctions.map((junction) => ({ ...shared, ...junction }));
}

function readJunctions(
  record: StructuralRecord,
  { alt, index, type }: { alt: string; index: number; type: string | null },
): readonly Junction[] | NoJunction {
  const kind = classifyAlt(alt, record.ref);
  if (kind.kind === "allele") return readSequence(record, alt);
  if (kind.kind === "skipped" && kind.code === "breakend") return [readBreakend(record, alt)];
  const symbol = symbolOf(alt);
  return symbol === null ? noJunctions.none : readSymbolic(record, { symbol, index, type });
}

/** `DUP` of `<DUP:TANDEM>`; null for what is no symbolic allele. */
function symbolOf(alt: string): string | null {
  const name = /^<([^<>\s,]+)>$/.exec(alt)?.[1];
  if (name === undefined || name === "*" || name === "NON_REF") return null;
  return name.split(":", 1)[0] ?? null;
}

function placeOf(rawContig: string, position: number, keeps: Breakend["keeps"]): Breakend {
  return { contig: normalizeContig(rawContig) ?? rawContig, position, keeps };
}

/** `t[p[`: left of here and right of p; `t]p]`: left and left; `]p]t`: right and left; `[p[t`: right and right. */
function readBreakend({ rawContig, position, ref }: StructuralRecord, alt: string): Junction {
  const open = alt.search(/[[\]]/);
  if (open === -1) {
    const keeps = alt.startsWith(".") ? "right" : "left";
    return { ends: [placeOf(rawContig, position, keeps), null], inserted: alt.length - 2 };
  }
  const close = alt.lastIndexOf(alt.charAt(open));
  const mate = alt.slice(open + 1, close);
  const colon = mate.lastIndexOf(":");
  const here = placeOf(rawContig, position, open === 0 ? "right" : "left");
  const there = placeOf(
    mate.slice(0, colon).replace(/^<(.*)>$/, "$1"),
    Number(mate.slice(colon + 1)),
    alt.charAt(open) === "[" ? "right" : "left",
  );
  const bases = alt.length - (close - open + 1);
  return { ends: [here, there], inserted: Math.max(0, bases - ref.length) };
}

/** A deletion that is written with its bases. */
function readSequence(
  { rawContig, position, ref }: StructuralRecord,
  alt: string,
): readonly Junction[] | NoJunction {
  const shorter = Math.min(ref.length, alt.length);
  let prefix = 0;
  while (prefix < shorter && ref.charAt(prefix) === alt.charAt(prefix)) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && ref.at(-1 - suffix) === alt.at(-1 - suffix)) suffix += 1;
  const deleted = ref.length - prefix - suffix;
  if (deleted < shortestDeletion) {
    return alt.length - ref.length >= shortestDeletion ? noJunctions.insertion : noJunctions.small;
  }
  const left = placeOf(rawContig, position + prefix - 1, "left");
  const right = placeOf(rawContig, position + prefix + deleted, "right");
  return [{ ends: [left, right], inserted: alt.length - prefix - suffix }];
}

type Sides = readonly [Breakend["keeps"], Breakend["keeps"]];

/** CT of DELLY and novoBreak names the ends of the pieces that are joined; a piece that is joined at its 3' end lies left. */
const sidesByConnection: ReadonlyMap<string, Sides> = new Map([
  ["3to5", ["left", "right"]],
  ["5to3", ["right", "left"]],
  ["3to3", ["left", "left"]],
  ["5to5", ["right", "right"]],
  ["+-", ["left", "right"]],
  ["-+", ["right", "left"]],
  ["++", ["left", "left"]],
  ["--", ["right", "right"]],
]);

/** Sides by type where nothing else states them. */
const sidesByType: ReadonlyMap<string, readonly Sides[]> = new Map<string, readonly Sides[]>([
  ["DEL", [["left", "right"]]],
  ["DUP", [["right", "left"]]],
  [
    "INV",
    [
      ["left", "left"],
      ["right", "right"],
    ],
  ],
  ["TRA", [[null, null]]],
  ["CTX", [[null, null]]],
  ["BND", [[null, null]]],
]);

function readSymbolic(
  record: StructuralRecord,
  { symbol, index, type }: { symbol: string; index: number; type: string | null },
): readonly Junction[] | NoJunction {
  const { info, rawContig, position } = record;
  if (symbol === "INS") return noJunctions.insertion;
  const byType = sidesByType.get(symbol) ?? sidesByType.get(type ?? "");
  if (byType === undefined) return noJunctions.type;
  const otherContig = textOf(info, "CHR2", 1) ?? rawContig;
  const end = readEnd(info, { position, index });
  if (end === null) return noJunctions.end;
  const stated = statedSides(info);
  const inserted = readCount(textOf(info, "INSLEN", 1) ?? undefined);
  return (stated.length === 0 ? byType : stated).map(([here, there]) => ({
    ends: [
      placeOf(rawContig, here === "right" ? position + 1 : position, here),
      placeOf(otherContig, there === "right" ? end + 1 : end, there),
    ],
    inserted,
  }));
}

/** Several where LUMPY counts the reads of both junctions of an inversion: `++:4,--:2`. Empty where nothing is stated. */
function statedSides(info: ReadInfo): readonly Sides[] {
  if (info.values.has("INV3")) return [["left", "left"]];
  if (info.values.has("INV5")) return [["right", "right"]];
  const value = info.values.get("CT") ?? info.values.get("STRANDS");
  const items = typeof value === "string" ? value.split(",") : [];
  return items.flatMap((item) => {
    // SURVIVOR and LUMPY append counts: `+-:5`.
    const [connection = "", reads] = item.split(":", 2);
    const sides = sidesByConnection.get(connection);
    return sides === undefined || reads === "0" ? [] : [sides];
  });
}

/** END, else POS and the length of the event. */
function readEnd(
  info: ReadInfo,
  { position, index }: { position: number; index: number },
): number | null {
  const end = readCount(textOf(info, "POS2", 1) ?? textOf(info, "END", 1) ?? undefined);
  if (end !== null) return end;
  const length = readCount(textOf(info, "SVLEN", index)?.replace("-", ""));
  return length === null ? null : position + length;
}

/** The item of a value that belongs to the ALT, else the first; null when it is missing. */
function textOf(info: ReadInfo, key: string, index: number): string | null {
  const value = info.values.get(key);
  if (typeof value !== "string") return null;
  const items = value.split(",");
  const item = items[index - 1] ?? items[0] ?? "";
  return item === "" || item === "." ? null : item;
}
