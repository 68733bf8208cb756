/** Small statements, observations and trees that the tests of matching and assessment are made of. */
import { readFileSync } from "node:fs";
import type { OutlierCall } from "../../../src/annotate/proteins/protein-outliers.ts";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import type { GeneRole, TestContext } from "../../../src/constraints/constraint-rule.ts";
import { tellsNoFunction } from "../../../src/knowledgebase/index/tells-no-function.ts";
import { makeDiseaseTree } from "../../../src/knowledgebase/disease-tree.ts";
import type { TherapyEntity } from "../../../src/knowledgebase/schema/schema.ts";
import { verificationFileSchema } from "../../../src/knowledgebase/schema/schema-verification.ts";
import type { Statement } from "../../../src/knowledgebase/knowledgebase.ts";
import type { ExpressionOutlier, SmallVariant } from "../../../src/model/alteration.ts";
import type { Observation, OutlierSupport } from "../../../src/model/observation.ts";

/** disease > cancer > (solid tumor > melanoma > (cutaneous, uveal), colorectal, lung, thymoma, bile duct) */
export const diseases = makeDiseaseTree({
  nodes: [
    node("DOID:4", "disease"),
    node("DOID:162", "cancer", "DOID:4"),
    node("DOID:1", "solid tumor", "DOID:162"),
    node("DOID:1909", "melanoma", "DOID:1"),
    node("DOID:8923", "cutaneous melanoma", "DOID:1909"),
    node("DOID:6039", "uveal melanoma", "DOID:1909"),
    node("DOID:9256", "colorectal cancer", "DOID:1"),
    node("DOID:3908", "lung non-small cell carcinoma", "DOID:1"),
    node("DOID:3275", "thymoma", "DOID:1"),
    node("DOID:4947", "cholangiocarcinoma", "DOID:1"),
    node("DOID:1115", "sarcoma", "DOID:1"),
  ],
  solid: ["DOID:1"],
});

function node(id: string, name: string, ...parents: string[]) {
  return { id, name, parents, equivalents: [] };
}

interface StatementParts {
  id: string;
  gene?: string;
  /** Label of the variant, and the protein change when no constraints are given. */
  variant?: string;
  constraints?: readonly Constraint[];
  predicate?: Statement["predicate"];
  direction?: Statement["direction"];
  relation?: Statement["therapy"]["relation"];
  drugs?: readonly string[];
  disease?: string | null;
  level?: Statement["evidenceLevel"];
  rating?: number | null;
  origin?: string | null;
  documents?: readonly string[];
  approvals?: Statement["approvals"];
  supersededBy?: Statement["supersededBy"];
  escat?: Statement["escat"];
}

/** A level A statement of sensitivity of BRAF V600E melanoma to vemurafenib, but for the given parts. */
export function statement(parts: StatementParts): Statement {
  const {
    gene = "BRAF",
    variant: label = "V600E",
    disease = "DOID:1909",
    drugs = ["vemurafenib"],
  } = parts;
  return {
    id: parts.id,
    gene,
    variant: {
      id: `${gene}:${label}`,
      label,
      constraints: parts.constraints ?? [{ type: "protein-change", gene, change: label }],
    },
    predicate: parts.predicate ?? "sensitivity",
    direction: parts.direction ?? "supports",
    therapy: {
      relation: parts.relation ?? (drugs.length > 1 ? "combination" : "single"),
      drugs: drugs.map((id) => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1) })),
    },
    ...regulatoryFacts(parts),
    disease: {
      id: disease,
      name: disease === null ? "not stated" : (diseases.nodes.get(disease)?.name ?? disease),
    },
    evidenceLevel: parts.level ?? "A",
    rating: parts.rating === undefined ? 4 : parts.rating,
    origin: parts.origin ?? null,
    documents: (parts.documents ?? [`PMID:${parts.id.replace(/\D/g, "") || "1"}`]).map((id) => ({
      id,
      label: id,
      url: "https://pubmed.ncbi.nlm.nih.gov/1/",
    })),
    source: { name: "CIViC", record: parts.id, date: "2021-08-01", url: null },
  };
}

function regulatoryFacts({ approvals = [], supersededBy = null, escat = null }: StatementParts) {
  return { approvals, supersededBy, escat };
}

interface VariantParts {
  term?: string;
  vaf?: number | null;
  depth?: number | null;
  position?: number;
  populationFrequency?: number | null;
  /** No consequences at all, and no gene. */
  annotated?: boolean;
}

/** A small variant on GRCh37; the position follows from the change, so that different changes differ. */
export function variant(
  gene: string,
  change: string | null,
  parts: VariantParts = {},
): Observation<SmallVariant> {
  const position = parts.position ?? (Number(change?.replace(/\D/g, "")) || 1);
  const annotated = parts.annotated ?? true;
  return {
    id: `small-variant:GRCh37:7:${position}:A:T`,
    label: change === null ? `7:${position} A>T` : `${gene} ${change}`,
    gene: annotated ? gene : null,
    alteration: {
      kind: "small-variant",
      allele: { assembly: "GRCh37", contig: "7", position, ref: "A", alt: "T" },
      consequences: annotated
        ? [
            {
              gene,
              transcript: "ENST1",
              terms: [parts.term ?? "missense_variant"],
              proteinChange: change,
              codingChange: null,
              exon: null,
              preferred: true,
              source: "CSQ",
            },
          ]
        : [],
      populationFrequency: parts.populationFrequency ?? null,
    },
    support: {
      kind: "reads",
      vaf: parts.vaf === undefined ? 0.31 : parts.vaf,
      depth: parts.depth === undefined ? 54 : parts.depth,
      altReads: null,
      rule: "FORMAT/AD",
      genotype: "alt called",
    },
    provenance: { file: "case.vcf", line: position, sample: "TUMOR" },
  };
}

