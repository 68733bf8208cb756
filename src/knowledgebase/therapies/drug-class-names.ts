/** Classes of drugs as oncologists write them in a patient's history, and the drugs of the knowledgebase that each means. */
import type { TherapyEntity } from "../schema/schema.ts";

type Therapies = ReadonlyMap<string, TherapyEntity>;

/** A class: what it is called, and which drugs are of it. */
interface NamedClass {
  /** The first is the one to be suggested. */
  readonly names: readonly string[];
  /** The knowledgebase's own entry of the class; where that lists its members, they are the drugs. */
  readonly entry?: string;
  /** By the records of the drugs: of this kind, and acting on none but these genes. */
  readonly acting?: { readonly kind: string; readonly on: readonly string[] };
  /** By id, of classes that the records do not tell. */
  readonly drugs?: readonly string[];
}

const kinases = "kinase inhibitor";
const antibodies = "monoclonal antibody";

/**
 * Drugs by id are those of a group of the WHO's ATC index (level 4, named beside each). EGFR inhibitors are those of the knowledgebase's entry,
 * which leaves out drugs that work where the others fail (osimertinib on T790M).
 */
const namedClasses: readonly NamedClass[] = [
  {
    names: ["EGFR TKI", "EGFR inhibitor"],
    entry: "epidermal-growth-factor-receptor-tyrosine-kinase-inhibitor",
  },
  {
    names: ["Anti-EGFR antibody", "EGFR antibody", "anti-EGFR", "anti-EGFR mAb"],
    entry: "anti-egfr-monoclonal-antibody",
  },
  { names: ["BRAF inhibitor", "B-RAF inhibitor", "BRAFi"], entry: "braf-inhibitor" },
  {
    names: ["Anti-VEGF antibody", "VEGF antibody", "anti-VEGF"],
    entry: "anti-vegf-monoclonal-antibody",
  },
  {
    names: [
      "Platinum",
      "platinum compound",
      "platinum agent",
      "platinum chemotherapy",
      "platinum-based chemotherapy",
    ],
    entry: "platinum-compound",
  },
  {
    names: ["MEK inhibitor", "MEK1/2 inhibitor", "MEKi"],
    entry: "mitogen-activated-protein-kinase-kinase-inhibitor",
    acting: { kind: kinases, on: ["MAP2K1", "MAP2K2"] },
  },
  {
    names: ["CDK4/6 inhibitor", "CDK4/6i"],
    acting: { kind: kinases, on: ["CDK4", "CDK6"] },
  },
  { names: ["PARP inhibitor", "PARPi"], acting: { kind: "PARP inhibitor", on: [] } },
  {
    names: ["FGFR inhibitor", "FGFR TKI"],
    acting: { kind: kinases, on: ["FGFR1", "FGFR2", "FGFR3", "FGFR4"] },
  },
  { names: ["AKT inhibitor"], acting: { kind: kinases, on: ["AKT1", "AKT2", "AKT3"] } },
  {
    names: ["PI3K inhibitor"],
    entry: "phosphatidylinositide-3-kinase-inhibitor",
    acting: {
      kind: kinases,
      on: "PIK3CA PIK3CB PIK3CD PIK3CG PIK3C2A PIK3C2B PIK3R1 PIK3R2 PIK3R3 PIK3R4 PIK3R5 PIK3R6".split(
        " ",
      ),
    },
  },
  {
    names: ["Anti-HER2 antibody", "HER2 antibody"],
    acting: { kind: antibodies, on: ["ERBB2"] },
  },
  {
    names: ["PD-1 inhibitor", "PD-1 antibody", "anti-PD-1 antibody", "anti-PD-1"],
    entry: "pd1-inhibitor",
    acting: { kind: antibodies, on: ["PDCD1"] },
  },
  {
    names: ["PD-L1 inhibitor", "PD-L1 antibody", "anti-PD-L1 antibody", "anti-PD-L1"],
    entry: "anti-pd-l1-monoclonal-antibody",
    acting: { kind: antibodies, on: ["CD274"] },
  },
  {
    names: ["CTLA-4 inhibitor", "CTLA-4 antibody", "anti-CTLA-4 antibody", "anti-CTLA-4"],
    entry: "anti-ctla-4-monoclonal-antibody",
    acting: { kind: antibodies, on: ["CTLA4"] },
  },
  {
    names: ["Immune checkpoint inhibitor", "checkpoint inhibitor"],
    entry: "immune-checkpoint-inhibitor",
    acting: { kind: antibodies, on: ["PDCD1", "CD274", "CTLA4"] },
  },
  {
    // L01ED
    names: ["ALK inhibitor", "ALK TKI"],
    drugs: ["alectinib", "brigatinib", "ceritinib", "crizotinib", "lorlatinib"],
  },
  {
    // L01EG
    names: ["mTOR inhibitor"],
    entry: "mtor-inhibitor",
    drugs: ["everolimus", "ridaforolimus", "sirolimus", "temsirolimus"],
  },
  {
    // L01CD
    names: ["Taxane", "taxane compound"],
    entry: "taxane-compound",
    drugs: ["cabazitaxel", "docetaxel", "paclitaxel"],
  },
  {
    // L01DB
    names: ["Anthracycline", "anthracycline antineoplastic antibiotic"],
    entry: "anthracycline-antineoplastic-antibiotic",
    drugs: ["daunorubicin", "doxorubicin", "epirubicin", "idarubicin"],
  },
  {
    // L02BG
    names: ["Aromatase inhibitor"],
    entry: "aromatase-inhibitor",
    drugs: ["aminoglutethimide", "exemestane", "letrozole"],
  },
];

/** The drugs of a class by one of its names, with the knowledgebase's entry of the class first; empty where the name is no class that it has drugs of. */
export function drugsOfClass(name: string, therapies: Therapies): TherapyEntity[] {
  const asked = fold(name);
  const named = namedClasses.find(
    ({ names, entry }) => names.some((each) => fold(each) === asked) || entry === name,
  );
  if (named === undefined) return [];
  const entry = named.entry === undefined ? undefined : therapies.get(named.entry);
  const drugs =
    entry?.members?.flatMap((id) => therapies.get(id) ?? []) ?? membersOf(named, therapies);
  return drugs.length === 0 ? [] : [...(entry === undefined ? [] : [entry]), ...drugs];
}

function membersOf({ drugs = [], acting }: NamedClass, therapies: Therapies): TherapyEntity[] {
  if (acting === undefined) return drugs.flatMap((id) => therapies.get(id) ?? []);
  const genes = new Set(acting.on);
  const isWithin = ({ targets }: TherapyEntity): boolean =>
    genes.size === 0 || (targets.length > 0 && targets.every((gene) => genes.has(gene)));
  return [...therapies.values()].filter((drug) => drug.class === acting.kind && isWithin(drug));
}

/** The name of each class that the knowledgebase has drugs of, to be suggested. */
export function listClassNames(therapies: Therapies): string[] {
  return namedClasses.flatMap(({ names: [name = ""] }) =>
    drugsOfClass(name, therapies).length === 0 ? [] : [name],
  );
}

/** `MEK-Inhibitors` and `mek inhibitor` are one name, and so are the spelled out words of `EGFR TKI`. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "")
    .replace(/antibodies$/u, "antibody")
    .replace(/s$/u, "")
    .replace("monoclonalantibody", "antibody")
    .replace("tyrosinekinaseinhibitor", "tki");
}
