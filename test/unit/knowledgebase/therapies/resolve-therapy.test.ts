import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { listClassNames } from "../../../../src/knowledgebase/therapies/drug-class-names.ts";
import { resolveRegimen } from "../../../../src/knowledgebase/therapies/resolve-regimen.ts";
import { resolveTherapy } from "../../../../src/knowledgebase/therapies/resolve-therapy.ts";

const { therapies } = await loadKnowledgebase(
  join(import.meta.dirname, "../../../../knowledgebase"),
);

function idsOf(name: string): string[] {
  const resolved = resolveTherapy(name, therapies);
  return resolved.kind === "known" ? resolved.drugs.map(({ id }) => id) : [];
}

test.each(["Vemurafenib", "vemurafenib", " VEMURAFENIB ", "Zelboraf"])(
  "%j is the drug, by name, id or synonym",
  (name) => expect(idsOf(name)).toEqual(["vemurafenib"]),
);

test("a class means itself and the drugs that its entry lists", () => {
  expect(idsOf("braf inhibitor")).toEqual([
    "braf-inhibitor",
    "dabrafenib",
    "encorafenib",
    "vemurafenib",
  ]);
  expect(resolveTherapy("BRAF Inhibitor", therapies)).toMatchObject({ isClass: true });
});

test.each([
  ["MEK inhibitor", "trametinib", "cobimetinib", "binimetinib", "selumetinib"],
  ["MEK-Inhibitors", "trametinib"],
  ["EGFR TKI", "gefitinib", "erlotinib", "afatinib"],
  ["EGFR tyrosine kinase inhibitor", "gefitinib"],
  ["anti-EGFR antibody", "cetuximab", "panitumumab"],
  ["Anti-EGFR antibodies", "cetuximab"],
  ["PARP inhibitors", "olaparib", "niraparib"],
  ["CDK4/6 inhibitor", "palbociclib", "ribociclib", "abemaciclib"],
  ["CDK 4/6-inhibitor", "palbociclib"],
  ["platinum", "cisplatin", "carboplatin", "oxaliplatin"],
  ["Platinum-based chemotherapy", "cisplatin"],
  ["taxane", "paclitaxel", "docetaxel", "cabazitaxel"],
  ["Taxane Compound", "taxane-compound", "paclitaxel"],
  ["anthracycline", "doxorubicin"],
  ["ALK inhibitor", "alectinib", "crizotinib", "lorlatinib"],
  ["mTOR Inhibitor", "mtor-inhibitor", "everolimus"],
  ["PD1 inhibitor", "pembrolizumab", "nivolumab"],
  ["anti-PD-L1", "atezolizumab"],
  ["aromatase inhibitors", "letrozole"],
])("a class as it is written, %j, means its drugs", (name, ...drugs) => {
  expect(idsOf(name)).toEqual(expect.arrayContaining(drugs));
  expect(resolveTherapy(name, therapies)).toMatchObject({ isClass: true });
});

test("a class leaves out what also acts elsewhere, and what works where its drugs fail", () => {
  expect(idsOf("EGFR TKI")).not.toContain("osimertinib");
  expect(idsOf("EGFR TKI")).not.toContain("cetuximab");
  expect(idsOf("MEK inhibitor")).not.toContain("dabrafenib");
  expect(idsOf("PD-1 inhibitor")).not.toContain("atezolizumab");
  expect(idsOf("CDK4/6 inhibitor").toSorted()).toEqual([
    "abemaciclib",
    "palbociclib",
    "ribociclib",
  ]);
});

test("every class has drugs, and every drug that is listed by its id is in the knowledgebase", () => {
  expect(listClassNames(therapies)).toHaveLength(21);
  for (const name of listClassNames(therapies)) expect(idsOf(name).length).toBeGreaterThan(1);
  const listed =
    "alectinib brigatinib ceritinib crizotinib lorlatinib everolimus ridaforolimus sirolimus temsirolimus cabazitaxel docetaxel paclitaxel daunorubicin doxorubicin epirubicin idarubicin aminoglutethimide exemestane letrozole";
  expect(listed.split(" ").filter((id) => !therapies.has(id))).toEqual([]);
});

test.each([
  ["FOLFOX", "folfox-regimen folfox-4-regimen fluorouracil oxaliplatin"],
  ["FOLFOX Regimen", "folfox-regimen folfox-4-regimen fluorouracil oxaliplatin"],
  ["mFOLFOX6", "folfox-regimen folfox-4-regimen fluorouracil oxaliplatin"],
  ["folfiri", "folfiri-regimen fluorouracil irinotecan"],
  ["FOLFIRINOX", "fluorouracil irinotecan oxaliplatin"],
  ["XELOX", "capecitabine oxaliplatin"],
  ["R-CHOP", "cyclophosphamide doxorubicin"],
  ["TCHP", "carboplatin docetaxel pertuzumab trastuzumab"],
  ["gem/cis", "cisplatin gemcitabine"],
  ["CMF", "cyclophosphamide fluorouracil methotrexate"],
  ["5FU/LV", "fluorouracil"],
])("a regimen means its drugs that act on the tumor: %s", (name, ids) => {
  expect(idsOf(name)).toEqual(ids.split(" "));
});

