import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { callEffects } from "../../src/annotate/call-effects.ts";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { parseProteinChange, sameProteinChange } from "../../src/annotate/protein-change.ts";
import { readAlleles } from "../../src/constraints/allele-text.ts";
import type { Constraint } from "../../src/constraints/constraints.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load-knowledgebase.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const models = openPackedModels(
  readFileSync(`${root}knowledgebase/gene-models.txt`),
  "gene-models.txt",
);
const knowledgebase = await loadKnowledgebase(`${root}knowledgebase`);

function* walk(constraint: Constraint): Generator<Constraint> {
  yield constraint;
  if (constraint.type === "not") yield* walk(constraint.constraint);
  if (constraint.type === "all" || constraint.type === "any") {
    for (const part of constraint.constraints) yield* walk(part);
  }
}

/** The same change under another name, and why ours is kept. */
const otherNames: Readonly<Record<string, string>> = {
  "BRCA1 M1I": "what replaces a lost start codon is not known: M1?",
  "BRCA2 M1I": "what replaces a lost start codon is not known: M1?",
  "BRCA2 M1R": "what replaces a lost start codon is not known: M1?",
  "EGFR D770_N771insSVD": "a duplication, S768_D770dup: dup goes before ins",
  "EGFR H773_V774insNPH": "a duplication, N771_H773dup: dup goes before ins",
  "PTEN V317fs":
    "named by the first codon that is hit; T319 is the first that changes, into a stop",
};

describe("alleles that the knowledgebase states beside a protein change", () => {
  const seen = new Set<string>();
  const others = new Set<string>();
  const counts = { alleles: 0, covered: 0, agree: 0 };
  for (const statement of knowledgebase.statements) {
    for (const constraint of statement.variant.constraints.flatMap((one) => [...walk(one)])) {
      if (constraint.type !== "protein-change") continue;
      const expected = parseProteinChange(constraint.change);
      for (const allele of readAlleles(constraint.alleles)) {
        const key = `${JSON.stringify(allele)} ${constraint.change}`;
        if (seen.has(key) || expected === null) continue;
        seen.add(key);
        counts.alleles++;
        const calls = callEffects(allele, models.of(allele.assembly), (symbol) => symbol);
        const own = calls.filter(
          ({ gene, proteinChange }) => gene === constraint.gene && proteinChange,
        );
        if (own.length === 0) continue;
        counts.covered++;
        const agrees = own.some(({ proteinChange }) => {
          const change = parseProteinChange(proteinChange ?? "");
          return (
            change !== null &&
            (sameProteinChange(change, expected) || change.text === expected.text)
          );
        });
        if (agrees) counts.agree++;
        else others.add(`${constraint.gene} ${constraint.change}`);
      }
    }
  }

  test("give that change wherever our coding sequence covers them", () => {
    expect(counts.covered).toBeGreaterThan(1_700);
    expect(counts.agree).toBeGreaterThan(1_700);
    expect([...others].toSorted()).toEqual(Object.keys(otherNames).toSorted());
  });
});
