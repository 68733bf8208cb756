import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import type { Statement } from "../../../src/knowledgebase/knowledgebase.ts";
import type { Callability } from "../../../src/match/callability.ts";
import { findMatches, findMet } from "../../../src/match/find-matches.ts";
import type { CaseFacts } from "../../../src/match/match.ts";
import type { InputNeed } from "../../../src/model/alteration.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { copies, fusion } from "../assess/verification/constructed-proteins.ts";
import { call, diseases, index, outlier, statement, variant } from "./constructed-case.ts";

const annotatedVcf: readonly InputNeed[] = ["small-variants", "protein-annotation"];

/** Holds both searches to one answer. */
function match(
  statements: readonly Statement[],
  observations: readonly Observation[],
  facts: Partial<CaseFacts> = {},
) {
  const asked: CaseFacts = {
    observations,
    available: new Set(annotatedVcf),
    caseDisease: "DOID:1909",
    assembly: "GRCh37",
    ...facts,
  };
  const found = findMatches(asked, { statements, diseases }, index);
  expect(findMet(asked, { statements, diseases }, index)).toEqual(found.met);
  return found;
}

/** `met`, `undetermined`, `unmet`, or `silent` for an unmet statement of a gene without observation. */
function stateOf(
  constraints: readonly Constraint[],
  observations: readonly Observation[],
  facts: Partial<CaseFacts> = {},
): string {
  const [first] = constraints;
  const gene = first !== undefined && "gene" in first ? first.gene : undefined;
  const parts = { id: "S1", constraints, ...(gene === undefined ? {} : { gene }) };
  const found = match([statement(parts)], observations, facts);
  if (found.met.length > 0) return "met";
  if (found.undetermined.length > 0) return "undetermined";
  return found.unmet.length > 0 ? "unmet" : "silent";
}

const v600e: Constraint = { type: "protein-change", gene: "BRAF", change: "V600E" };
const v600k: Constraint = { type: "protein-change", gene: "BRAF", change: "V600K" };
const amplified: Constraint = { type: "copy-number", gene: "BRAF", change: "amplification" };
const seen = [variant("BRAF", "V600E")];

describe("a match", () => {
  it("names what met it, how exactly, and why", () => {
    const [found] = match([statement({ id: "S1" })], seen).met;
    expect(found).toMatchObject({
      state: "met",
      specificity: "protein change",
      observations: ["small-variant:GRCh37:7:600:A:T"],
      relation: "same",
      missing: [],
    });
    expect(found?.reason).toEqual({
      code: "protein-change",
      text: expect.stringContaining(
        'BRAF V600E meets "BRAF V600E" (CIViC S1) by the same protein change',
      ),
    });
  });

  it("takes the allele for more exact than the protein change", () => {
    const constraint: Constraint = { ...v600e, alleles: { GRCh37: ["7:600:A:T"] } };
    const [found] = match([statement({ id: "S1", constraints: [constraint] })], seen).met;
    expect(found?.specificity).toBe("allele");
  });

  it("of several constraints has the widest specificity and every observation", () => {
    const mutated: Constraint = { type: "consequence", gene: "KRAS", class: "mutation" };
    const [found] = match(
      [statement({ id: "S1", constraints: [v600e, mutated] })],
      [variant("KRAS", "G12D"), ...seen],
    ).met;
    expect(found?.specificity).toBe("gene");
    expect(found?.observations).toEqual([
      "small-variant:GRCh37:7:12:A:T",
      "small-variant:GRCh37:7:600:A:T",
    ]);
  });

  it("is found by allele when the variant is annotated to another gene", () => {
    const promoter = statement({
      id: "S1",
      gene: "TERT",
      constraints: [{ type: "allele", gene: "TERT", alleles: { GRCh37: ["7:600:A:T"] } }],
    });
    const known = { gene: "TERT", proteinChange: null, codingChange: null, transcript: null };
    const found = findMatches(
      {
        observations: seen,
        available: new Set(annotatedVcf),
        caseDisease: null,
        assembly: "GRCh37",
      },
      { statements: [promoter], diseases },
      { ...index, knownAllele: () => ({ ...known, terms: [] }) },
    );
    expect(found.met[0]?.specificity).toBe("allele");
  });

  it("says in one sentence why a statement of a gene with an observation is not met", () => {
    const [unmet] = match([statement({ id: "S1", variant: "V600K" })], seen).unmet;
    expect(unmet?.reason.text).toBe(
      "BRAF V600K: BRAF V600E changes the same residue, but is not V600K.",
    );
    expect(match([statement({ id: "S1", gene: "KRAS", variant: "G12C" })], seen).unmet).toEqual([]);
  });

  it("is not made of an unknown disease", () => {
    const found = match([statement({ id: "S1" })], seen, { caseDisease: null });
    expect(found.met[0]?.relation).toBe("unknown");
  });
});

