import { readCount } from "./number.ts";
import { showText } from "../show-text.ts";
import type { Note } from "./check-columns.ts";
import { column } from "./record-faults.ts";

/** Alleles and breakend mates that are remembered at once; beyond it no more are, and memory stays flat. */
const remembered = 100_000;

/** A breakend whose mate has not been seen. */
interface OpenMate {
  readonly id: string;
  readonly line: number;
}

export interface OrderCheck {
  add(fields: readonly string[], line: number, note: Note): void;
  /** Breakends whose INFO/MATEID names no record of the file; null when there were more than are remembered. */
  openMates(): readonly OpenMate[] | null;
}

/** What only a comparison of records shows: the order of contigs and positions, repeated alleles, absent mates. */
export function makeOrderCheck(): OrderCheck {
  const leftContigs = new Set<string>();
  const alleles = makeAlleleWindow();
  const mates = makeMateList();
  let contig: string | null = null;
  let position = 0;
  return {
    openMates: mates.open,
    add(fields, line, note) {
      const rawContig = fields[column.chrom] ?? "";
      const found = readCount(fields[column.pos] ?? "");
      mates.add(fields, line);
      // Contigs of an assembly file are not of the reference, and have no place in its order.
      if (rawContig.startsWith("<")) return;
      if (rawContig !== contig) {
        if (leftContigs.has(rawContig)) {
          const message = `records of ${showText(rawContig)} do not stand together`;
          note({ code: "vcf-contig-split", message, field: column.chrom });
        }
        if (contig !== null) leftContigs.add(contig);
        contig = rawContig;
        position = 0;
        alleles.clear();
      }
      if (found === null) return;
      if (found < position) {
        const message = `POS ${found} stands behind ${position}: the file is not sorted`;
        note({ code: "vcf-unsorted", message, field: column.pos });
      }
      position = found;
      for (const alt of (fields[column.alt] ?? "").split(",")) {
        const before = alleles.add({ position, ref: fields[column.ref] ?? "", alt, line });
        if (before === null || before === line) continue;
        const message = `ALT ${showText(alt)} is the same change as one on line ${before}`;
        // Imprecise structural variants of one place can be told apart by their INFO.
        const severity = alt.startsWith("<") ? "notice" : "warning";
        note({ code: "vcf-allele-repeated", message, field: column.alt, severity });
      }
    },
  };
}

interface PlacedAllele {
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly line: number;
}

/**
 * The alleles that a later record of a sorted file can still repeat. `add` gives the line that had the allele before, or
 * null. Alleles are compared without the bases that REF and ALT share, so that other contexts are seen.
 */
function makeAlleleWindow(): { add(allele: PlacedAllele): number | null; clear(): void } {
  const lines = new Map<string, number>();
  const keys: { readonly position: number; readonly key: string }[] = [];
  return {
    clear() {
      lines.clear();
      keys.length = 0;
    },
    add(allele) {
      const trimmed = trimAllele(allele);
      if (trimmed === null) return null;
      if (keys.length >= remembered) {
        const kept = keys.filter(({ position }) => position >= allele.position);
        for (const { position, key } of keys) if (position < allele.position) lines.delete(key);
        keys.splice(0, keys.length, ...(kept.length < remembered / 2 ? kept : []));
        if (keys.length === 0) lines.clear();
      }
      const key = `${trimmed.position} ${trimmed.ref} ${trimmed.alt}`;
      const before = lines.get(key);
      if (before !== undefined) return before;
      // A hostile record is one long line; its alleles are not kept.
      if (key.length > 10_000) return null;
      lines.set(key, allele.line);
      keys.push({ position: trimmed.position, key });
      return null;
    },
  };
}

/** Symbolic alleles and `.` as they are; null for breakends and what cannot be read. */
function trimAllele({ position, ref, alt }: PlacedAllele): Omit<PlacedAllele, "line"> | null {
  if (alt === "." || alt.startsWith("<")) return { position, ref, alt };
  if (!/^[ACGTN]+$/i.test(alt) || !/^[ACGTN]+$/i.test(ref)) return null;
  const reference = ref.toUpperCase();
  const alternate = alt.toUpperCase();
  // Most variants of a genome.
  if (reference.length === 1 && alternate.length === 1 && reference !== alternate) {
    return { position, ref: reference, alt: alternate };
  }
  const shorter = Math.min(reference.length, alternate.length);
  let suffix = 0;
  while (suffix < shorter && reference.at(-1 - suffix) === alternate.at(-1 - suffix)) suffix += 1;
  let prefix = 0;
  while (prefix < shorter - suffix && reference[prefix] === alternate[prefix]) prefix += 1;
  return {
    position: position + prefix,
    ref: reference.slice(prefix, reference.length - suffix),
    alt: alternate.slice(prefix, alternate.length - suffix),
  };
}

function makeMateList(): {
  add(fields: readonly string[], line: number): void;
  open(): OpenMate[] | null;
} {
  const ids = new Set<string>();
  const wanted = new Map<string, number>();
  let isFull = false;
  return {
    add(fields, line) {
      if (isFull || !/[[\]]/.test(fields[column.alt] ?? "")) return;
      for (const id of (fields[column.id] ?? "").split(";")) ids.add(id);
      const mates = /(?:^|;)MATEID=([^;]*)/.exec(fields[column.info] ?? "")?.[1];
      for (const id of mates?.split(",") ?? []) {
        if (id !== "." && !wanted.has(id)) wanted.set(id, line);
      }
      isFull = ids.size > remembered || wanted.size > remembered;
    },
    open: () =>
      isFull
        ? null
        : [...wanted].filter(([id]) => !ids.has(id)).map(([id, line]) => ({ id, line })),
  };
}
