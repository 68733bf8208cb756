import { expect, test } from "vitest";
import type { SmallVariant } from "../../../../src/model/alteration.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { warnSameCodon } from "../../../../src/run/variants/warn-same-codon.ts";

function seen(position: number, proteinChange: string): Observation<SmallVariant> {
  const rest = { transcript: null, codingChange: null, exon: null, preferred: true } as const;
  const terms = ["missense_variant"];
  return {
    id: `${position} ${proteinChange}`,
    label: `BRAF ${proteinChange}`,
    gene: "BRAF",
    alteration: {
      kind: "small-variant",
      allele: { assembly: "GRCh38", contig: "7", position, ref: "A", alt: "T" },
      consequences: [{ gene: "BRAF", proteinChange, terms, source: "CSQ", ...rest }],
      populationFrequency: null,
    },
    support: { kind: "reads", vaf: 0.3, depth: 50, altReads: 15, rule: null, genotype: "absent" },
    provenance: { file: "a.vcf", line: position, sample: null },
  };
}

function problemsOf(...observations: Observation<SmallVariant>[]): Problem[] {
  const problems: Problem[] = [];
  warnSameCodon(observations, (problem) => problems.push(problem), undefined);
  return problems;
}

test("two variants of one codon are said to be perhaps another change together", () => {
  const [problem, ...others] = problemsOf(
    seen(336, "V600E"),
    seen(337, "V600M"),
    seen(340, "T599I"),
  );
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: "same-codon", severity: "warning" });
  expect(problem?.message).toContain("BRAF V600E and BRAF V600M change one codon (BRAF V600)");
});

test("two alleles at one position are alternatives, and variants of two codons are apart", () => {
  expect(problemsOf(seen(336, "V600E"), seen(336, "V600G"))).toEqual([]);
  expect(problemsOf(seen(336, "V600E"), seen(340, "T599I"))).toEqual([]);
});
