import { inferAssembly } from "../../annotate/genome-build/infer-assembly.ts";
import { makeSiteEvidence } from "../../annotate/genome-build/site-evidence.ts";
import type { Assembly } from "../../model/locus.ts";
import type { ReportProblem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import { type KnownGenomes, makeCallReferences } from "./check-reference.ts";
import type { VariantHeader, VariantRecord } from "../../read/variant-reader.ts";

/** Hears the records of a file, and says at its end what `annotate` would say of its genome build and of REF on it. */
export interface BuildCheck {
  add(record: VariantRecord): void;
  /** Throws Refusal "identity" as `annotate` does. A build that nothing decides is a notice: only an option is missing. */
  finish(): void;
}

/** `asked`: the build that the case names. */
export function makeBuildCheck(
  { contigs, reference, assembly, isNamesOnly }: VariantHeader,
  genomes: KnownGenomes,
  { asked, report }: { readonly asked: Assembly | undefined; readonly report: ReportProblem },
): BuildCheck {
  const evidence = makeSiteEvidence(genomes.index);
  const question = { asked, contigs, reference, stated: assembly, report };
  const references = makeCallReferences(genomes, decidedByHeader(question));
  return {
    add: ({ calls, rawContig }) => {
      for (const call of calls) {
        evidence.add(call, rawContig);
        references.add(call);
      }
    },
    finish: () => {
      let decided: Assembly;
      try {
        decided = inferAssembly({ ...question, sites: evidence.sites() }).name;
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind !== "usage") throw error;
        if (isNamesOnly === true) return;
        for (const problem of error.problems) report({ ...problem, severity: "notice" });
        return;
      }
      references.finish(decided, report);
    },
  };
}

/** Null also for a header that contradicts itself, of which the end of the file is the time to tell. */
function decidedByHeader(
  question: Omit<Parameters<typeof inferAssembly>[0], "sites">,
): Assembly | null {
  try {
    return inferAssembly({ ...question, sites: null })?.name ?? null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
