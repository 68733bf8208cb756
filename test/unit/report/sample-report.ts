/**
 * Two invented cases for the tests of this room: a colorectal liver metastasis with everything that a report
 * can hold, and a case without a target. Evidence ids and publications are made up.
 */
import type { Reason } from "../../../src/model/verdict.ts";
import type {
  BlockedTherapy,
  EvidenceRow,
  Finding,
  Target,
  Therapy,
} from "../../../src/model/report.ts";
import { makeProblem } from "../../../src/model/problem.ts";
import type { ReportParts } from "../../../src/report/build-report.ts";
import type { Strip } from "../../../src/model/verification.ts";

const braf = {
  observation: "small-variant:GRCh37:7:140453136:A:T",
  label: "BRAF V600E",
  gene: "BRAF",
};
const kras = {
  observation: "small-variant:GRCh37:12:25398284:C:T",
  label: "KRAS G12D",
  gene: "KRAS",
};
const her2 = {
  observation: "expression:protein:ERBB2:up",
  label: "ERBB2 protein high",
  gene: "ERBB2",
};

function because(code: string, text: string): Reason {
  return { code, text };
}

/** `Encorafenib + Cetuximab` is a combination of two drugs. */
function makeTherapy(label: string): Therapy {
  const drugs = label.split(" + ").map((name) => ({ id: name.toLowerCase(), name }));
  return {
    id: drugs
      .map(({ id }) => id)
      .toSorted()
      .join("+"),
    label,
    relation: drugs.length > 1 ? "combination" : "single",
    drugs,
  };
}

let evidenceNumber = 9000;

/** A statement about BRAF V600E in colorectal cancer, level B, unless told otherwise. */
export function makeEvidence(changes: Partial<EvidenceRow> = {}): EvidenceRow {
  evidenceNumber += 1;
  return {
    statement: `civic:EID${evidenceNumber}`,
    gene: "BRAF",
    variant: "V600E",
    observations: [braf.observation],
    specificity: "allele",
    matchReason: because("same-allele", "The statement names this allele."),
    predicate: "sensitivity",
    direction: "supports",
    therapyChoice: null,
    disease: { id: "DOID:9256", name: "Colorectal Cancer" },
    relation: "ancestor",
    evidenceLevel: "B",
    rating: 4,
    ampLevel: "B",
    ampReason: because(
      "in-tumor",
      "CIViC level B with rating 4; Colorectal Cancer includes the tumor type of the case: AMP level B, tier I.",
    ),
    origin: "somatic",
    documents: [
      {
        id: `PMID:${evidenceNumber}`,
        label: `PMID ${evidenceNumber}`,
        url: `https://pubmed.ncbi.nlm.nih.gov/${evidenceNumber}/`,
      },
    ],
    approvals: [],
    supersededBy: null,
    escat: null,
    source: {
      name: "CIViC",
      record: `EID${evidenceNumber}`,
      date: "2021-08-01",
      url: `https://civicdb.org/evidence/${evidenceNumber}`,
    },
    ...changes,
  };
}

/** A target of rank 1 and tier I, level A, unless told otherwise. */
export function makeTarget(changes: Partial<Target> = {}): Target {
  const therapy = changes.therapy ?? makeTherapy("Encorafenib + Cetuximab");
  const level = changes.amp?.level ?? "A";
  return {
    id: `${therapy.id}@${braf.observation}`,
    rank: 1,
    therapy,
    alterations: [braf],
    amp: {
      level,
      tier: "I",
      reason: because("best-row", `The best evidence is level ${level} in this tumor type.`),
      statements: ["civic:EID9001"],
    },
    onTumor: true,
    specificity: "allele",
    verification: {
      state: "not informative",
      reason: because(
        "rule-v14",
        "BRAF V600E: BRAF protein is measured and is no outlier (Mz +0.4); the change acts on activity, not on abundance (rule V14).",
      ),
      observations: [],
      measurements: [],
    },
    clonality: {
      state: "not assessable",
      reason: because("clonality-no-purity", "The purity is not given."),
    },
    lesion: {
      state: "not assessable",
      reason: because("one-lesion", "Only the metastasis was given."),
    },
    flags: [],
    reasons: [
      because("match", "BRAF V600E is named by 2 statements as an exact allele."),
      because("level", "Approved or in guidelines for colorectal cancer with this alteration."),
    ],
    caveats: [],
    evidence: [makeEvidence({ evidenceLevel: "A", ampLevel: "A", rating: 5 }), makeEvidence()],
    sortKey: [
      { name: "level", value: level, order: 0 },
      { name: "tumor", value: "this tumor type", order: 0 },
      { name: "flags", value: "none", order: 0 },
      { name: "verification", value: "not informative", order: 5 },
      { name: "rating", value: "5", order: -5 },
    ],
    rankedAbove: null,
    ...changes,
  };
}

