import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import { placeCodon, placeCoding } from "../../../src/annotate/models/place-codons.ts";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import {
  makeCallability,
  type Callability,
  type ReadPlaces,
} from "../../../src/match/callability.ts";
import { evaluateAll } from "../../../src/match/evaluate-constraint.ts";
import { inputNeeds } from "../../../src/model/alteration.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { constraintStates, type ConstraintState } from "../../../src/model/verdict.ts";
import { change, context as testContext, observe } from "../constraints/make-observation.ts";
import type { EvaluationContext } from "../../../src/match/evaluation-context.ts";

const packed = openPackedModels(
  readFileSync(join(import.meta.dirname, "../../../knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const models = packed.of("GRCh38");

function contextOf(
  observations: readonly Observation[],
  callability: Callability | null = null,
): EvaluationContext {
  return {
    tests: testContext(),
    available: new Set(inputNeeds.filter((need) => need !== "callability" || callability !== null)),
    outliers: null,
    covered: null,
    callability,
    observationsOf: (gene) => observations.filter((observation) => observation.gene === gene),
  };
}

/** Places with the codons of genes that are covered. */
function covering(
  codons: readonly [string, number][],
  parts: Partial<ReadPlaces> = {},
): Callability {
  return makeCallability({
    files: ["panel.bed"],
    regions: codons.flatMap(([gene, codon]) => placeCodon(models, gene, codon) ?? []),
    doubtful: [],
    measuredGenes: new Set(),
    testedPairs: new Set(),
    codon: (gene, codon) => placeCodon(models, gene, codon),
    coding: (gene) => placeCoding(models, gene),
    ...parts,
  });
}

const stained = (gene: string): Observation =>
  observe(
    { kind: "ihc", marker: gene, gene, score: "3+", unit: null, assay: null, clone: null },
    gene,
    gene,
  );

/** A part in each state: a stain that fits, one that does not, and one that nobody made. */
const parts: Record<ConstraintState, Constraint> = {
  met: { type: "ihc", gene: "ERBB2", grades: ["3+"] },
  unmet: { type: "ihc", gene: "EGFR", grades: ["0"] },
  undetermined: { type: "ihc", gene: "MET", grades: ["3+"] },
};
const stateOf = (constraint: Constraint): ConstraintState =>
  evaluateAll([constraint], contextOf([stained("ERBB2"), stained("EGFR")])).state;

/** Kleene's tables, written out: false, open, true. */
const rank = { unmet: 0, undetermined: 1, met: 2 } as const;
const and = (...states: ConstraintState[]): ConstraintState =>
  states.toSorted((a, b) => rank[a] - rank[b])[0] ?? "met";
const or = (...states: ConstraintState[]): ConstraintState =>
  states.toSorted((a, b) => rank[b] - rank[a])[0] ?? "unmet";
const negated = { met: "unmet", unmet: "met", undetermined: "undetermined" } as const;

describe("criteria", () => {
  const pairs = constraintStates.flatMap((a) => constraintStates.map((b) => [a, b] as const));

  test.each(constraintStates)(
    "a part that is %s is so alone, and its negation the opposite",
    (state) => {
      expect(stateOf(parts[state])).toBe(state);
      expect(stateOf({ type: "not", constraint: parts[state] })).toBe(negated[state]);
    },
  );

  test.each(pairs)("all and any of %s and %s follow three-valued logic", (a, b) => {
    const constraints = [parts[a], parts[b]];
    expect(stateOf({ type: "all", constraints })).toBe(and(a, b));
    expect(stateOf({ type: "any", constraints })).toBe(or(a, b));
  });

  test("nest to any depth: every all, any and not over every three states", () => {
    let count = 0;
    for (const [a, b] of pairs) {
      for (const c of constraintStates) {
        const two = [parts[a], parts[b]];
        const inner = { all: and(a, b), any: or(a, b) };
        for (const kind of ["all", "any"] as const) {
          const nested: Constraint = { type: kind, constraints: two };
          const not: Constraint = { type: "not", constraint: nested };
          expect(stateOf(not)).toBe(negated[inner[kind]]);
          for (const [first, state] of [
            [nested, inner[kind]],
            [not, negated[inner[kind]]],
          ] as const) {
            const constraints = [first, parts[c]];
            expect(stateOf({ type: "all", constraints })).toBe(and(state, c));
            expect(stateOf({ type: "any", constraints })).toBe(or(state, c));
            expect(stateOf({ type: "not", constraint: { type: "all", constraints } })).toBe(
              negated[and(state, c)],
            );
            count += 3;
          }
        }
      }
    }
    expect(count).toBe(324);
  });

  test("span kinds: a variant and a status of the whole tumor", () => {
    const v600e = change("BRAF", "V600E", "missense_variant");
    const msi = observe(
      {
        kind: "signature",
        marker: "MSI",
        name: null,
        value: null,
        unit: null,
        status: "high",
        method: null,
      },
      "MSI",
      "MSI high",
    );
    const both: Constraint[] = [
      { type: "protein-change", gene: "BRAF", change: "V600E" },
      { type: "signature", marker: "MSI", status: "high" },
    ];
    expect(evaluateAll(both, contextOf([v600e, msi]))).toMatchObject({
      state: "met",
      observations: ["MSI high", "it"],
    });
    expect(evaluateAll(both, contextOf([v600e]))).toMatchObject({
      state: "undetermined",
      missing: ["status"],
    });
    expect(evaluateAll(both, contextOf([msi])).state).toBe("unmet");
  });
});

const rasCodons = [12, 13, 59, 61, 117, 146];

describe.each(["KRAS", "NRAS"])("wild type of %s", (gene) => {
  const wildType: Constraint = { type: "wild-type", gene, codons: rasCodons };

  test("is open without proof of what was read", () => {
    expect(evaluateAll([wildType], contextOf([]))).toMatchObject({
      state: "undetermined",
      missing: ["callability"],
    });
  });

  test("is met where all codons are covered, and open where any is not, for every set of them", () => {
    for (let set = 0; set < 64; set++) {
      const covered = rasCodons.filter((_, index) => (set & (1 << index)) !== 0);
      const uncovered = rasCodons.filter((codon) => !covered.includes(codon));
      const callability = covering(covered.map((codon) => [gene, codon]));
      const { state, reasons } = evaluateAll([wildType], contextOf([], callability));
      expect(state).toBe(uncovered.length === 0 ? "met" : "undetermined");
      for (const codon of uncovered) expect(reasons[0]?.text).toMatch(new RegExp(`\\b${codon}\\b`));
      for (const codon of covered.filter(() => uncovered.length > 0)) {
        expect(reasons[0]?.text).not.toMatch(new RegExp(`\\b${codon}\\b`));
      }
    }
  });

  test.each(rasCodons)(
    "is refuted by a mutation of codon %d, also where nothing else is covered",
    (codon) => {
      const mutated = change(gene, `Q${codon}R`, "missense_variant");
      for (const callability of [
        null,
        covering([]),
        covering(rasCodons.map((each) => [gene, each])),
      ]) {
        expect(evaluateAll([wildType], contextOf([mutated], callability)).state).toBe("unmet");
      }
    },
  );

  test("is not refuted by a mutation of another codon", () => {
    const callability = covering(rasCodons.map((codon) => [gene, codon]));
    const other = change(gene, "Q22R", "missense_variant");
    expect(evaluateAll([wildType], contextOf([other], callability)).state).toBe("met");
  });

  test("is in doubt where a call at a codon failed a filter", () => {
    const [base] = placeCodon(models, gene, 61) ?? [];
    const doubtful =
      base === undefined ? [] : [{ ...base, why: "a call failed weak_evidence (a.vcf:3)" }];
    const callability = covering(
      rasCodons.map((codon) => [gene, codon]),
      { doubtful },
    );
    expect(evaluateAll([wildType], contextOf([], callability))).toMatchObject({
      state: "undetermined",
      reasons: [{ text: `${gene} codon 61: a call failed weak_evidence (a.vcf:3).` }],
    });
  });
});

test("codons that are not covered are named in one sentence", () => {
  const callability = covering([12, 13, 59, 117].map((codon) => ["KRAS", codon]));
  const wildType: Constraint = { type: "wild-type", gene: "KRAS", codons: rasCodons };
  expect(evaluateAll([wildType], contextOf([], callability)).reasons).toEqual([
    { code: "not-covered", text: "KRAS codons 61 and 146 not covered by panel.bed." },
  ]);
});

test("the wild type of a whole gene needs all of its coding bases", () => {
  const wildType: Constraint = { type: "wild-type", gene: "KRAS" };
  const regions = placeCoding(models, "KRAS") ?? [];
  expect(evaluateAll([wildType], contextOf([], covering([], { regions }))).state).toBe("met");
  const [first, ...rest] = regions;
  const cut = first === undefined ? rest : [{ ...first, start: first.start + 1 }, ...rest];
  const { state, reasons } = evaluateAll([wildType], contextOf([], covering([], { regions: cut })));
  expect(state).toBe("undetermined");
  expect(reasons[0]?.text).toMatch(/^1 of 567 coding bases of KRAS not covered by panel\.bed\.$/);
});

test("the proof of absence is asked for each kind of thing as it can be given", () => {
  const negate = (constraint: Constraint): Constraint => ({ type: "not", constraint });
  const covered = covering([["BRAF", 600]], {
    measuredGenes: new Set(["ERBB2"]),
    testedPairs: new Set(["EML4::ALK"]),
  });
  const states = (constraint: Constraint) =>
    evaluateAll([negate(constraint)], contextOf([], covered)).state;
  expect(states({ type: "protein-change", gene: "BRAF", change: "V600E" })).toBe("met");
  expect(states({ type: "protein-change", gene: "BRAF", change: "G469A" })).toBe("undetermined");
  expect(states({ type: "codon", gene: "BRAF", residue: "V", position: 600 })).toBe("met");
  expect(states({ type: "copy-number", gene: "ERBB2", change: "amplification" })).toBe("met");
  expect(states({ type: "copy-number", gene: "EGFR", change: "amplification" })).toBe(
    "undetermined",
  );
  expect(states({ type: "fusion", fivePrime: "EML4", threePrime: "ALK" })).toBe("met");
  expect(states({ type: "fusion", gene: "ALK" })).toBe("undetermined");
  expect(states({ type: "other-assay", gene: "MGMT", assay: "methylation" })).toBe("undetermined");
});

test("of alternatives each has to be proven absent, of parts that are needed together one", () => {
  const constraints: Constraint[] = [
    { type: "protein-change", gene: "BRAF", change: "V600E" },
    { type: "protein-change", gene: "BRAF", change: "G469A" },
  ];
  const states = (type: "any" | "all", codons: readonly number[]) =>
    evaluateAll(
      [{ type: "not", constraint: { type, constraints } }],
      contextOf([], covering(codons.map((codon) => ["BRAF", codon]))),
    ).state;
  expect([states("any", [600]), states("any", [600, 469])]).toEqual(["undetermined", "met"]);
  expect([states("all", [600]), states("all", [])]).toEqual(["met", "undetermined"]);
});

describe("a combination in cis or trans", () => {
  const egfr = (name: string) => ({ ...change("EGFR", name, "missense_variant"), id: name });
  const both = [egfr("T790M"), egfr("C797S")];
  const asked = (phase: "cis" | "trans"): Constraint => ({
    type: "all",
    phase,
    constraints: [
      { type: "protein-change", gene: "EGFR", change: "T790M" },
      { type: "protein-change", gene: "EGFR", change: "C797S" },
    ],
  });
  const phased = (set: string, haplotypes: readonly number[]) =>
    new Map([
      ["T790M", { set: "PS 1", haplotypes: [0] }],
      ["C797S", { set, haplotypes }],
    ]);

  test.each([
    ["on one molecule", phased("PS 1", [0]), "met", "unmet"],
    ["on two", phased("PS 1", [1]), "unmet", "met"],
    ["on both copies", phased("PS 1", [0, 1]), "met", "unmet"],
    ["of two sets", phased("PS 9", [0]), "undetermined", "undetermined"],
    ["without phase", undefined, "undetermined", "undetermined"],
  ] as const)("of variants %s", (_, phases, cis, trans) => {
    const context = { ...contextOf(both), phases };
    expect(evaluateAll([asked("cis")], context).state).toBe(cis);
    expect(evaluateAll([asked("trans")], context).state).toBe(trans);
  });

  test("is not met where one of them is absent, whatever the phase", () => {
    const context = { ...contextOf([egfr("T790M")]), phases: phased("PS 1", [0]) };
    expect(evaluateAll([asked("cis")], context).state).toBe("unmet");
  });
});

describe("an exclusion", () => {
  const nonV600: Constraint = {
    type: "excluding",
    constraint: { type: "consequence", gene: "BRAF", class: "mutation" },
    except: [
      { type: "protein-change", gene: "BRAF", change: "V600E" },
      { type: "codon", gene: "BRAF", residue: "V", position: 600 },
    ],
  };
  const braf = (proteinChange: string | null) => ({
    ...change("BRAF", proteinChange, "missense_variant"),
    id: `BRAF ${proteinChange}`,
  });

  test.each([
    ["V600E", "unmet"],
    ["V600K", "unmet"],
    ["G469A", "met"],
  ])("of V600 compares %s by the matcher and not by text: %s", (name, state) => {
    expect(evaluateAll([nonV600], contextOf([braf(name)])).state).toBe(state);
  });

  test("is about each alteration: another one beside V600E meets it, and needs no coverage", () => {
    expect(evaluateAll([nonV600], contextOf([braf("V600E"), braf("G469A")]))).toMatchObject({
      state: "met",
      observations: ["BRAF G469A"],
    });
  });

  test("stays open where the alteration may be an exception", () => {
    const unreadable = braf("(what?)");
    expect(evaluateAll([nonV600], contextOf([unreadable])).state).toBe("undetermined");
  });
});
