/** A finding in one line: allele and HGVS. What supports it stands beside it in the report. */
import type { Alteration, TranscriptConsequence } from "../model/alteration.ts";
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
  const { transcript, codingChange, proteinChange } = consequence;
  return [
    codingChange === null ? "" : [transcript, codingChange].filter(Boolean).join(":"),
    proteinChange === null ? "" : `p.${proteinChange}`,
  ];
}

function describeAlteration(alteration: Alteration): string {
  switch (alteration.kind) {
    case "small-variant": {
      const { assembly, contig, position, ref, alt } = alteration.allele;
      return `${contig}:${position} ${ref}>${alt} (${assembly})`;
    }
    case "copy-number":
      return alteration.copies === null
        ? alteration.change
        : `${alteration.change}, ${alteration.copies} copies`;
    case "fusion":
      return `${alteration.fivePrime ?? "?"}::${alteration.threePrime ?? "?"}`;
    case "expression":
      return `${alteration.molecule} ${alteration.direction}`;
  }
}
