/**
 * The arms of NCI-MATCH as a small knowledgebase: each arm is one statement, what it excludes stands as `not` beside what it includes. The
 * alterations and arms are those of nci_match_arm_cases.csv of the specification (drmrgd/matchbox_api_utils 1bab8402, MIT). Not
 * expressible: arms that a tumor type or an earlier therapy closes, because a statement names alterations only; and the classes of
 * the Oncomine panel ("Hotspot", "Deleterious"), which are read as changes and as classes of effects.
 */
import { describe, expect, it } from "vitest";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { findMatches } from "../../../src/match/find-matches.ts";
import type { Alteration, InputNeed } from "../../../src/model/alteration.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { diseases, index, statement, variant } from "./constructed-case.ts";

const v600e: Constraint = { type: "protein-change", gene: "BRAF", change: "V600E" };
const ptenLoss: Constraint = { type: "consequence", gene: "PTEN", class: "truncating" };
const her2Exon20: Constraint = {
  type: "region",
  gene: "ERBB2",
  name: "exon 20",
  residues: [770, 831],
  change: "insertion",
};
const her2Copies: Constraint = {
  type: "copy-number",
  gene: "ERBB2",
  change: "amplification",
  minCopies: 7,
};

function not(constraint: Constraint): Constraint {
  return { type: "not", constraint };
}

/** Of I, IX1, P and Y the file gives only what excludes them: what they include is E545K, PTEN deleted, and AKT1 E17K. */
const akt1: Constraint = { type: "protein-change", gene: "AKT1", change: "E17K" };
const pik3ca: Constraint = { type: "protein-change", gene: "PIK3CA", change: "E545K" };
const ptenDeleted: Constraint = { type: "copy-number", gene: "PTEN", change: "deletion" };

const arms: Readonly<Record<string, readonly Constraint[]>> = {
  A: [{ type: "region", gene: "EGFR", name: "exon 19", residues: [729, 761], change: "deletion" }],
  B: [her2Exon20],
  BX1: [her2Exon20],
  F: [{ type: "fusion", gene: "ALK" }],
  H: [v600e],
  I: [pik3ca, not(ptenLoss)],
  IX1: [pik3ca, not(ptenLoss)],
  J: [her2Copies],
  N: [ptenLoss, not(v600e)],
  P: [ptenDeleted, not(v600e)],
  Q: [her2Copies],
  QX1: [her2Copies],
  Y: [akt1, not(v600e)],
};

const statements = Object.entries(arms).map(([id, constraints]) => {
  const [included] = constraints;
  const gene = included !== undefined && "gene" in included ? included.gene : undefined;
  return statement({ id, gene: gene ?? "", variant: id, constraints, drugs: [id.toLowerCase()] });
});

function other(alteration: Exclude<Alteration, { kind: "small-variant" }>, gene: string) {
  return { ...variant(gene, "X1Y"), id: `${alteration.kind}:${gene}`, label: gene, alteration };
}

const braf = variant("BRAF", "V600E");
const pten = variant("PTEN", "Q97*", { term: "stop_gained" });
const erbb2 = (copies: number) =>
  other({ kind: "copy-number", gene: "ERBB2", change: "amplification", copies }, "ERBB2");

function armsOf(...observations: readonly Observation[]) {
  const needs: readonly InputNeed[] = [
    "small-variants",
    "protein-annotation",
    "copy-number",
    "fusions",
  ];
  const { met, undetermined, unmet } = findMatches(
    { observations, available: new Set(needs), caseDisease: null, assembly: "GRCh37" },
    { statements, diseases },
    index,
  );
  const ids = (each: readonly { statement: { id: string } }[]) =>
    each.map((one) => one.statement.id);
  return { met: ids(met), open: ids(undetermined), unmet };
}

describe("the arms of NCI-MATCH", () => {
  it.each([
    ["1: BRAF V600E", braf, ["H"]],
    ["3: ERBB2 amplified", erbb2(8), ["J", "Q", "QX1"]],
    [
      "4: ALK fusion",
      other({ kind: "fusion", fivePrime: "ALK", threePrime: "PTPN3", inFrame: null }, "ALK"),
      ["F"],
    ],
    [
      "5: EGFR exon 19 deletion",
      variant("EGFR", "E746_A750del", { term: "inframe_deletion" }),
      ["A"],
    ],
    [
      "6: ERBB2 exon 20 insertion",
      variant("ERBB2", "Y772_A775dup", { term: "inframe_insertion" }),
      ["B", "BX1"],
    ],
    ["7: TP53 R273H", variant("TP53", "R273H"), []],
  ] as const)("include case %s", (_, observation, expected) => {
    expect(armsOf(observation).met).toEqual(expected);
  });

  it("wait for proof that what excludes them is absent (case 2: PTEN nonsense)", () => {
    expect(armsOf(pten)).toMatchObject({ met: [], open: expect.arrayContaining(["N"]) });
  });

  it.each([
    ["N", "1: BRAF V600E", braf, pten],
    [
      "P",
      "1: BRAF V600E",
      braf,
      other(
        { kind: "copy-number", gene: "PTEN", change: "homozygous-deletion", copies: 0 },
        "PTEN",
      ),
    ],
    ["Y", "1: BRAF V600E", braf, variant("AKT1", "E17K")],
    ["I", "2: PTEN nonsense", pten, variant("PIK3CA", "E545K")],
    ["IX1", "2: PTEN nonsense", pten, variant("PIK3CA", "E545K")],
  ] as const)("exclude: %s by case %s beside what it includes", (arm, _, excluding, included) => {
    const alone = armsOf(included);
    expect(alone.open).toContain(arm);
    const both = armsOf(included, excluding);
    expect([...both.met, ...both.open]).not.toContain(arm);
    expect(both.unmet.map((each) => each.statement.id)).toContain(arm);
  });

  it("open by 7 copies of ERBB2, where ours open by 6 (amplification_thresholds.csv)", () => {
    expect(armsOf(erbb2(6.9)).met).toEqual([]);
    expect(armsOf(erbb2(7)).met).toEqual(["J", "Q", "QX1"]);
  });
});
