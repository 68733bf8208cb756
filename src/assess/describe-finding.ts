/** A finding in one line: allele and HGVS. What supports it stands beside it in the report. */
import type {
  Alteration,
  ExonChange,
  IhcResult,
  SignatureStatus,
  TranscriptConsequence,
} from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";

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
  if (consequence === null) return [];
  const { transcript, codingChange, proteinChange, fullChange } = consequence;
  return [
    codingChange === null ? "" : [transcript, codingChange].filter(Boolean).join(":"),
    proteinChange === null ? "" : `p.${fullChange ?? proteinChange}`,
  ];
}

function describeAlteration(alteration: Alteration): string {
  switch (alteration.kind) {
    case "small-variant": {
      if (alteration.allele === null) return "named without its allele";
      const { assembly, contig, position, ref, alt } = alteration.allele;
      return `${contig}:${position} ${ref}>${alt} (${assembly})`;
    }
    case "copy-number":
      return alteration.copies === null
        ? alteration.change
        : `${alteration.change}, ${alteration.copies} copies`;
    case "fusion":
      return `${alteration.fivePrime ?? "?"}::${alteration.threePrime ?? "?"}`;
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

function describeExons({ change, exons }: ExonChange): string {
  if (exons === null) return `${change} of exons`;
  const { from, to } = exons;
  return from === to ? `${change} of exon ${from}` : `${change} of exons ${from}-${to}`;
}

function describeSignature({ value, unit, status, method }: SignatureStatus): string {
  const measured = value === null ? "" : [String(value), unit].filter(Boolean).join(" ");
  return [measured, status, method].filter(Boolean).join("; ");
}

function describeStain({ score, unit, assay, clone }: IhcResult): string {
  const stained = [score, unit].filter(Boolean).join(" ");
  return [stained, assay, clone === null ? "" : `clone ${clone}`].filter(Boolean).join("; ");
}