const everythingRead: Callability = {
  files: "genome.g.vcf",
  openCodons: () => ({ unread: [], doubts: [] }),
  openCoding: () => ({ open: 0, of: 1, doubts: [] }),
  isRead: () => true,
  doubtsAt: () => [],
  measuresCopies: () => true,
  testsPair: () => true,
};

describe("three-valued evaluation", () => {
  const open = amplified;
  const met = v600e;
  const unmet = v600k;
  it.each<[string, readonly Constraint[], string]>([
    ["met and met", [met, met], "met"],
    ["met and open", [met, open], "undetermined"],
    ["unmet and open", [unmet, open], "unmet"],
    ["met and unmet", [met, unmet], "unmet"],
    ["any of met, open", [{ type: "any", constraints: [met, open] }], "met"],
    ["any of unmet, open", [{ type: "any", constraints: [unmet, open] }], "undetermined"],
    ["any of unmet, unmet", [{ type: "any", constraints: [unmet, unmet] }], "unmet"],
    ["all of met, open", [{ type: "all", constraints: [met, open] }], "undetermined"],
    ["not met", [{ type: "not", constraint: met }], "unmet"],
    ["not open", [{ type: "not", constraint: open }], "undetermined"],
    ["not unmet without proof", [{ type: "not", constraint: unmet }], "undetermined"],
    ["met and not met", [met, { type: "not", constraint: met }], "unmet"],
    [
      "not (any of unmet, met)",
      [{ type: "not", constraint: { type: "any", constraints: [unmet, met] } }],
      "unmet",
    ],
  ])("%s", (_, constraints, state) => {
    expect(stateOf(constraints, seen)).toBe(state);
  });

  it("takes a negation for met once it is proven what was read", () => {
    const available = new Set<InputNeed>([...annotatedVcf, "callability"]);
    const not: Constraint = { type: "not", constraint: v600k };
    expect(stateOf([not], seen, { available, callability: everythingRead })).toBe("met");
    // That there is a file of what was read says nothing of this place.
    expect(stateOf([not], seen, { available })).toBe("undetermined");
  });

  it("never takes silence for wild type", () => {
    const wildType: Constraint = { type: "wild-type", gene: "KRAS" };
    expect(stateOf([wildType], seen)).toBe("undetermined");
    expect(stateOf([wildType], [variant("KRAS", "G12D")])).toBe("unmet");
    const available = new Set<InputNeed>([...annotatedVcf, "callability"]);
    expect(stateOf([wildType], seen, { available, callability: everythingRead })).toBe("met");
    expect(stateOf([wildType], seen, { available })).toBe("undetermined");
  });

  it("tells only of the parts that decided", () => {
    const any: Constraint = { type: "any", constraints: [v600k, v600e] };
    const [found] = match([statement({ id: "S1", constraints: [any] })], seen).met;
    expect(found?.reason.text).not.toContain("V600K");
    const [half] = match(
      [statement({ id: "S1", constraints: [v600e, amplified] })],
      seen,
    ).undetermined;
    expect(half).toMatchObject({ observations: [], missing: ["copy-number"] });
  });

  it("of the best of any takes the specificity", () => {
    const any: Constraint = {
      type: "any",
      constraints: [v600e, { type: "consequence", gene: "BRAF", class: "mutation" }],
    };
    const [found] = match([statement({ id: "S1", constraints: [any] })], seen).met;
    expect(found?.specificity).toBe("protein change");
  });
});

describe("an input that the case lacks", () => {
  it("leaves statements open also in genes without an observation", () => {
    const [found] = match([statement({ id: "S1", constraints: [amplified] })], []).undetermined;
    expect(found).toMatchObject({ missing: ["copy-number"], observations: [] });
  });

  it("decides nothing where the variant file is silent and annotated", () => {
    expect(stateOf([v600e], [])).toBe("silent");
    expect(stateOf([v600e], [], { available: new Set() })).toBe("undetermined");
  });

  it("is the annotation only for genes in which a variant without annotation lies", () => {
    const bare = variant("BRAF", null, { annotated: false, position: 600 });
    const far = variant("BRAF", null, { annotated: false, position: 90_000 });
    const available = new Set<InputNeed>(["small-variants"]);
    const found = match([statement({ id: "S1" })], [bare], { available });
    expect(found.undetermined[0]?.missing).toEqual(["protein-annotation"]);
    expect(stateOf([v600e], [far], { available })).toBe("silent");
  });
});

