import { nameJoined } from "../../annotate/call-effects.ts";
import { chooseConsequence } from "../../annotate/consequences/choose-consequence.ts";
import type { GenomeModels } from "../../annotate/models/transcript.ts";
import { parseProteinChange } from "../../annotate/protein-change.ts";
import type { SmallVariant } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";

/**
 * Warns of several variants that each change the same codon, where nothing says that they lie on one molecule. There they would be
 * one other change (BRAF V600E and V600M are V600K together), which is named and not matched (spec, matching 1.3).
 */
export function warnSameCodon(
  observations: readonly Observation<SmallVariant>[],
  report: ReportProblem,
  models: GenomeModels | undefined,
): void {
  const byCodon = new Map<string, Observation<SmallVariant>[]>();
  for (const observation of observations) {
    if (observation.alteration.allele === null) continue;
    const chosen = chooseConsequence(observation.alteration.consequences);
    const change = parseProteinChange(chosen?.proteinChange ?? "");
    if (chosen === null || change?.kind !== "missense") continue;
    const codon = `${chosen.gene} ${change.refStart}${change.start}`;
    byCodon.set(codon, [...(byCodon.get(codon) ?? []), observation]);
  }
  for (const [codon, group] of byCodon) {
    const alleles = group.flatMap(({ alteration }) => alteration.allele ?? []);
    const positions = new Set(alleles.map(({ position }) => position));
    const [first] = group;
    if (first === undefined || positions.size < 2) continue;
    const { file, line } = first.provenance;
    const gene = codon.split(" ", 1)[0] ?? "";
    const joined = models === undefined ? null : nameJoined(alleles, gene, models);
    const other = joined === null ? "a different change than each alone" : `${gene} ${joined}`;
    const names = group.map(({ label }) => label).toSorted(compareText);
    report(
      makeProblem(
        "same-codon",
        "warning",
        `${names.join(" and ")} change one codon (${codon}): on one molecule they are ${other}`,
        {
          where: { file, ...(line === null ? {} : { line }) },
          hint: "Join phased variants into one record (an MNV) before, or check the reads.",
        },
      ),
    );
  }
}
