import { describe, expect, it } from "vitest";
import { makeProblem } from "../../../../../src/model/problem.ts";
import type { Finding, Target } from "../../../../../src/model/report.ts";
import { buildReport } from "../../../../../src/report/build-report.ts";
import { composeFrontPage } from "../../../../../src/report/render/front/front-page.ts";
import { html } from "../../../../../src/report/render/html.tsx";
import { outlineReport } from "../../../../../src/report/render/outline.ts";
import { emptyParts, makeEvidence, makeTarget, sampleParts } from "../../sample-report.ts";

type Parts = Parameters<typeof buildReport>[0];

function frontOf(parts: Parts) {
  const report = buildReport(parts);
  return composeFrontPage(report, outlineReport(report));
}

function rowOf(changes: Partial<Target>) {
  const [row] = frontOf({ ...emptyParts(), targets: [makeTarget(changes)] }).targets;
  return row!;
}

function factOf(facts: readonly { term: string; text: string }[], term: string): string {
  return facts.find((fact) => fact.term === term)?.text ?? "absent";
}

describe("the front page", () => {
  const front = frontOf(sampleParts());

  it("holds eight targets at most, and says how many follow and where", () => {
    expect(front.targets).toHaveLength(8);
    expect(front.more).toBe(
      "4 more targets of lower rank follow in the appendix, under Targets in full.",
    );
    expect(frontOf({ ...sampleParts(), targets: [makeTarget()] }).more).toBeNull();
  });

  it("names the knowledgebase by its whole digest", () => {
    expect(factOf(front.specimen, "Knowledgebase")).toMatch(/^\S+, SHA-256 [0-9a-f]{64}$/);
  });

  it("names what is blocked, and the cohort of the best target that has one", () => {
    expect(factOf(front.notes, "Resistance, do not use")).toBe(
      "Cetuximab (KRAS G12D); Panitumumab (KRAS G12D)",
    );
    expect(front.strip?.gene).toBe("ERBB2");
  });

  it("says of a blocked therapy that support of a better level than the block speaks for it", () => {
    const [entry] = sampleParts().blocked.filter(({ kind }) => kind === "blocked");
    const [row] = entry!.evidence;
    type Level = "A" | "B";
    const said = (block: Level, support: Level, direction: "supports" | "does not support") => {
      const evidence = [
        { ...row!, predicate: "resistance" as const, ampLevel: block },
        { ...row!, predicate: "sensitivity" as const, direction, ampLevel: support },
      ];
      const parts = { ...sampleParts(), blocked: [{ ...entry!, evidence }] };
      return factOf(frontOf(parts).notes, "Resistance, do not use");
    };
    expect(said("B", "A", "supports")).toBe(
      "Panitumumab (KRAS G12D; level B, against support of level A)",
    );
    // As where the label of a wider group of tumors excludes this one.
    expect(said("A", "A", "supports")).toBe("Panitumumab (KRAS G12D)");
    expect(said("B", "B", "supports")).toBe("Panitumumab (KRAS G12D)");
    expect(said("B", "A", "does not support")).toBe("Panitumumab (KRAS G12D)");
  });

  it("shows the protein before its sites, whichever stands first", () => {
    const parts = sampleParts();
    const [protein] = parts.strips ?? [];
    if (protein === undefined) throw new Error("the sample report has a strip");
    const site = { ...protein, id: "site", name: "ERBB2 pY1248", molecule: "phosphosite" };
    const targets = parts.targets.map((target) => {
      const { measurements } = target.verification;
      const sites = measurements.flatMap((each) => (each.strip ? { ...each, strip: "site" } : []));
      const verification = { ...target.verification, measurements: [...sites, ...measurements] };
      return { ...target, verification };
    });
    expect(frontOf({ ...parts, targets, strips: [site, protein] }).strip?.id).toBe(protein.id);
    const alone = frontOf({ ...parts, targets, strips: [site] });
    expect(alone.strip?.id).toBe("site");
  });

  it("tells what assays say together, and nothing where none are", () => {
    expect(factOf(front.notes, "Read together")).toBe("absent");
    const combinedResults = [
      { marker: "HER2", state: "negative", text: "HER2 negative by ASCO/CAP", observations: ["a"] },
      { marker: "MMR", state: "proficient", text: "MMR proficient", observations: ["b"] },
    ] as const;
    const { notes } = frontOf({
      ...sampleParts(),
      combinedResults: combinedResults.map((result) => ({
        ...result,
        observations: [...result.observations],
      })),
    });
    expect(factOf(notes, "Read together")).toBe("HER2 negative by ASCO/CAP; MMR proficient");
  });

  it("tells what was not assessed by kind, the widest first, and counts the rest", () => {
    const [gap] = sampleParts().notAssessed;
    const notAssessed = Array.from({ length: 10 }, (_, index) => ({
      ...gap!,
      what: `Statements about kind ${index}: a place`,
      statements: index,
    }));
    const text = factOf(frontOf({ ...emptyParts(), notAssessed }).assay, "Not assessed");
    expect(text).toMatch(/^kind 9; kind 8; .*kind 2; 2 more under What was not assessed$/);
  });

  it("counts questions of one kind, so that names and numbers add up to the count above the targets", () => {
    const [gap] = sampleParts().notAssessed;
    const whats = ["wild type: KRAS", "wild type: KIT", ...Array.from("abcdefgh")];
    const notAssessed = whats.map((what, index) => ({ ...gap!, what, statements: 20 - index }));
    const text = factOf(frontOf({ ...emptyParts(), notAssessed }).assay, "Not assessed");
    expect(text).toBe(
      "wild type (2 questions); a; b; c; d; e; f; g; 1 more under What was not assessed",
    );
  });

  it("names the stains and markers that are open where others were given", () => {
    const gap = (code: string, what: string, genes: string[]) => ({
      code,
      what,
      genes,
      reason: "",
      settledBy: "",
      statements: genes.length,
    });
    const notAssessed = [
      gap("no-ihc-input", "Statements about immunohistochemistry", ["CD274", "ESR1", "KIT"]),
      gap("no-status-input", "Statements about TMB, MSI, HRD, signatures and viruses", ["TMB"]),
    ];
    const open = (...roles: ("ihc" | "status")[]) => {
      const inputs = roles.map((role) => ({ ...sampleParts().inputs[0]!, role }));
      return factOf(frontOf({ ...emptyParts(), inputs, notAssessed }).assay, "Not assessed");
    };
    expect(open()).toBe("immunohistochemistry; TMB, MSI, HRD, signatures and viruses");
    expect(open("ihc", "status")).toBe("immunohistochemistry of CD274, ESR1 and KIT; TMB");
  });

  it("says beside the file how many of its records could not be read", () => {
    expect(factOf(frontOf(sampleParts()).assay, "Assays")).toMatch(
      /^variants \(metastasis\.vcf\.gz, 12,034 records of which 2 could not be read\); proteins \(proteome\.csv, 7,300 records\)/u,
    );
  });

  it("counts the faults of reading by severity", () => {
    const fault = (severity: "error" | "warning", message: string) =>
      makeProblem(`fault-${message}`, severity, message);
    const problems = [fault("error", "a"), fault("warning", "b"), fault("warning", "c")];
    expect(factOf(frontOf({ ...emptyParts(), problems }).assay, "Problems")).toBe(
      "1 error, 2 warnings",
    );
    expect(factOf(frontOf({ ...emptyParts(), problems: [] }).assay, "Problems")).toBe("none");
  });

  it("asks to confirm what may be inherited", () => {
    const [variant] = sampleParts().findings.filter(({ kind }) => kind === "small-variant");
    const findings: Finding[] = [
      {
        ...variant!,
        label: "BRCA2 K3326*",
        caveats: [{ code: "germline-follow-up", text: "Often inherited." }],
      },
    ];
    const { notes } = frontOf({ ...emptyParts(), findings });
    expect(factOf(notes, "Possible germline, confirm")).toBe("BRCA2 K3326* (VAF 38.2%)");
  });

  it("asks to confirm what the matched normal holds as well", () => {
    const [variant] = sampleParts().findings.filter(({ kind }) => kind === "small-variant");
    if (variant?.support.kind !== "reads") throw new Error("the sample report has a variant");
    const normal = { sample: "NORMAL", vaf: 0.5, depth: 60, altReads: 30 };
    const inherited: Finding = {
      ...variant,
      label: "BRCA1 Q1756fs",
      support: { ...variant.support, normal },
      caveats: [{ code: "in-the-normal", text: "Also in the normal." }],
    };
    const { notes } = frontOf({ ...emptyParts(), findings: [inherited] });
    expect(factOf(notes, "Possible germline, confirm")).toBe(
      "BRCA1 Q1756fs (VAF 38.2%, normal 50.0%)",
    );
  });

  it("holds a case of hundreds of variants on its sheet: what is more is counted", () => {
    const [variant] = sampleParts().findings.filter(({ kind }) => kind === "small-variant");
    const [target] = sampleParts().targets;
    const findings = Array.from({ length: 300 }, (_, at): Finding => {
      const observation = `observation-${at}`;
      const caveats = ["germline-follow-up", "last-5-percent", ...(at % 2 ? ["few-reads"] : [])];
      const label = `GENE${at} R${at}*`;
      return {
        ...variant!,
        observation,
        label,
        support: { ...variant!.support, vaf: at === 7 ? 0.1 : 0.3818 } as Finding["support"],
        gene: `GENE${at}`,
        statements: ["S1"],
        caveats: caveats.map((code) => ({ code, text: `${label}: ${code}.` })),
      };
    });
    const alterations = findings.map(({ observation, label, gene }) => ({
      observation,
      label,
      gene,
    }));
    const { blocked } = sampleParts();
    const crowded = frontOf({
      ...emptyParts(),
      findings,
      targets: [{ ...target!, alterations }],
      blocked: blocked.map((entry) => ({ ...entry, alterations })),
    });
    const [row] = crowded.targets;
    expect(row?.finding).toMatch(/^(?:\S+ \S+ \+ ){4}\S+ \S+ and 295 more$/);
    expect(row?.measured).toBe("VAF 10.0% to 38.2%");
    expect(row?.doubts).toEqual([expect.stringMatching(/^few reads \(.* and 146 more\)$/)]);
    expect(row?.verifyBy).toMatch(/ and 296 more$/);
    const germline = factOf(crowded.notes, "Possible germline, confirm");
    expect(germline).toMatch(/ and 292 more, each with its caveat under Findings$/);
    expect(factOf(crowded.notes, "Loss of function in doubt")).toMatch(
      / 296 more are in doubt, under Findings\.$/,
    );
    for (const { text } of crowded.notes) expect(text.length).toBeLessThan(500);
  });

  it("tells of a loss of function that may be none, where a statement is met by it", () => {
    const [variant] = sampleParts().findings.filter(({ kind }) => kind === "small-variant");
    const text = "BRCA2 K3326*: the change lies in the last 5% of the coding sequence.";
    const caveats = [{ code: "last-5-percent", text }];
    const doubted: Finding = { ...variant!, statements: ["S1"], caveats };
    const target = {
      ...sampleParts().targets[0]!,
      alterations: [{ observation: variant!.observation, label: "BRCA2 K3326*", gene: "BRCA2" }],
    };
    const of = (finding: Finding) =>
      frontOf({ ...emptyParts(), findings: [finding], targets: [target] });
    expect(factOf(of(doubted).notes, "Loss of function in doubt")).toBe(text);
    expect(of(doubted).targets[0]?.flags).toContain("loss of function in doubt");
    const unmet = of({ ...doubted, statements: [] });
    expect(unmet.notes.map(({ term }) => term)).not.toContain("Loss of function in doubt");
    expect(of(variant!).targets[0]?.flags).not.toContain("loss of function in doubt");
  });

  it("doubts a target whose findings may be none, and names them where others are sound", () => {
    const [variant] = sampleParts().findings.filter(({ kind }) => kind === "small-variant");
    const doubted = (...codes: string[]): Finding => ({
      ...variant!,
      observation: "doubted",
      label: "BRAF V600E",
      caveats: codes.map((code) => ({ code, text: "The caller rejects it." })),
    });
    const sound: Finding = { ...doubted(), observation: "sound", label: "BRAF V600K" };
    const doubtsOf = (findings: readonly Finding[]) => {
      const alterations = findings.map(({ observation, label, gene }) => ({
        observation,
        label,
        gene,
      }));
      const parts = { ...emptyParts(), findings, targets: [makeTarget({ alterations })] };
      return frontOf(parts).targets[0]?.doubts;
    };
    expect(doubtsOf([doubted("few-reads", "filtered-call")])).toEqual([
      "call failed a filter",
      "few reads",
    ]);
    expect(doubtsOf([doubted("host-tissue"), sound])).toEqual([
      "may be normal tissue (BRAF V600E)",
    ]);
    expect(doubtsOf([sound])).toEqual([]);
  });

  describe("tested and negative", () => {
    const result = (kind: "signature" | "ihc", label: string, text: string): Finding => ({
      ...sampleParts().findings[0]!,
      observation: label,
      kind,
      label,
      support: { kind: "value", value: null, text, unit: null, method: null },
      statements: [],
    });
    const lineOf = (...findings: Finding[]) =>
      factOf(frontOf({ ...emptyParts(), findings }).notes, "Tested and negative");
    const end = "; of genes, no file shows absence";

    it.each([
      ["signature", "MSI stable", "stable"],
      ["signature", "MSI stable", "2.1, stable by the cut-off of PMID 30211344"],
      ["signature", "TMB low", "3.1 mutations/Mb, low"],
      ["signature", "HRD proficient", "0.02 probability, proficient"],
      ["signature", "HPV16 absent", "absent"],
      ["ihc", "ER IHC negative", "negative"],
      ["ihc", "HER2 IHC 0", "0"],
      ["ihc", "PD-L1 IHC 0 TPS", "0 TPS"],
      ["ihc", "PD-L1 IHC <1 CPS", "<1 CPS"],
    ] as const)("%s %s (%s) is", (kind, label, text) => {
      expect(lineOf(result(kind, label, text))).toBe(`${label}${end}`);
      const matched = { ...result(kind, label, text), statements: ["one"] };
      expect(lineOf(matched)).toBe(`${label}${end}`);
    });

    it.each([
      ["signature", "MSI high", "high"],
      ["signature", "TMB 38.4 mutations/Mb", "38.4 mutations/Mb"],
      ["signature", "HRD deficient", "deficient"],
      ["signature", "HPV16 present", "present"],
      ["ihc", "PD-L1 IHC 60 TPS", "60 TPS"],
      ["ihc", "HER2 IHC 1+", "1+"],
      ["ihc", "ER IHC positive", "positive"],
      ["ihc", "PD-L1 IHC <10 TPS", "<10 TPS"],
      ["ihc", "HER2 ISH 0 copies", "0 copies"],
    ] as const)("%s %s (%s) is not, though it meets no statement", (kind, label, text) => {
      const apart = `not negative by value alone, no statement met: ${label}`;
      expect(lineOf(result(kind, label, text))).toBe(`${apart}${end}`);
    });

    it("tells a protein that is lost from one that is not there, and from one that is kept", () => {
      const lost = result("ihc", "MLH1 IHC lost", "lost");
      const kept = result("ihc", "MSH2 IHC retained", "retained");
      expect(lineOf(lost, kept, result("ihc", "HER2 IHC 0", "0"))).toBe(
        `HER2 IHC 0; not lost: MSH2 IHC retained; protein lost, a finding: MLH1 IHC lost${end}`,
      );
    });

    it.each([
      ["MLH1", "0 %", "protein lost, a finding: "],
      ["PMS2", "0", "protein lost, a finding: "],
      ["MSH6", "negative", "protein lost, a finding: "],
      ["MSH2", "<1 %", "not negative by value alone, no statement met: "],
      ["PMS2", "0 IC", "not negative by value alone, no statement met: "],
      ["MLH1", "90 %", "not negative by value alone, no statement met: "],
      ["PTEN", "<1 %", "protein lost, a finding: "],
      ["ESR1", "0 %", ""],
    ])(
      "calls %s of %s what it is where the loss of the protein is a finding",
      (gene, text, title) => {
        expect(lineOf({ ...result("ihc", "the stain", text), gene })).toBe(
          `${title}the stain${end}`,
        );
      },
    );

    it("calls no gene of an in situ hybridization a lost protein", () => {
      const ish = result("ihc", "PTEN ISH negative", "negative");
      expect(lineOf({ ...ish, gene: "PTEN" })).toBe(`PTEN ISH negative${end}`);
    });

    it("names no gene, and says so", () => {
      expect(lineOf()).toBe(`no marker or stain${end}`);
      const { counts } = emptyParts();
      const callable = { read: 1, matched: 0, notMatched: 1, setAside: 0, refused: 0 };
      const { notes } = frontOf({ ...emptyParts(), findings: [], counts: { ...counts, callable } });
      expect(factOf(notes, "Tested and negative")).toBe(
        "no marker or stain; genes that were read without a finding are not listed",
      );
    });
  });

  it("has the forms of both boards behind it, and the clinical one is empty", () => {
    const page = html.render(buildReport(sampleParts()));
    const form = page.slice(page.indexOf('id="clinical-board"'), page.indexOf('id="targets"'));
    for (const line of ["Decision", "Drug and dose", "Reason, if declined", "Date", "Signature"]) {
      expect(form).toContain(`<dt>${line}</dt><dd><span class="unseen">blank</span></dd>`);
    }
  });
});

