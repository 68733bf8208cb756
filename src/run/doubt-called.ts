import { annotateCall } from "../annotate/annotate-call.ts";
import type { DoubtfulCall } from "../match/callability.ts";
import { alleleKey } from "../model/alteration.ts";
import type { Assembly } from "../model/locus.ts";
import { makeProblem } from "../model/problem.ts";
import type { CalledAllele, CallabilityTable } from "../read/callable/callable-table.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import type { Stage } from "./stage.ts";
import { isTelling } from "./variants/take-records.ts";

/**
 * Places where a file of coverage calls an allele that the variants of the case do not hold: they were read, and are not of wild type for that. One
 * that the knowledgebase names is a warning. Alleles that no statement could mean are passed over, as those of the variants are.
 */
export function doubtCalled(
  { file, calls = [] }: Pick<CallabilityTable, "file" | "calls">,
  {
    assembly,
    variants,
  }: { readonly assembly: Assembly; readonly variants: InterpretedVariants | null },
  stage: Stage,
): DoubtfulCall[] {
  const { index, request, report } = stage;
  const held = new Set(
    (variants?.observations ?? []).flatMap(({ alteration: { allele } }) =>
      allele === null ? [] : [alleleKey(allele)],
    ),
  );
  const context = {
    assembly,
    models: request.models?.(assembly),
    knownAllele: index.knownAllele,
    currentSymbol: index.currentSymbol,
  };
  return calls.flatMap((call) => {
    const observation = annotateCall(asVariant(call, file), context);
    const { allele } = observation.alteration;
    const key = alleleKey(allele);
    if (held.has(key) || !isTelling(observation, stage)) return [];
    const { contig, position, ref, line, failedFilters } = call;
    const filtered = failedFilters.length === 0 ? "" : `, filtered as ${failedFilters.join(", ")}`;
    const why = `${observation.label} is called there${filtered}, and is not among the variants (${file}:${line})`;
    if (index.knownAllele(key) !== undefined) {
      const message = `${observation.label} is called${filtered}, and the variants of the case do not hold it: nothing there counts as wild type`;
      const hint = "Look at the reads; if the allele is there, give the VCF that holds it.";
      report(
        makeProblem("called-beside-variants", "warning", message, { where: { file, line }, hint }),
      );
    }
    return { contig, start: position, end: position + ref.length - 1, why };
  });
}

function asVariant(
  { contig, position, ref, alt, line, failedFilters }: CalledAllele,
  file: string,
): Parameters<typeof annotateCall>[0] {
  const numbers = { vaf: null, depth: null, altReads: null, rule: null };
  return {
    given: { contig, position, ref, alt },
    altIndex: 1,
    altCount: 1,
    failedFilters,
    support: { kind: "reads", ...numbers, genotype: "alt called" },
    annotations: [],
    provenance: { file, line, sample: null },
  };
}
