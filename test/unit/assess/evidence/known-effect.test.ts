import { describe, expect, it } from "vitest";
import { judgeEffects, keepCarriers } from "../../../../src/assess/evidence/known-effect.ts";
import { tellsNoFunction } from "../../../../src/knowledgebase/index/tells-no-function.ts";
import type { Match } from "../../../../src/match/match.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import type { Specificity } from "../../../../src/model/verdict.ts";
import { index, statement } from "../../match/constructed-case.ts";

function seen(gene: string, proteinChange: string, term: string): Observation {
  const allele = { assembly: "GRCh37", contig: "7", position: 600, ref: "A", alt: "T" } as const;
  const rest = { transcript: null, codingChange: null, exon: null, preferred: true } as const;
  const consequences = [{ gene, proteinChange, terms: [term], source: "CSQ" as const, ...rest }];
  return {
    id: `${gene} ${proteinChange}`,
    label: `${gene} ${proteinChange}`,
    gene,
    alteration: { kind: "small-variant", allele, consequences, populationFrequency: null },
    support: { kind: "reads", vaf: 0.3, depth: 50, altReads: 15, rule: null, genotype: "absent" },
    provenance: { file: "a.vcf", line: 1, sample: null },
  };
}

function match(observation: Observation, specificity: Specificity): Match {
  return {
    statement: statement({ id: "S1" }),
    state: "met",
    specificity,
    observations: [observation.id],
    reason: { code: "met", text: "met" },
    relation: "same",
    missing: [],
    notCovered: [],
  };
}

function effect(observation: Observation, also: Specificity[] = []): string {
  const wide = match(observation, "gene");
  const met = [wide, ...also.map((specificity) => match(observation, specificity))];
  return judgeEffects(met, {
    observations: new Map([[observation.id, observation]]),
    geneRole: (gene) => (gene === "PTEN" ? "tumor suppressor" : "oncogene"),
    namesResidue: (...residue) => residue.join(" ") === "BRAF V 600",
    namesActiveResidue: (...residue) => residue.join(" ") === "BRAF V 600",
    tellsNoFunction: () => false,
  })(wide);
}

it("a statement of sensitivity to any mutation is not about one that resists in this tumor", () => {
  const insertion = seen("EGFR", "A767_V769dup", "inframe_insertion");
  const wide = match(insertion, "gene");
  const named = match(insertion, "protein change");
  const resisted = statement({ id: "S2", predicate: "resistance", level: "B" });
  const judge = (relation: Match["relation"]) =>
    judgeEffects(
      [wide, named, { ...match(insertion, "exon or range"), statement: resisted, relation }],
      {
        observations: new Map([[insertion.id, insertion]]),
        geneRole: () => "oncogene",
        namesResidue: () => false,
        namesActiveResidue: () => false,
        tellsNoFunction: () => false,
      },
    )(wide);
  expect(judge("ancestor")).toBe("resistant");
  expect(judge("other")).toBe("known");
});

describe("a statement about any mutation of a gene", () => {
  it("counts for a variant that a statement names, or whose codon it names", () => {
    expect(effect(seen("EGFR", "R521K", "missense_variant"), ["protein change"])).toBe("known");
    expect(effect(seen("EGFR", "R521K", "missense_variant"), ["codon"])).toBe("known");
  });
  it("does not count for a missense variant that nobody describes, whatever wider statements it meets", () => {
    expect(effect(seen("EGFR", "R521K", "missense_variant"))).toBe("unknown");
    expect(effect(seen("KRAS", "L122F", "missense_variant"))).toBe("unknown");
    expect(effect(seen("EGFR", "R521K", "missense_variant"), ["exon or range"])).toBe("unknown");
  });
  it("counts for another change of a residue that statements name, and for RAS codons", () => {
    expect(effect(seen("BRAF", "V600M", "missense_variant"))).toBe("known");
    expect(effect(seen("BRAF", "G600M", "missense_variant"))).toBe("unknown");
    expect(effect(seen("KRAS", "K117N", "missense_variant"))).toBe("known");
  });
  it("counts for a truncation of a tumor suppressor and of no other gene", () => {
    expect(effect(seen("PTEN", "R130*", "stop_gained"))).toBe("known");
    expect(effect(seen("EGFR", "R130*", "stop_gained"))).toBe("unknown");
    expect(effect(seen("PTEN", "A79T", "missense_variant"))).toBe("unknown");
  });
});

