import type { Allele } from "../../model/locus.ts";
import { makeEdit } from "../models/edit.ts";
import type { BasesAt } from "../models/transcript.ts";
import { normalizeAllele } from "./normalize-allele.ts";

/**
 * Alleles of one molecule as one change, with the reference bases between them. Null when two of them change the same bases, or when a
 * base between them is not known.
 */
export function joinAlleles(alleles: readonly Allele[], bases: BasesAt): Allele | null {
  const edits = alleles
    .flatMap((allele) => makeEdit(allele, false) ?? [])
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const [head] = alleles;
  const [first] = edits;
  if (head === undefined || first === undefined || edits.length < alleles.length) return null;
  const { assembly, contig } = head;
  let { ref, alt, to } = first;
  for (const edit of edits.slice(1)) {
    if (edit.from <= to) return null;
    const between = edit.from === to + 1 ? "" : bases(contig, to + 1, edit.from - 1);
    if (!/^[ACGT]*$/.test(between)) return null;
    ref += between + edit.ref;
    alt += between + edit.alt;
    to = Math.max(to, edit.to);
  }
  if (ref !== "" && alt !== "") {
    return normalizeAllele({ assembly, contig, position: first.from, ref, alt });
  }
  const anchor = bases(contig, first.from - 1, first.from - 1);
  if (!/^[ACGT]$/.test(anchor)) return null;
  return { assembly, contig, position: first.from - 1, ref: anchor + ref, alt: anchor + alt };
}