describe("a statement about germline only", () => {
  it("stays open on a variant of unknown origin", () => {
    const found = match([statement({ id: "S1", origin: "germline" })], seen);
    expect(found.met).toEqual([]);
    expect(found.undetermined[0]?.reason.code).toBe("origin-germline");
  });

  it("that lacks an annotation lacks that first", () => {
    const bare = variant("BRAF", null, { annotated: false, position: 600 });
    const found = match([statement({ id: "S1", origin: "germline" })], [bare]);
    expect(found.undetermined[0]?.reason.code).toBe("not-annotated");
  });

  it("stays open on a loss of both copies in the tumor, which has no known origin either", () => {
    const lost: Constraint = { type: "consequence", gene: "BRCA2", class: "loss-of-function" };
    const deletion = copies("BRCA2", "homozygous-deletion");
    const of = (origin: "germline" | null) =>
      match([statement({ id: "S1", gene: "BRCA2", constraints: [lost], origin })], [deletion]);
    expect(of("germline").undetermined[0]?.reason.code).toBe("origin-germline");
    expect(of(null).met).toHaveLength(1);
  });

  it("that is not met is not met", () => {
    const found = match([statement({ id: "S1", variant: "V600K", origin: "germline" })], seen);
    expect(found.unmet).toHaveLength(1);
  });
});

describe("an expression statement", () => {
  const high: Constraint = {
    type: "expression",
    gene: "ERBB2",
    molecule: "protein",
    direction: "up",
  };
  const withTable = new Set<InputNeed>([...annotatedVcf, "protein-expression"]);

  it.each([
    ["met by an outlier", [outlier("ERBB2", "up")], [call("ERBB2", "up")], "met"],
    ["unmet by the opposite", [outlier("ERBB2", "down")], [call("ERBB2", "down")], "unmet"],
    ["unmet by a normal value", [variant("ERBB2", "L755S")], [call("ERBB2", "none")], "unmet"],
    ["open when the cohort is too small", [], [call("ERBB2", "not assessable")], "undetermined"],
    ["open when the gene is in no table", [], [call("EGFR", "none")], "undetermined"],
    ["open when the table has none of the tested genes", [], [], "undetermined"],
    [
      "open when only the RNA is an outlier",
      [outlier("ERBB2", "up", "rna")],
      [{ ...call("ERBB2", "up"), molecule: "rna" as const }],
      "undetermined",
    ],
  ])("is %s", (_, observations, outliers, state) => {
    expect(stateOf([high], observations, { available: withTable, outliers })).toBe(state);
  });

  it("about RNA is not decided by a protein table", () => {
    const rna: Constraint = { ...high, molecule: "rna" };
    const facts = { available: withTable, outliers: [call("ERBB2", "none")] };
    const found = match([statement({ id: "S1", constraints: [rna] })], [], facts);
    expect(found.undetermined[0]?.reason.code).toBe("no-rna-input");
  });

  it("about presence is not decided by a normal value", () => {
    const present: Constraint = { ...high, direction: "present" };
    const facts = { available: withTable, outliers: [call("ERBB2", "none")] };
    expect(stateOf([present], [], facts)).toBe("undetermined");
  });
});