describe("a variant that statements name because the drugs of its own protein do not work", () => {
  const change = seen("EGFR", "V851I", "missense_variant");
  const wide = match(change, "gene");
  const naming = (parts: Parameters<typeof statement>[0]): Match => ({
    ...match(change, "protein change"),
    statement: statement({ gene: "EGFR", drugs: ["cetuximab"], level: "C", ...parts }),
  });
  const judge = (met: readonly Match[], asked = wide, namesActiveResidue = false): string =>
    judgeEffects([asked, ...met], {
      observations: new Map([[change.id, change]]),
      geneRole: () => "oncogene",
      namesResidue: () => true,
      namesActiveResidue: () => namesActiveResidue,
      tellsNoFunction: (of) => index.tellsNoFunction(of),
    })(asked);
  const noBenefit = naming({ id: "S2", direction: "does not support" });
  const resistance = naming({ id: "S3", predicate: "resistance" });

  it("is not what a statement of sensitivity to any mutation means", () => {
    expect(judge([noBenefit])).toBe("insensitive");
    expect(judge([resistance])).toBe("insensitive");
    expect(judge([naming({ id: "S4", predicate: "reduced sensitivity" })])).toBe("insensitive");
  });
  it("is not meant either where an antibody against the same protein still works", () => {
    const antibody = naming({ id: "S5", drugs: ["panitumumab"] });
    const others = {
      observations: new Map([[change.id, change]]),
      geneRole: () => "oncogene" as const,
    };
    const targets = { class: "monoclonal antibody", targets: ["EGFR"] };
    const judged = judgeEffects([wide, resistance, antibody], {
      ...others,
      namesResidue: () => true,
      namesActiveResidue: () => false,
      tellsNoFunction: (of) =>
        tellsNoFunction(
          of,
          new Map([
            ["cetuximab", targets],
            ["panitumumab", targets],
          ]),
        ),
    })(wide);
    expect(judged).toBe("insensitive");
  });
  it("counts again where a statement of sensitivity names it, or another change of its residue", () => {
    expect(judge([noBenefit, naming({ id: "S5" })])).toBe("known");
    expect(judge([noBenefit], wide, true)).toBe("known");
  });
  it("counts where it resists a drug against another protein, or resistance is disputed", () => {
    const other = { id: "S6", predicate: "resistance", drugs: ["vemurafenib"] } as const;
    expect(judge([naming(other)])).toBe("known");
    expect(
      judge([naming({ id: "S7", predicate: "resistance", direction: "does not support" })]),
    ).toBe("known");
  });
  it("still counts for a statement of resistance to any mutation", () => {
    const resisted = { ...wide, statement: statement({ id: "S8", predicate: "resistance" }) };
    expect(judge([noBenefit], resisted)).toBe("known");
  });
});

describe("a stop that many people carry", () => {
  const effectOfEnd = (change: string, term: string, specificity: Specificity): string => {
    const observation = seen("BRCA2", change, term);
    const wide = match(observation, specificity);
    return judgeEffects([wide], {
      observations: new Map([[observation.id, observation]]),
      geneRole: () => "tumor suppressor",
      namesResidue: () => false,
      namesActiveResidue: () => false,
      tellsNoFunction: () => false,
    })(wide);
  };
  it("is no loss of function, nor is a truncation behind it", () => {
    expect(effectOfEnd("K3326*", "stop_gained", "consequence in gene")).toBe("tolerated");
    expect(effectOfEnd("K3326*", "stop_gained", "gene")).toBe("tolerated");
    expect(effectOfEnd("T3401Mfs*2", "frameshift_variant", "gene")).toBe("tolerated");
  });
  it("says nothing of a truncation before it, of a missense change, and of a statement that names it", () => {
    expect(effectOfEnd("S1982Rfs*22", "frameshift_variant", "consequence in gene")).toBe("known");
    expect(effectOfEnd("K3326E", "missense_variant", "gene")).toBe("unknown");
    expect(effectOfEnd("K3326*", "stop_gained", "protein change")).toBe("known");
  });
});