test.each([
  ["T-DXd", "trastuzumab-deruxtecan"],
  ["fam-trastuzumab deruxtecan-nxki", "trastuzumab-deruxtecan"],
  ["T-DM1", "trastuzumab-emtansine"],
  ["trastuzumab-dkst", "trastuzumab"],
  ["5-FU", "fluorouracil"],
  ["Abraxane", "paclitaxel"],
  ["ATRA", "tretinoin"],
  ["osimertinib mesylate", "osimertinib"],
  ["Osimertinib 80 mg daily", "osimertinib"],
  ["carboplatin AUC 5", "carboplatin"],
  ["sotorasib 960mg", "sotorasib"],
  ["trastuzumab (biosimilar)", "trastuzumab"],
  ["weekly paclitaxel", "paclitaxel"],
  ["pembro", "pembrolizumab"],
])("a short name, a brand, a dose or a salt is the drug: %s", (name, id) => {
  expect(idsOf(name)).toEqual([id]);
});

test("every drug that short names and regimens mean is in the knowledgebase", () => {
  const listed =
    "abiraterone arsenic-trioxide bosutinib capecitabine capivasertib carboplatin cisplatin cyclophosphamide datopotamab-deruxtecan docetaxel doxorubicin epirubicin etoposide fluorouracil folfiri-regimen folfox-4-regimen folfox-regimen gemcitabine irinotecan methotrexate nivolumab oxaliplatin paclitaxel pembrolizumab atezolizumab bevacizumab ipilimumab pemetrexed pertuzumab trastuzumab trastuzumab-deruxtecan trastuzumab-emtansine tretinoin";
  expect(listed.split(" ").filter((id) => !therapies.has(id))).toEqual([]);
});

test.each([
  ["carboplatin/pemetrexed", "carboplatin pemetrexed"],
  ["Dabrafenib and Trametinib", "dabrafenib trametinib"],
  ["cisplatin, gemcitabine", "cisplatin gemcitabine"],
  ["FOLFIRI + bevacizumab", "folfiri-regimen fluorouracil irinotecan bevacizumab"],
  ["5-FU with oxaliplatin & irinotecan", "fluorouracil oxaliplatin irinotecan"],
  ["capecitabine (Xeloda)", "capecitabine capecitabine"],
  ["carboplatin (AUC 5)", "carboplatin"],
  ["oxaliplatin (85 mg/m2), capecitabine", "oxaliplatin capecitabine"],
  ["FOLFIRI (+ bev)", "folfiri-regimen fluorouracil irinotecan bevacizumab"],
  ["FOLFIRI-Avastin", "folfiri-regimen fluorouracil irinotecan bevacizumab"],
  ["cisplatin-etoposide", "cisplatin etoposide"],
  ["ipi/nivo", "ipilimumab nivolumab"],
  ["carbo/taxol", "carboplatin paclitaxel"],
])("drugs of one row are taken apart at what joins them: %s", (given, ids) => {
  const named = resolveRegimen(given, (name) => resolveTherapy(name, therapies));
  const drugs = named.flatMap(({ resolved }) =>
    resolved.kind === "known" ? resolved.drugs.map(({ id }) => id) : [],
  );
  expect(drugs).toEqual(ids.split(" "));
});

test("a name with a sign that joins others is whole where it is known, and where nothing in it is", () => {
  const namesOf = (given: string): string[] =>
    resolveRegimen(given, (name) => resolveTherapy(name, therapies)).map(({ name }) => name);
  expect(namesOf("CDK4/6 inhibitor")).toEqual(["CDK4/6 inhibitor"]);
  expect(namesOf("trifluridine/tipiracil")).toEqual(["trifluridine/tipiracil"]);
  expect(namesOf("carbo/pembrolizumab")).toEqual(["carbo", "pembrolizumab"]);
});

test("a misspelt class is answered with the nearest one", () => {
  expect(resolveTherapy("MEK inhibiter", therapies)).toMatchObject({
    kind: "unknown",
    near: expect.arrayContaining(["MEK inhibitor"]),
  });
  expect(resolveTherapy("taxan", therapies)).toMatchObject({
    near: expect.arrayContaining(["Taxane"]),
  });
});

test("a kind of drug that acts on one target is a class, one that does not says nothing of any drug", () => {
  expect(idsOf("PARP inhibitor")).toContain("olaparib");
  expect(resolveTherapy("kinase inhibitor", therapies)).toMatchObject({ kind: "too wide" });
});

test("an unknown name comes with the nearest ones", () => {
  expect(resolveTherapy("Osimertinip", therapies)).toMatchObject({
    kind: "unknown",
    near: expect.arrayContaining(["Osimertinib"]),
  });
});

test.each([
  ["7+3", ["7", "3"]],
  ["80 mg", ["80 mg"]],
  ["-", ["-"]],
  ["carbo/pem", ["pem"]],
  ["Cetuximab (BEACON)", ["BEACON"]],
  ["S-1", ["S-1"]],
])("nothing of a row is lost: of %s what is not known is told", (given, unknown) => {
  const named = resolveRegimen(given, (name) => resolveTherapy(name, therapies));
  expect(named.flatMap(({ name, resolved }) => (resolved.kind === "unknown" ? name : []))).toEqual(
    unknown,
  );
});

test.each([
  ["pem", ["Pemazyre", "Pembrolizumab", "Pemetrexed"]],
  ["vemurafinib", ["Vemurafenib"]],
  ["karboplatin", ["Carboplatin"]],
  ["lenvatinib", []],
  ["sacituzumab govitecan", []],
  ["EV", []],
])(
  "names are offered that %s may be short or mistyped for, and no others of its class",
  (given, near) => {
    expect(resolveTherapy(given, therapies)).toEqual({ kind: "unknown", near });
  },
);
