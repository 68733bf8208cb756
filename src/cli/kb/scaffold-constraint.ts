import type { Constraint } from "../../constraints/constraints.ts";
import type { Alteration } from "../../model/alteration.ts";

/** The constraint that an alteration as a curator names it is meant by; null when it cannot be one. */
export function scaffoldConstraint(gene: string, alteration: Alteration): Constraint | null {
  switch (alteration.kind) {
    case "small-variant": {
      const change = alteration.consequences[0]?.proteinChange;
      return change ? { type: "protein-change", gene, change } : null;
    }
    case "copy-number": {
      const { change } = alteration;
      if (change === "copy-neutral-loh") return null;
      return {
        type: "copy-number",
        gene,
        change: change === "homozygous-deletion" ? "deletion" : change,
      };
    }
    case "fusion": {
      const { fivePrime, threePrime } = alteration;
      if (fivePrime === null || threePrime === null) return { type: "fusion", gene };
      return { type: "fusion", fivePrime, threePrime };
    }
    case "expression":
      return {
        type: "expression",
        gene,
        molecule: alteration.molecule,
        ...(alteration.site === undefined ? {} : { site: alteration.site }),
        direction: alteration.direction,
      };
    case "exon-change": {
      const { change, exons } = alteration;
      return exons === null
        ? null
        : { type: "exon-change", gene, change, exons: [exons.from, exons.to] };
    }
    case "signature":
    case "ihc":
      return null;
  }
}