const zelboraf = {
  id: "LABEL:fda-zelboraf",
  label: "Zelboraf, FDA label",
  url: "https://example.org/label.pdf",
};

const approved: Partial<EvidenceRow> = {
  approvals: [
    { agency: "FDA", status: "accelerated", date: "2020-04-08", documents: [zelboraf] },
    { agency: "EMA", status: "regular", date: null, documents: [] },
  ],
  supersededBy: { therapy: "Another regimen", documents: [zelboraf] },
  escat: { tier: "I-A", curator: "A. Curator", date: "2026-11-25" },
};

function leadTarget(): Target {
  return makeTarget({
    caveats: [
      because(
        "germline",
        "VAF near one half without a matched normal: confirm that it is somatic.",
      ),
    ],
    rankedAbove: {
      target: "dabrafenib+trametinib@small-variant:GRCh37:7:140453136:A:T",
      decidedBy: "AMP level",
      reason: because(
        "better-level",
        "Ranked above Dabrafenib + Trametinib by AMP level: A before B.",
      ),
    },
    evidence: [
      makeEvidence(approved),
      ...Array.from({ length: 5 }, () => makeEvidence()),
      makeEvidence({
        direction: "does not support",
        ampLevel: "C",
        evidenceLevel: "C",
        rating: 2,
        ampReason: because("in-tumor", "CIViC level C with 2 independent reports."),
      }),
    ],
  });
}

function monotherapy(): Target {
  return makeTarget({
    id: "vemurafenib@small-variant:GRCh37:7:140453136:A:T",
    rank: 3,
    therapy: makeTherapy("Vemurafenib"),
    amp: {
      level: "C",
      tier: "II",
      reason: because("capped", "Level A in melanoma counts as C here."),
      statements: ["civic:EID9020"],
    },
    onTumor: false,
    flags: [
      because(
        "counter-evidence",
        "No benefit from Vemurafenib was found in this tumor: CIViC EID9021 (Colorectal Cancer, AMP level B).",
      ),
    ],
    evidence: [
      makeEvidence({
        disease: { id: "DOID:1909", name: "Melanoma" },
        relation: "other",
        ampLevel: "C",
        therapyChoice: "named as alternatives: vemurafenib or dabrafenib",
      }),
      makeEvidence({ direction: "does not support" }),
    ],
  });
}

function proteinTarget(): Target {
  return makeTarget({
    id: "trastuzumab@expression:protein:ERBB2:up",
    rank: 4,
    therapy: makeTherapy("Trastuzumab"),
    alterations: [her2],
    amp: {
      level: "C",
      tier: "II",
      reason: because("other-tumor", "Level A in breast cancer counts as C here."),
      statements: ["civic:EID9030"],
    },
    onTumor: false,
    specificity: "gene",
    verification: {
      state: "verified",
      reason: because("rule-v04", "The finding is itself the protein measurement."),
      observations: [her2.observation],
      measurements: [
        {
          alteration: her2.observation,
          gene: "ERBB2",
          assay: "protein",
          seen: "up",
          text: "ERBB2 protein is high (modified z 7.9)",
          verdict: "verified",
          rule: "M05",
          support: null,
          provenance: { file: "proteome.csv", line: 14, sample: "P01" },
          strip: "ERBB2 protein:proteome.csv:14",
        },
        {
          alteration: her2.observation,
          gene: "ERBB2",
          assay: "ihc",
          seen: "not read",
          text: "HER2 IHC H-score 120 (4B5)",
          verdict: null,
          rule: null,
          support: null,
          provenance: { file: "ihc.csv", line: 2, sample: null },
        },
      ],
    },
    caveats: [
      because(
        "relative-assay",
        "Mass spectrometry is relative: confirm by HER2 immunohistochemistry.",
      ),
    ],
  });
}

/** The cohort of the protein of that target. */
function strips(): Strip[] {
  return [
    {
      id: "ERBB2 protein:proteome.csv:14",
      name: "ERBB2 protein",
      gene: "ERBB2",
      molecule: "protein",
      file: "proteome.csv",
      cohort: "reference CRC",
      scale: "log2-intensity",
      n: 6,
      value: 13,
      values: [9.6, 9.9, 10.05, 10.1, 10.3, 10.6],
      shown: "values",
      median: 10.075,
      limits: { low: 8.963, high: 11.187 },
    },
  ];
}