describe("of several variants of a gene", () => {
  const driver = seen("BRAF", "V600M", "missense_variant");
  const passenger = seen("BRAF", "G30D", "missense_variant");
  const other = seen("KRAS", "L122F", "missense_variant");
  const context = {
    observations: new Map([driver, passenger, other].map((each) => [each.id, each])),
    geneRole: () => "oncogene" as const,
    namesResidue: (...residue: readonly unknown[]) => residue.join(" ") === "BRAF V 600",
    namesActiveResidue: (...residue: readonly unknown[]) => residue.join(" ") === "BRAF V 600",
    tellsNoFunction: () => false,
  };
  const keep = (
    observations: readonly Observation[],
    specificity: Specificity = "gene",
  ): Match | undefined => {
    const ids = observations.map(({ id }) => id);
    const text = `${observations.map(({ label }) => label).join(" with ")} meets it.`;
    const wide = { ...match(driver, specificity), observations: ids };
    return keepCarriers([{ ...wide, reason: { code: "gene", text } }], context)[0];
  };

  it("those alone carry a statement about any mutation whose effect is known", () => {
    expect(keep([driver, passenger])).toMatchObject({
      observations: [driver.id],
      reason: { text: "BRAF V600M meets it." },
    });
  });
  it("all are left where none is known, where one is of another gene, and where the statement names what it means", () => {
    expect(keep([passenger])?.observations).toEqual([passenger.id]);
    expect(keep([driver, other])?.observations).toEqual([driver.id, other.id]);
    expect(keep([driver, passenger], "exon or range")?.observations).toHaveLength(2);
  });
});

