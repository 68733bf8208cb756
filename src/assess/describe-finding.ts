/** A finding in one line: allele and HGVS. What supports it stands beside it in the report. */
import { copyThresholds } from "../annotate/copy-number/copy-thresholds.ts";
import type {
  Alteration,
  CopyNumberAlteration,
  ExonChange,
  Fusion,
  IhcResult,
  SignatureStatus,
  TranscriptConsequence,
} from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { Finding } from "../model/report.ts";

/** `7:140453136 A>T (GRCh37); ENST00000288602:c.1799T>A; p.V600E`. Positions are 1-based. */
export function describeFinding(
  { alteration }: Observation,
  consequence: TranscriptConsequence | null,
): string {
  return [describeAlteration(alteration), ...describeConsequence(consequence)]
    .filter((part) => part !== "")
    .join("; ");
}

function describeConsequence(consequence: TranscriptConsequence | null): string[] {
  const { coding, protein } = consequence === null ? unnamed : nameConsequence(consequence);
  return [coding ?? "", protein ?? ""];
}

const unnamed = { coding: null, protein: null };

/** `ENST00000288602:c.1799T>A` and `p.V600E`. */
export function nameConsequence({
  transcript,
  codingChange,
  proteinChange,
  fullChange,
}: TranscriptConsequence): NonNullable<Finding["hgvs"]> {
  return {
    coding: codingChange === null ? null : [transcript, codingChange].filter(Boolean).join(":"),
    protein: proteinChange === null ? null : `p.${fullChange ?? proteinChange}`,
  };
}

function describeAlteration(alteration: Alteration): string {
  switch (alteration.kind) {
    case "small-variant": {
      if (alteration.allele === null) return "named without its allele";
      const { assembly, contig, position, ref, alt } = alteration.allele;
      return `${contig}:${position} ${ref}>${alt} (${assembly})`;
    }
    case "copy-number":
      return describeCopies(alteration);
    case "fusion":
      return describeFusion(alteration);
    case "exon-change":
      return describeExons(alteration);
    case "expression":
      return `${alteration.molecule} ${alteration.direction}`;
    case "signature":
      return describeSignature(alteration);
    case "ihc":
      return describeStain(alteration);
  }
}

/** `amplification, 12 copies, ploidy 3.1, one allele lost; 17:37800001-37900000 (0.1 Mb, focal)`; replayed reports read its first part. */
function describeCopies(alteration: CopyNumberAlteration): string {
  const { change, copies, ploidy, adjusted, oneAlleleLost, part, segment } = alteration;
  const facts = [
    change,
    copies === null ? "" : `${copies} copies`,
    ploidy === undefined ? "" : `ploidy ${ploidy}`,
    adjusted === false ? "not adjusted for purity" : "",
    oneAlleleLost === true ? "one allele lost" : "",
    part === undefined ? "" : describePart(part),
  ];
  const place = segment === undefined ? [] : [describeSegment(change, segment)];
  return [facts.filter(Boolean).join(", "), ...place].join("; ");
}

function describePart({ share }: NonNullable<CopyNumberAlteration["part"]>): string {
  return share === null
    ? "in a part of the gene"
    : `in ${Math.round(share * 100)}% of the transcript`;
}

/** How far a gain or an amplification reaches: up to 10 Mb it is focal (SHIVA, PMC4830395). */
function describeSegment(
  change: CopyNumberAlteration["change"],
  { contig, start, end }: NonNullable<CopyNumberAlteration["segment"]>,
): string {
  const size = end - start + 1;
  const isMore = change === "amplification" || change === "gain";
  const breadth = size <= copyThresholds.focalUpTo ? "focal" : "broad";
  const millions = size < 10_000 ? "below 0.01" : String(Math.round(size / 10_000) / 100);
  return `${contig}:${start}-${end} (${millions} Mb${isMore ? `, ${breadth}` : ""})`;
}

/** Each fact in words that `run/stored/observation-of-finding.ts` reads again. */
function describeFusion(fusion: Fusion): string {
  const facts = [
    `${fusion.fivePrime ?? "?"}::${fusion.threePrime ?? "?"}`,
    ...describeFrame(fusion.inFrame),
    ...(fusion.promoterSwap === true ? ["promoter swap"] : []),
    ...(fusion.reciprocal === true ? ["both products seen"] : []),
    ...(fusion.ordered === false ? ["order of the partners not stated"] : []),
    ...(fusion.open === undefined ? [] : [`${fusion.open} not known`]),
    ...(fusion.kinaseDomain === undefined ? [] : [`kinase domain ${fusion.kinaseDomain}`]),
  ];
  return facts.join(", ");
}

function describeFrame(inFrame: boolean | null | undefined): string[] {
  if (inFrame === null || inFrame === undefined) return [];
  return [inFrame ? "in frame" : "out of frame"];
}

function describeExons({ change, exons, inFrame, partial }: ExonChange): string {
  const facts = [...describeFrame(inFrame), ...(partial === true ? ["one of them in part"] : [])];
  return [`${change} of ${nameExons(exons)}`, ...facts].join(", ");
}

function nameExons(exons: ExonChange["exons"]): string {
  if (exons === null) return "exons";
  const { from, to } = exons;
  return from === to ? `exon ${from}` : `exons ${from}-${to}`;
}

function describeSignature({ value, unit, status, method }: SignatureStatus): string {
  const measured = value === null ? "" : [String(value), unit].filter(Boolean).join(" ");
  return [measured, status, method].filter(Boolean).join("; ");
}

function describeStain({ score, unit, assay, clone }: IhcResult): string {
  const stained = [score, unit].filter(Boolean).join(" ");
  return [stained, assay, clone === null ? "" : `clone ${clone}`].filter(Boolean).join("; ");
}