function lesserTarget(rank: number): Target {
  return makeTarget({
    id: `drug-${rank}@${kras.observation}`,
    rank,
    therapy: makeTherapy(rank === 9 ? "A + Drug + With + Four Parts" : `Investigational ${rank}`),
    alterations: [kras],
    amp: {
      level: rank > 10 ? null : "D",
      tier: rank > 10 ? null : "II",
      reason: because("preclinical", "Only preclinical evidence."),
      statements: [],
    },
    onTumor: null,
    specificity: "codon",
    evidence: [
      makeEvidence({
        gene: "KRAS",
        variant: "G12",
        evidenceLevel: "D",
        ampLevel: rank > 10 ? null : "D",
        rating: null,
        documents: [],
        relation: "unknown",
        therapyChoice: "one of several",
      }),
    ],
  });
}

function blockedTherapies(): BlockedTherapy[] {
  const against = (label: string, kind: BlockedTherapy["kind"], changes: Partial<EvidenceRow>) => ({
    id: label.toLowerCase(),
    kind,
    therapy: makeTherapy(label),
    alterations: [kras],
    reason: because("resistance", `KRAS G12D speaks against ${label}.`),
    evidence: [makeEvidence({ gene: "KRAS", variant: "G12D", ...changes })],
  });
  return [
    against("Gefitinib", "no benefit evidence", { direction: "does not support", ampLevel: "C" }),
    against("Selumetinib", "resistance evidence", { predicate: "resistance", ampLevel: "D" }),
    against("Panitumumab", "blocked", { predicate: "resistance" }),
    against("Cetuximab", "blocked", { predicate: "resistance", ampLevel: "A", evidenceLevel: "A" }),
  ];
}

function findings(): Finding[] {
  const reads = {
    kind: "reads" as const,
    vaf: 0.3818,
    depth: 110,
    altReads: 42,
    rule: "FORMAT/AD of sample TUMOR",
    genotype: "alt called" as const,
  };
  const variant = (place: typeof braf, changes: Partial<Finding>): Finding => ({
    observation: place.observation,
    kind: "small-variant",
    label: place.label,
    gene: place.gene,
    description: "7:140453136 A>T, c.1799T>A, p.V600E",
    consequences: ["missense_variant"],
    transcript: "ENST00000288602.6",
    amp: { level: "A", tier: "I", reason: because("best-row", "Best evidence: level A.") },
    support: reads,
    statements: ["civic:EID9003", "civic:EID9001", "civic:EID9002"],
    caveats: [],
    provenance: { file: "metastasis.vcf.gz", line: 1042, sample: "TUMOR" },
    ...changes,
  });
  return [
    variant(
      {
        observation: "small-variant:GRCh37:17:7578263:G:GACGT",
        label: "TP53 R196fs",
        gene: "TP53",
      },
      {
        description: `17:7578263 G>G${"ACGT".repeat(30)}, c.585_586ins${"ACGT".repeat(30)}, p.R196fs`,
        consequences: ["frameshift_variant", "splice_region_variant"],
        amp: { level: null, tier: "III", reason: because("no-evidence", "No statement is met.") },
        statements: [],
      },
    ),
    {
      observation: her2.observation,
      kind: "expression",
      label: her2.label,
      gene: "ERBB2",
      description: "protein, high against MetAction CRC",
      consequences: [],
      transcript: null,
      amp: { level: "C", tier: "II", reason: because("best-row", "Best evidence: level C.") },
      support: {
        kind: "cohort",
        value: 13,
        cohort: "reference CRC",
        n: 20,
        missing: 1,
        median: 10.075,
        mad: 0.25,
        modifiedZ: 7.89153,
        scaleUsed: "MAD",
        log2Fold: 2.925,
        p: 1.23694e-4,
        q: 0.00099,
        tested: 8,
        crawfordHowellT: 9.500298,
        crawfordHowellP: 1.194e-8,
        percentile: 100,
        kIqr: 6.157895,
        tukey: "up",
      },
      statements: ["civic:EID9030"],
      caveats: [],
      provenance: { file: "proteome.csv", line: 14, sample: "P01" },
    },
    variant(kras, {
      description: "12:25398284 C>T, c.35G>A, p.G12D",
      transcript: "ENST00000256078.4",
      support: { ...reads, vaf: null, altReads: null },
      caveats: [because("germline", "Without a matched normal the origin is open.")],
      statements: Array.from({ length: 9 }, (_, index) => `civic:EID910${index}`),
    }),
    variant(braf, {}),
  ];
}

const digest = (letter: string): string => letter.repeat(64);

