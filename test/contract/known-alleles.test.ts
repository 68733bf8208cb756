import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeCall } from "../unit/annotate/make-call.ts";
import { describe, expect, test } from "vitest";
import { annotateCall } from "../../src/annotate/annotate-call.ts";
import { callEffects } from "../../src/annotate/call-effects.ts";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { parseProteinChange, sameProteinChange } from "../../src/annotate/protein-change.ts";
import { readAlleles } from "../../src/constraints/allele-text.ts";
import type { Constraint } from "../../src/constraints/constraints.ts";
import { buildIndex } from "../../src/knowledgebase/index/build-index.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import { alleleKey } from "../../src/model/alteration.ts";
import type { Allele } from "../../src/model/locus.ts";

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

describe("an allele of the knowledgebase", () => {
  const index = buildIndex(knowledgebase);
  const place = (allele: Allele): string => {
    const { contig, position, ref, alt } = allele;
    const call = makeCall(`${contig}:${position}:${ref}:${alt}`);
    const context = {
      assembly: allele.assembly,
      models: models.of(allele.assembly),
      knownAllele: index.knownAllele,
      currentSymbol: (symbol: string) => symbol,
    };
    return alleleKey(annotateCall(call, context).alteration.allele);
  };

  /** The same change with up to five known bases before and behind it, and moved through its repeat. */
  const rewrite = (allele: Allele): Allele[] => {
    const { contig, position, ref, alt, assembly } = allele;
    const { bases } = models.of(assembly);
    const padded = [1, 2, 3, 4, 5].flatMap((size) => {
      const before = bases(contig, position - size, position - 1);
      const end = position + ref.length - 1;
      const behind = bases(contig, end + 1, end + size);
      const forms = [
        { ...allele, position: position - size, ref: before + ref, alt: before + alt },
        { ...allele, ref: ref + behind, alt: alt + behind },
        {
          ...allele,
          position: position - size,
          ref: before + ref + behind,
          alt: before + alt + behind,
        },
      ];
      return forms.filter((form) => !form.ref.includes("N"));
    });
    const moved: Allele[] = [];
    let last = allele;
    while (last.ref.length !== last.alt.length && last.ref[0] === last.alt[0] && moved.length < 5) {
      const next = last.position + last.ref.length;
      const base = bases(contig, next, next);
      const longer = last.ref.length > 1 ? last.ref : last.alt;
      if (base === "N" || longer[1] !== base || Math.min(last.ref.length, last.alt.length) > 1)
        break;
      const shifted = longer.slice(1) + base;
      const anchor = shifted.charAt(0);
      last =
        last.ref.length > 1
          ? { ...last, position: last.position + 1, ref: shifted, alt: anchor }
          : { ...last, position: last.position + 1, ref: anchor, alt: shifted };
      moved.push(last);
    }
    const lower = { ...allele, ref: ref.toLowerCase(), alt: alt.toLowerCase() };
    return [lower, ...padded, ...moved];
  };

  test("is recognized in every way to write it", () => {
    const named = new Map<string, Allele>();
    for (const { variant } of knowledgebase.statements) {
      for (const constraint of variant.constraints.flatMap((one) => [...walk(one)])) {
        if (constraint.type !== "protein-change" && constraint.type !== "allele") continue;
        for (const allele of readAlleles(constraint.alleles)) named.set(alleleKey(allele), allele);
      }
    }
    let forms = 0;
    const lost: string[] = [];
    for (const [key, allele] of named) {
      for (const form of rewrite(allele)) {
        forms++;
        if (place(form) !== key)
          lost.push(`${key}: ${form.position} ${form.ref}>${form.alt} is ${place(form)}`);
      }
    }
    expect(forms).toBeGreaterThan(20_000);
    expect(lost).toEqual([]);
  });
});
