import type { GenomeModels } from "../../annotate/models/transcript.ts";
import type { KnownSites } from "../../annotate/genome-build/site-evidence.ts";
import type { KnowledgeIndex } from "../../knowledgebase/index/build-index.ts";
import { assemblies, type Assembly } from "../../model/locus.ts";
import type { VariantCall } from "../../model/observation.ts";
import { makeProblem, type Problem, type ReportProblem, placeOf } from "../../model/problem.ts";
import { decodedRegions } from "../variants/decoded-regions.ts";
import { makeReferenceCheck } from "../variants/reference-check.ts";

/** What is known of the genome on both builds. */
export interface KnownGenomes {
  readonly index: KnownSites & Pick<KnowledgeIndex, "loci" | "siteLoci">;
  /** Bases of the genome; undefined where no gene models ship. */
  readonly models: ((assembly: Assembly) => Pick<GenomeModels, "bases">) | undefined;
}

/** Hears the calls of a file, and says at its end what `annotate` would say of their REF. */
export interface CallReferences {
  add(call: VariantCall): void;
  /** Warns of each call that disagrees with the bases of the build. Throws Refusal "identity" when the file is not of it. */
  finish(assembly: Assembly, report: ReportProblem): void;
}

/** `decided`: the build that the header decides; without it the calls are compared with both. */
export function makeCallReferences(
  { index, models }: KnownGenomes,
  decided: Assembly | null,
): CallReferences {
  if (models === undefined) return { add: () => {}, finish: () => {} };
  const regions = decodedRegions(index, decided === null ? null : { name: decided });
  const builds = assemblies
    .filter((assembly) => decided === null || assembly === decided)
    .map((assembly) => ({
      assembly,
      check: makeReferenceCheck(models(assembly), assembly),
      others: makeOthers(assembly),
    }));
  return {
    add(call) {
      const { contig, position, ref } = call.given;
      if (!regions.overlaps(contig, position, position + ref.length - 1)) return;
      for (const { check, others } of builds) if (!check.add(call)) others.add(call);
    },
    finish(assembly, report) {
      const build = builds.find((each) => each.assembly === assembly);
      build?.check.finish(report);
      for (const problem of build?.others.problems() ?? []) report(problem);
    },
  };
}

/** So many are told one by one, beside the first, which `makeReferenceCheck` tells; the last of them counts the rest. */
const mostOthers = 4;

/** The calls that disagree, behind the first. */
function makeOthers(assembly: Assembly): { add(call: VariantCall): void; problems(): Problem[] } {
  const told: Problem[] = [];
  let count = 0;
  return {
    add({ given: { contig, position }, provenance }) {
      count += 1;
      if (count === 1 || told.length === mostOthers) return;
      const message = `REF at ${contig}:${position} is not that of ${assembly}`;
      const where = placeOf(provenance);
      told.push(makeProblem("reference-mismatch", "warning", message, { where }));
    },
    problems: () => {
      const rest = count - 1 - told.length;
      return told.map((problem, index) =>
        index === mostOthers - 1 ? { ...problem, count: 1 + rest } : problem,
      );
    },
  };
}