const support: OutlierSupport = {
  kind: "cohort",
  value: 13,
  cohort: "cohort",
  n: 40,
  missing: 0,
  median: 10.075,
  mad: 0.25,
  modifiedZ: 7.89153,
  scaleUsed: "MAD",
  log2Fold: 2.925,
  p: 0.00012,
  q: 0.0012,
  tested: 12,
  crawfordHowellT: 9.5,
  crawfordHowellP: 1.2e-8,
  percentile: 100,
  kIqr: 6.2,
  tukey: "up",
};

const provenance = { file: "proteome.csv", line: 7, sample: "TUMOR" };

/** A protein that is high or low in the case. */
export function outlier(
  gene: string,
  direction: "up" | "down",
  molecule: "protein" | "rna" = "protein",
): Observation<ExpressionOutlier> {
  return {
    id: `expression:${molecule}:${gene}:${direction}`,
    label: `${gene} ${molecule} ${direction === "up" ? "high" : "low"}`,
    gene,
    alteration: { kind: "expression", gene, molecule, direction },
    support,
    provenance,
  };
}

/** The call of one protein, with the numbers of `outlier`. */
export function call(
  gene: string,
  verdict: OutlierCall["call"],
  text = "The cohort has 12 values.",
): OutlierCall {
  return {
    gene,
    molecule: "protein",
    call: verdict,
    reason: { code: "reason", text },
    support,
    provenance,
  };
}

const roles: Readonly<Record<string, GeneRole>> = {
  BRAF: "oncogene",
  EGFR: "oncogene",
  KRAS: "oncogene",
  ERBB2: "oncogene",
  PIK3CA: "oncogene",
  PTEN: "tumor suppressor",
  TP53: "tumor suppressor",
  NF1: "tumor suppressor",
  BRCA2: "tumor suppressor",
};

/** Residues that some statement of this knowledgebase names. */
const namedResidues: ReadonlySet<string> = new Set(["BRAF:V600", "EGFR:L858", "KRAS:G12"]);

/** Changes and codons that statements of level A or B name as sensitive in oncogenes. */
const oncogenicChanges = new Map([
  [
    "BRAF",
    new Map([
      ["V600E", ["S1", "S2", "S3"]],
      ["V600K", ["S4"]],
    ]),
  ],
  ["EGFR", new Map([["G719", ["S5"]]])],
]);

/** The rules that ship. */
const verificationRules = verificationFileSchema.parse(
  JSON.parse(
    readFileSync(
      new URL("../../../knowledgebase/verification-rules.json", import.meta.url),
      "utf8",
    ),
  ),
).rules;

const drugClasses = new Map([
  ["trastuzumab", "monoclonal antibody"],
  ["trastuzumab-deruxtecan", "antibody-drug conjugate"],
  ["lapatinib", "kinase inhibitor"],
]);

const drugs: Readonly<Record<string, Pick<TherapyEntity, "targets" | "status">>> = {
  olaparib: { targets: ["PARP1"], status: [] },
  cetuximab: { targets: ["EGFR"], status: [] },
  trastuzumab: { targets: ["ERBB2"], status: [] },
  vemurafenib: {
    targets: ["BRAF"],
    status: [{ agency: "FDA", status: "approved", date: "2011-08-17" }],
  },
};

const namesResidue = (gene: string, residue: string, position: number): boolean =>
  namedResidues.has(`${gene}:${residue}${position}`);

/** Every gene of `roles` is in this knowledgebase and spans 1 to 3000 of chromosome 7. */
export const index = {
  geneRole: (gene: string): GeneRole => roles[gene] ?? "unknown",
  namesResidue,
  namesActiveResidue: namesResidue,
  tellsNoFunction: (of: Statement): boolean =>
    tellsNoFunction(
      of,
      new Map(Object.entries(drugs).map(([id, facts]) => [id, { class: null, ...facts }])),
    ),
  oncogenicChanges: (gene: string): ReadonlyMap<string, readonly string[]> =>
    oncogenicChanges.get(gene) ?? new Map(),
  currentSymbol: (symbol: string): string | null => (symbol in roles ? symbol : null),
  knownAllele: () => undefined,
  isTested: ({ start, end }: { start: number; end: number }): boolean => start <= 3000 && end >= 1,
  verificationRules,
  drug: (id: string): TherapyEntity | undefined => {
    const facts = drugs[id];
    const name = id.charAt(0).toUpperCase() + id.slice(1);
    return facts && { id, name, ncit: null, chembl: null, synonyms: [], class: null, ...facts };
  },
  drugParts: (named: readonly string[]) =>
    named.map((drug) => {
      const ofClass = drugClasses.get(drug);
      return { name: drug, classes: new Set(ofClass === undefined ? [] : [ofClass]) };
    }),
  includesDisease: (wider: string, narrower: string): boolean => wider === narrower,
  testContext: (assembly: TestContext["assembly"]): TestContext => ({
    assembly,
    geneRole: (gene) => roles[gene] ?? "unknown",
    geneSpan: () => (assembly === null ? null : { assembly, contig: "7", start: 1, end: 3000 }),
    isActivating: () => false,
  }),
};
