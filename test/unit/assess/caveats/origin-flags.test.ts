import { describe, expect, it } from "vitest";
import { findOriginFlags } from "../../../../src/assess/caveats/origin-flags.ts";
import { outlier, statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";

/** Kuzbari 2023 (PMID 36529447): followed up whatever the tumor, and of intermediate penetrance. */
const germline = ["BRCA1", "BRCA2", "PALB2", "MLH1", "MSH2", "MSH6", "RET", "ATM", "CHEK2"];
/** Severson 2018, abstract. */
const blood = ["DNMT3A", "TP53", "TET2", "ASXL1", "ATM", "CHEK2", "SF3B1", "CBL", "JAK2"];

const codes = (gene: string) => findOriginFlags(variant(gene, "R1K")).map(({ code }) => code);

describe("the origin of a variant without a normal sample", () => {
  it.each(germline)("in %s is followed up in the germline", (gene) => {
    expect(codes(gene)).toContain("germline-follow-up");
  });

  it.each(blood)("in %s may be blood cells", (gene) => {
    expect(codes(gene)).toContain("clonal-hematopoiesis");
  });

  it("is not flagged where few variants are inherited, and of no protein", () => {
    expect(codes("APC")).toEqual([]);
    expect(codes("STK11")).toEqual([]);
    expect(codes("TP53")).toEqual(["clonal-hematopoiesis"]);
    expect(findOriginFlags(outlier("BRCA1", "down"))).toEqual([]);
  });

  it("tells how often blood cells were found, where that is known", () => {
    expect(findOriginFlags(variant("DNMT3A", "R882H"))[0]?.text).toContain("7 of 11");
    expect(findOriginFlags(variant("TP53", "R175H"))[0]?.text).toContain("2 of 50");
  });

  it("is flagged only without a normal, and moves neither rank nor tier", () => {
    const parts = {
      statements: [
        statement({ id: "S1", drugs: ["alpha"], gene: "ATM", variant: "R1K" }),
        statement({ id: "S2", drugs: ["beta"] }),
      ],
      observations: [variant("ATM", "R1K"), variant("BRAF", "V600E")],
    };
    const alone = assess({ ...parts, tumorOnly: true });
    const paired = assess({ ...parts, tumorOnly: false });
    const flagged = (found: typeof alone) =>
      found.findings.flatMap(({ caveats }) => caveats.map(({ code }) => code));
    expect(flagged(alone)).toEqual(["germline-follow-up", "clonal-hematopoiesis"]);
    expect(flagged(paired)).toEqual([]);
    const order = (found: typeof alone) =>
      found.targets.map(({ id, amp, flags }) => [id, amp.tier, flags]);
    expect(order(alone)).toEqual(order(paired));
  });
});
