import type { RawAnnotation, VariantCall } from "../../../src/model/observation.ts";

/** A call of one ALT, `7:140453136:A:T`, with whatever a test wants to be different. */
export function makeCall(allele: string, changes: Partial<VariantCall> = {}): VariantCall {
  const [contig = "", position = "", ref = "", alt = ""] = allele.split(":");
  return {
    given: { contig, position: Number(position), ref, alt },
    altIndex: 1,
    altCount: 1,
    failedFilters: [],
    support: {
      kind: "reads",
      vaf: 0.4,
      depth: 100,
      altReads: 40,
      rule: "FORMAT/AD of sample TUMOR",
      genotype: "alt called",
    },
    annotations: [],
    provenance: { file: "case.vcf", line: 12, sample: "TUMOR" },
    ...changes,
  };
}

/** An annotation whose entries are given as objects by column. */
export function makeAnnotation(
  dialect: RawAnnotation["dialect"],
  fields: readonly string[],
  entries: readonly Readonly<Record<string, string>>[],
): RawAnnotation {
  return {
    dialect,
    fields,
    entries: entries.map((entry) => fields.map((field) => entry[field] ?? "").join("|")),
  };
}