describe("the three questions about a target", () => {
  const answersOf = (changes: Partial<Target>) => rowOf(changes).answers.map(({ text }) => text);

  it("cite the statement that placed it, and count the others", () => {
    const weak = makeEvidence({ ampLevel: "C", disease: { id: null, name: "Melanoma" } });
    const evidence = [weak, makeEvidence({ ampLevel: "A" }), weak];
    expect(answersOf({ evidence })).toEqual([
      "level A in Colorectal Cancer, CIViC; 2 more",
      "nothing in the knowledgebase",
      "nothing in the knowledgebase",
    ]);
  });

  it("say what speaks against it, and how it was borne", () => {
    const elsewhere = { relation: "other", disease: { id: null, name: "Melanoma" } } as const;
    const evidence = [
      makeEvidence({ ampLevel: "A" }),
      makeEvidence({ direction: "does not support" }),
      makeEvidence({ predicate: "resistance", ampLevel: "D", ...elsewhere }),
      makeEvidence({ predicate: "adverse response", ampLevel: "C" }),
    ];
    expect(answersOf({ evidence })).toEqual([
      "level A in Colorectal Cancer, CIViC; 1 statement of no benefit speaks against it",
      "level D in Melanoma, another tumor, CIViC",
      "level C in Colorectal Cancer, CIViC",
    ]);
    expect(rowOf({ evidence }).answers.map(({ isAgainst }) => isAgainst)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("do not take disputed resistance or harm for it", () => {
    const evidence = [
      makeEvidence(),
      makeEvidence({ predicate: "resistance", direction: "does not support" }),
      makeEvidence({ predicate: "adverse response", direction: "does not support" }),
    ];
    expect(answersOf({ evidence }).slice(1)).toEqual([
      "nothing in the knowledgebase",
      "nothing in the knowledgebase",
    ]);
  });
});

describe("the decisions of the agencies", () => {
  const approval = (
    agency: "EMA" | "FDA",
    date: string | null,
    status: "regular" | "withdrawn" | "conditional" = "regular",
  ) => ({ agency, date, status, documents: [] });

  it("are those in this tumor before those elsewhere", () => {
    const evidence = [
      makeEvidence({ relation: "other", approvals: [approval("FDA", "2013-05-29")] }),
      makeEvidence({ approvals: [approval("FDA", "2020-04-08")] }),
      makeEvidence({ relation: "descendant", approvals: [approval("EMA", "2018", "conditional")] }),
    ];
    expect(rowOf({ evidence }).approvals).toEqual([
      "EMA 2018, conditional, subtype",
      "FDA 2020-04-08",
    ]);
  });

  it("stand before withdrawn ones, and say that there are none", () => {
    const evidence = [
      makeEvidence({ approvals: [approval("EMA", "2012", "withdrawn"), approval("EMA", null)] }),
    ];
    expect(rowOf({ evidence }).approvals).toEqual(["EMA (date not known)", "FDA none curated"]);
    expect(rowOf({}).approvals).toEqual(["EMA, FDA none curated"]);
  });
});

describe("an approval on early data", () => {
  const fda = (date: string, status: "regular" | "accelerated" | "withdrawn") => ({
    agency: "FDA" as const,
    date,
    status,
    documents: [],
  });

  it("is shown until it is made regular", () => {
    const early = [fda("2015-11-13", "accelerated")];
    expect(rowOf({ evidence: [makeEvidence({ approvals: early })] }).approvals).toContain(
      "FDA 2015-11-13, accelerated",
    );
    const approvals = [...early, fda("2017-03-30", "regular")];
    for (const own of [approvals, approvals.toReversed()]) {
      const evidence = [makeEvidence({ approvals: own })];
      expect(rowOf({ evidence }).approvals).toContain("FDA 2017-03-30");
    }
  });

  it("stands before one that was withdrawn, and in this tumor before a regular one elsewhere", () => {
    const evidence = [
      makeEvidence({ relation: "other", approvals: [fda("2013-05-29", "regular")] }),
      makeEvidence({ approvals: [fda("2012", "withdrawn"), fda("2020", "accelerated")] }),
    ];
    expect(rowOf({ evidence }).approvals).toContain("FDA 2020, accelerated");
  });
});

describe("how to verify a target", () => {
  it.each([
    ["small-variant", "BRAF V600E", "a second DNA assay of G"],
    ["copy-number", "G amplification", "IHC or ISH of G"],
    ["copy-number", "G homozygous deletion", "IHC of G"],
    ["fusion", "A::G", "RNA sequencing or ISH of G"],
    ["exon-change", "G deletion of exons 2-7", "RNA sequencing of G"],
    ["expression", "G protein high", "IHC of G"],
    ["signature", "MSI high", "MMR stains or PCR"],
    ["signature", "TMB 38.4", "a second assay"],
    ["ihc", "G IHC 3+", "a second reading or clone"],
  ] as const)("%s %s by %s", (kind, label, wanted) => {
    const [finding] = sampleParts().findings;
    const target = makeTarget();
    const observation = target.alterations[0]!.observation;
    const findings = [{ ...finding!, observation, kind, label, gene: "G" }];
    const [row] = frontOf({ ...emptyParts(), targets: [target], findings }).targets;
    expect(row?.verifyBy).toBe(wanted);
  });

  it("names each gene that asks for the same assay, and no other", () => {
    const [finding] = sampleParts().findings;
    const findings = (["EGFR", "ERBB2", "KRAS"] as const).map((gene) => ({
      ...finding!,
      observation: gene,
      kind: gene === "KRAS" ? ("small-variant" as const) : ("expression" as const),
      label: gene,
      gene,
    }));
    const alterations = findings.map(({ observation, label, gene }) => ({
      observation,
      label,
      gene,
    }));
    const parts = { ...emptyParts(), targets: [makeTarget({ alterations })], findings };
    expect(frontOf(parts).targets[0]?.verifyBy).toBe("IHC of EGFR and ERBB2");
  });
});
