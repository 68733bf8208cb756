import type { VariantCall } from "../model/observation.ts";

/** Of an alteration that is asked about as if it were in the case: it was called, and no file says by how many reads. */
export const supposed: Pick<VariantCall, "support" | "provenance"> = {
  support: {
    kind: "reads",
    vaf: null,
    depth: null,
    altReads: null,
    rule: null,
    genotype: "alt called",
  },
  provenance: { file: "-", line: null, sample: null },
};