describe("a known resistance variant", () => {
  const anyMutation = statement({
    id: "S1",
    gene: "EGFR",
    variant: "MUTATION",
    constraints: [{ type: "consequence", gene: "EGFR", class: "mutation" }],
    drugs: ["erlotinib"],
  });
  const t790m = statement({
    id: "S2",
    gene: "EGFR",
    variant: "T790M",
    predicate: "resistance",
    drugs: ["gefitinib", "erlotinib"],
    relation: "substitutes",
  });

  it("does not meet a statement about any mutation for the drug it resists", () => {
    const found = match([anyMutation, t790m], [variant("EGFR", "T790M")]);
    expect(found.met.map((each) => each.statement.id)).toEqual(["S2"]);
    expect(found.unmet[0]?.reason.code).toBe("known-resistance-variant");
  });

  it("is known from a statement about the fusion that carries it, whether or not the fusion is seen", () => {
    const anyOfAlk = statement({
      id: "S1",
      gene: "ALK",
      variant: "MUTATION",
      constraints: [{ type: "consequence", gene: "ALK", class: "mutation" }],
      drugs: ["ceritinib"],
    });
    const inFusion = (...changes: string[]) =>
      statement({
        id: "S2",
        gene: "ALK",
        predicate: "resistance",
        level: "D",
        drugs: ["ceritinib"],
        constraints: [
          { type: "fusion", gene: "ALK" },
          ...changes.map((change) => ({ type: "protein-change", gene: "ALK", change }) as const),
        ],
      });
    const g1202r = variant("ALK", "G1202R");
    for (const observed of [[g1202r], [g1202r, fusion("EML4", "ALK")]]) {
      const found = match([anyOfAlk, inFusion("G1202R")], observed);
      expect(found.met.map((each) => each.statement.id)).not.toContain("S1");
      const reasons = found.unmet.map(({ reason }) => reason.code);
      expect(reasons).toContain("known-resistance-variant");
    }
    // Which of two changes resists is not said.
    const two = match([anyOfAlk, inFusion("G1202R", "L1198F")], [g1202r]);
    expect(two.met.map((each) => each.statement.id)).toEqual(["S1"]);
    const other = match([anyOfAlk, inFusion("G1202R")], [variant("ALK", "F1174L")]);
    expect(other.met.map((each) => each.statement.id)).toEqual(["S1"]);
  });

  it("does not take a change from a statement of sensitivity that names it beside a fusion", () => {
    const resisting = statement({
      id: "S1",
      gene: "ALK",
      variant: "C1156Y",
      predicate: "resistance",
      drugs: ["crizotinib"],
    });
    const alk = (change: string): Constraint => ({ type: "protein-change", gene: "ALK", change });
    const named = (id: string, second: Constraint) =>
      statement({
        id,
        gene: "ALK",
        drugs: ["crizotinib"],
        constraints: [{ type: "fusion", gene: "ALK" }, second, alk("L1198F")],
      });
    const mutated: Constraint = { type: "consequence", gene: "ALK", class: "mutation" };
    const codon: Constraint = { type: "codon", gene: "ALK", residue: "C", position: 1156 };
    const statements = [
      resisting,
      named("S2", alk("C1156Y")),
      named("S3", codon),
      statement({ id: "S4", gene: "ALK", drugs: ["crizotinib"], constraints: [mutated] }),
    ];
    const fused = [fusion("EML4", "ALK"), variant("ALK", "C1156Y"), variant("ALK", "L1198F")];
    const found = match(statements, fused);
    expect(found.met.map(({ statement: { id } }) => id)).toEqual(["S1", "S2", "S3", "S4"]);
    expect(found.met[3]?.observations).toEqual(["small-variant:GRCh37:7:1198:A:T"]);
    expect(match(statements, fused.slice(0, 2)).met.map(({ statement: { id } }) => id)).toEqual([
      "S1",
    ]);
  });

  it("leaves the other mutation of the gene to meet it", () => {
    const found = match([anyMutation, t790m], [variant("EGFR", "T790M"), variant("EGFR", "L858R")]);
    expect(found.met[0]).toMatchObject({
      statement: { id: "S1" },
      observations: ["small-variant:GRCh37:7:858:A:T"],
    });
  });
});

describe("the result", () => {
  const statements = [
    statement({ id: "S3" }),
    statement({
      id: "S1",
      constraints: [{ type: "consequence", gene: "BRAF", class: "mutation" }],
    }),
    statement({ id: "S2", constraints: [amplified] }),
    statement({ id: "S4", variant: "V600K" }),
    statement({ id: "S5", gene: "KRAS", constraints: [{ type: "wild-type", gene: "KRAS" }] }),
  ];
  const observations = [variant("BRAF", "V600E"), variant("BRAF", "L597Q"), outlier("BRAF", "up")];
  const expected = match(statements, observations);

  it("does not depend on the order of statements or observations", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(statements, { minLength: statements.length }),
        fc.shuffledSubarray(observations, { minLength: observations.length }),
        (shuffled, seenShuffled) => {
          expect(match(shuffled, seenShuffled)).toEqual(expected);
        },
      ),
    );
  });

  it("is sorted by statement", () => {
    expect(expected.met.map((each) => each.statement.id)).toEqual(["S1", "S3"]);
    expect(expected.undetermined.map((each) => each.statement.id)).toEqual(["S2", "S5"]);
    expect(expected.unmet.map((each) => each.statement.id)).toEqual(["S4"]);
  });
});

it("says in the plural that copy numbers were not given", () => {
  const [open] = match([statement({ id: "S1", constraints: [amplified] })], []).undetermined;
  expect(open?.reason.text).toContain("Copy numbers were not given.");
});