/** Spec, clinical: a statement about any mutation of a gene is held to what is known of each variant that meets it. */
describe("of variants that meet a statement about any mutation", () => {
  const known = seen("EGFR", "V851I", "missense_variant");
  const active = seen("EGFR", "L858R", "missense_variant");
  const end = seen("BRCA2", "K3326*", "stop_gained");
  const early = seen("BRCA2", "S1982*", "stop_gained");
  const passenger = seen("EGFR", "R521K", "missense_variant");
  const all = [known, active, end, early, passenger];
  const naming = (observation: Observation, parts: Parameters<typeof statement>[0]): Match => ({
    ...match(observation, "protein change"),
    statement: statement({ gene: "EGFR", ...parts }),
  });
  const blocked = [known, active].map((each, place) =>
    naming(each, { id: `R${place}`, predicate: "resistance", drugs: ["cetuximab"], level: "C" }),
  );
  const context = {
    observations: new Map(all.map((each) => [each.id, each])),
    geneRole: (gene: string) => (gene === "EGFR" ? ("oncogene" as const) : ("both" as const)),
    namesResidue: () => false,
    namesActiveResidue: (gene: string, residue: string, place: number) =>
      `${gene} ${residue}${place}` === "EGFR L858",
    tellsNoFunction: ({ predicate }: Match["statement"]) => predicate === "resistance",
  };
  const about = (
    observations: readonly Observation[],
    parts: Partial<Parameters<typeof statement>[0]> = {},
    specificity: Specificity = "gene",
  ): Match => ({
    ...match(observations[0] ?? known, specificity),
    statement: statement({ id: "W", ...parts }),
    observations: observations.map(({ id }) => id),
    reason: {
      code: "gene",
      text: `${observations.map(({ label }) => label).join(" with ")} meets it.`,
    },
  });
  const judge = (asked: Match, met: readonly Match[] = blocked): string =>
    judgeEffects([asked, ...met], context)(asked);
  const carriers = (asked: Match, met: readonly Match[] = blocked) =>
    keepCarriers([asked, ...met], context)[0]?.observations;

  it("one whose function is known is enough for sensitivity", () => {
    expect(judge(about([known]))).toBe("insensitive");
    expect(judge(about([known, active]))).toBe("known");
    expect(carriers(about([known, active]))).toEqual([active.id]);
  });

  it("a sensitivity that is denied, or resistance, needs no function", () => {
    expect(judge(about([known], { direction: "does not support" }))).toBe("known");
    expect(carriers(about([known, passenger], { direction: "does not support" }))).toEqual([
      known.id,
    ]);
    expect(carriers(about([known, passenger], { predicate: "resistance" }))).toEqual([known.id]);
  });

  it("one that is tolerated takes nothing from another that ends the protein early", () => {
    expect(judge(about([end, early]))).toBe("known");
    expect(judge(about([end, early], {}, "consequence in gene"))).toBe("known");
    expect(carriers(about([end, early]))).toEqual([early.id]);
    expect(carriers(about([end, early], {}, "consequence in gene"))).toEqual([early.id]);
  });

  it("one is tolerated only where every transcript that it cuts is", () => {
    const [first] = end.alteration.kind === "small-variant" ? end.alteration.consequences : [];
    if (first === undefined) throw new Error("no consequence");
    const onTwo = (proteinChange: string | null, term: string): string => {
      const consequences = [first, { ...first, proteinChange, terms: [term] }];
      const both = { ...end, alteration: { ...end.alteration, consequences } } as Observation;
      const observations = new Map([[both.id, both]]);
      const asked = about([both], {}, "consequence in gene");
      return judgeEffects([asked], { ...context, observations })(asked);
    };
    expect(onTwo("K3326*", "stop_gained")).toBe("tolerated");
    expect(onTwo(null, "3_prime_UTR_variant")).toBe("tolerated");
    expect(onTwo("S1982*", "stop_gained")).toBe("known");
    expect(onTwo(null, "stop_gained")).toBe("known");
  });

  it("a truncation counts in a gene that is both an oncogene and a tumor suppressor", () => {
    expect(judge(about([early]), [])).toBe("known");
  });

  describe("established resistance of its own", () => {
    const resisted = (
      parts: Partial<Parameters<typeof statement>[0]>,
      specificity: Specificity = "exon or range",
    ): string => {
      const resistance = {
        ...match(active, specificity),
        statement: statement({ id: "R", gene: "EGFR", predicate: "resistance", ...parts }),
      };
      const named = naming(active, { id: "N", level: "B" });
      return judge(about([active]), [named, resistance]);
    };

    it.each(["A", "B"] as const)("at level %s takes a variant out", (level) => {
      expect(resisted({ level })).toBe("resistant");
    });

    it.each(["C", "D", "E"] as const)("at level %s does not", (level) => {
      expect(resisted({ level })).toBe("known");
    });

    it("does not where it is disputed, of the whole gene, or of a combination", () => {
      expect(resisted({ level: "B", direction: "does not support" })).toBe("known");
      expect(resisted({ level: "B" }, "consequence in gene")).toBe("known");
      expect(resisted({ level: "B" }, "gene")).toBe("known");
      expect(resisted({ level: "B", relation: "combination", drugs: ["a", "b"] })).toBe("known");
      expect(resisted({ level: "B", relation: "substitutes", drugs: ["a", "b"] })).toBe(
        "resistant",
      );
    });

    it("leaves a statement to another variant that does not resist", () => {
      const resistance = {
        ...match(known, "exon or range"),
        statement: statement({ id: "R", gene: "EGFR", predicate: "resistance", level: "B" }),
      };
      const met = [resistance, naming(known, { id: "K" }), naming(active, { id: "N" })];
      expect(judge(about([known]), met)).toBe("resistant");
      expect(judge(about([known, active]), met)).toBe("known");
      expect(carriers(about([known, active]), met)).toEqual([active.id]);
    });
  });
});
