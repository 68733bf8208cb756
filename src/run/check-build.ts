import { inferAssembly } from "../annotate/infer-assembly.ts";
import { type KnownSites, makeSiteEvidence } from "../annotate/site-evidence.ts";
import type { Assembly } from "../model/locus.ts";
import type { ReportProblem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { VariantHeader, VariantRecord } from "../read/reader.ts";

/** Hears the records of a file, and says at its end what `annotate` would say of its genome build. */
export interface BuildCheck {
  add(record: VariantRecord): void;
  /** Throws Refusal "identity" as `annotate` does. A build that nothing decides is a notice: only an option is missing. */
  finish(): void;
}

/** `asked`: the build that the case names. */
export function makeBuildCheck(
  { contigs, reference, assembly, isNamesOnly }: VariantHeader,
  sites: KnownSites,
  { asked, report }: { readonly asked: Assembly | undefined; readonly report: ReportProblem },
): BuildCheck {
  const evidence = makeSiteEvidence(sites);
  return {
    add: ({ calls, rawContig }) => {
      for (const call of calls) evidence.add(call, rawContig);
    },
    finish: () => {
      const question = { asked, contigs, reference, stated: assembly, report };
      try {
        inferAssembly({ ...question, sites: evidence.sites() });
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind !== "usage") throw error;
        if (isNamesOnly === true) return;
        for (const problem of error.problems) report({ ...problem, severity: "notice" });
      }
    },
  };
}
