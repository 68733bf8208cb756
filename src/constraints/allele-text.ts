/** Reads the genomic alleles and spans of knowledgebase files. */
import { normalizeAllele } from "../annotate/alleles/normalize-allele.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Allele, Assembly, Locus } from "../model/locus.ts";
import { assemblies } from "../model/locus.ts";
import type { AllelesField, SpansField } from "./constraint-fields.ts";

/** Reads `7:140453136:A:T` (1-based, as in VCF) and trims it; null when it is not of that form. */
export function parseAlleleText(text: string, assembly: Assembly): Allele | null {
  // Read by index: taking the parts by a pattern costs three times as much over some thousand alleles.
  const parts = text.split(":");
  const contig = parts[0];
  const ref = parts[2];
  const alt = parts[3];
  if (!contig || !ref || !alt || parts.length !== 4) return null;
  return normalizeAllele({ assembly, contig, position: Number(parts[1]), ref, alt });
}

/** Reads `7:55242415-55242513` (1-based, closed); null when it is not of that form or runs backwards. */
export function parseSpanText(text: string, assembly: Assembly): Locus | null {
  const parts = /^([^:]+):(\d+)-(\d+)$/.exec(text);
  const [contig, start, end] = [parts?.[1], Number(parts?.[2]), Number(parts?.[3])];
  return contig !== undefined && start <= end ? { assembly, contig, start, end } : null;
}

/** The 1-based closed interval of the reference bases that an allele replaces. */
export function locusOf(allele: Allele): Locus {
  const { assembly, contig, position, ref } = allele;
  return { assembly, contig, start: position, end: position + ref.length - 1 };
}

/** True when two closed intervals of one assembly share a base. */
export function overlaps(a: Locus, b: Locus): boolean {
  return a.assembly === b.assembly && a.contig === b.contig && a.start <= b.end && b.start <= a.end;
}

/** Every readable allele of both builds. */
export function readAlleles(alleles: AllelesField | undefined): Allele[] {
  const read: Allele[] = [];
  for (const assembly of assemblies) {
    for (const text of alleles?.[assembly] ?? []) {
      const allele = parseAlleleText(text, assembly);
      if (allele !== null) read.push(allele);
    }
  }
  return read;
}

/**
 * True when the field names this allele, which is normalized, on the allele's own build. The checks of a knowledgebase hold it to
 * the same shortest writing, so that the texts are compared.
 */
export function namesAllele(alleles: AllelesField | undefined, allele: Allele): boolean {
  const { assembly, contig, position, ref, alt } = allele;
  const texts = alleles?.[assembly] ?? [];
  return texts.length > 0 && texts.includes(`${contig}:${position}:${ref}:${alt}`);
}

/** True when the field names a part of a change of several codons. */
export function namesPart(
  alleles: AllelesField | undefined,
  { parts = [] }: Pick<SmallVariant, "parts">,
): boolean {
  return parts.some((part) => namesAllele(alleles, part));
}

/** Every readable span of both builds. */
export function readSpans(spans: SpansField | undefined): Locus[] {
  return assemblies.flatMap((assembly) => {
    const text = spans?.[assembly];
    return (text === undefined ? null : parseSpanText(text, assembly)) ?? [];
  });
}