/** The rich case: twelve targets, resistance, a protein outlier, problems, gaps. */
export function sampleParts(): ReportParts {
  evidenceNumber = 9000;
  const second = makeTarget({
    id: "dabrafenib+trametinib@small-variant:GRCh37:7:140453136:A:T",
    rank: 2,
    therapy: makeTherapy("Dabrafenib + Trametinib"),
    amp: {
      level: "B",
      tier: "I",
      reason: because("best-row", "The best evidence is level B in this tumor type."),
      statements: [],
    },
  });
  return {
    toolVersion: "0.1.0",
    knowledgebase: {
      version: "2026.11.0",
      sha256: digest("b"),
      statements: 1234,
      genes: 41,
      sources: [
        { name: "OncoTree", date: "2021-11-02", licence: "CC-BY-4.0", url: null, statements: 0 },
        {
          name: "CIViC",
          date: "2021-08-01",
          licence: "CC0-1.0",
          url: "https://civicdb.org",
          statements: 1234,
        },
      ],
    },
    case: {
      id: "demo-crc-01",
      tumorType: {
        given: "COAD",
        name: "Colon Adenocarcinoma",
        oncotree: "COAD",
        doid: "DOID:234",
      },
      biopsySite: "liver",
      tumorSample: { name: "TUMOR", decidedBy: "header line ##tumor_sample" },
      assembly: {
        name: "GRCh37",
        decidedBy: "contig lengths of the header",
        evidence: ["chr1 is 249,250,621 bases long, as in GRCh37."],
      },
      annotation: "CSQ of the input, 27 fields",
    },
    inputs: [
      {
        role: "protein",
        name: "proteome.csv",
        format: "protein-wide",
        bytes: 48213,
        sha256: digest("c"),
      },
      {
        role: "variants",
        name: "metastasis.vcf.gz",
        format: "vcf",
        bytes: 1380212,
        sha256: digest("d"),
      },
    ],
    settings: { "tumor-sample": "TUMOR", "include-filtered": false, "min-cohort": 20 },
    counts: {
      variants: { read: 12034, matched: 2, notMatched: 11912, setAside: 118, refused: 2 },
      proteins: { read: 7300, matched: 1, notMatched: 7299, setAside: 0, refused: 0 },
    },
    strips: strips(),
    targets: [
      ...[12, 11, 10, 9, 8, 7, 6, 5].map(lesserTarget),
      proteinTarget(),
      monotherapy(),
      second,
      leadTarget(),
    ],
    blocked: blockedTherapies(),
    findings: findings(),
    setAside: [
      {
        code: "synonymous",
        what: "variants without an effect on the protein",
        reason: "Synonymous, intronic and untranslated changes meet no statement.",
        count: 31,
        examples: [],
      },
      {
        code: "filtered",
        what: "calls that failed the caller's filters",
        reason: "The caller's own filters reject these calls; --include-filtered uses them.",
        count: 87,
        examples: [
          {
            file: "metastasis.vcf.gz",
            line: 301,
            sample: "TUMOR",
            label: "EGFR L858R [weak_evidence]",
          },
          {
            file: "metastasis.vcf.gz",
            line: 92,
            sample: "TUMOR",
            label: "PIK3CA E545K [germline]",
          },
        ],
      },
    ],
    notAssessed: [
      {
        code: "effect-not-stated",
        what: "What statements without a stated effect mean for treatment",
        reason: "They are met, and claim neither benefit from a therapy nor resistance to it.",
        settledBy: "A statement that says what the therapy does",
        statements: 9,
        genes: ["KRAS"],
      },
      {
        code: "no-fusion-input",
        what: "Statements about fusions",
        reason: "The case has no fusion file.",
        settledBy: "an RNA fusion panel",
        statements: 77,
        genes: ["ROS1", "ALK", "RET", "NTRK1", "NTRK2", "NTRK3", "FGFR2"],
      },
      {
        code: "no-copy-number-input",
        what: "copy number",
        reason: "The case has no copy-number file.",
        settledBy: "copy number of the same biopsy, or HER2 in situ hybridization",
        statements: 143,
        genes: ["ERBB2", "MET"],
      },
    ],
    problems: [
      makeProblem("gene-alias", "notice", "HER2 is read as ERBB2", {
        where: { file: "proteome.csv", line: 14 },
      }),
      ...[2113, 77].map((line) =>
        makeProblem("record-refused", "error", "POS is not a whole number", {
          where: { file: "metastasis.vcf.gz", line },
          hint: "Write the file again with its caller.",
        }),
      ),
    ],
  };
}

/** A case in which nothing points to a therapy. */
export function emptyParts(): ReportParts {
  const parts = sampleParts();
  return {
    ...parts,
    case: { ...parts.case, id: "demo-none-01" },
    targets: [],
    blocked: [],
    findings: parts.findings.filter(({ gene }) => gene === "TP53"),
    problems: [],
  };
}
