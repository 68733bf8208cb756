import { expect, it } from "vitest";
import { compileTherapies } from "../../../../../src/knowledgebase/import/entities/compile-therapies.ts";

const table = (name: string, ...lines: readonly (readonly string[])[]) => ({
  name,
  text: lines.map((cells) => cells.join("\t")).join("\n"),
});

const flags = [
  "immune_checkpoint_inhibitor",
  "kinase_inhibitor",
  "hdac_inhibitor",
  "parp_inhibitor",
  "monoclonal_antibody",
  "hormone_therapy",
  "platinum_compound",
];
const yes = (...names: readonly string[]) =>
  flags.map((flag) => (names.includes(flag) ? "TRUE" : "FALSE"));

const synonyms = table(
  "synonyms",
  ["alias", "nci_concept_display_name"],
  ["osimertinib", "Osimertinib"],
  ["tagrisso", "Osimertinib"],
  ["azd9291", "Osimertinib"],
  ["trastuzumab deruxtecan", "Trastuzumab Deruxtecan"],
);
const targets = table(
  "targets",
  ["nci_concept_display_name", "nci_t", "molecule_chembl_id", "target_symbol", ...flags],
  ["Osimertinib", "C116377", "CHEMBL3353410", "EGFR", ...yes("kinase_inhibitor")],
  ["Trastuzumab Deruxtecan", "C128799", "CHEMBL4297844", "TOP1", ...yes("monoclonal_antibody")],
  ["Trastuzumab Deruxtecan", "C128799", "CHEMBL4297844", "ERBB2", ...yes("monoclonal_antibody")],
);

it("names a drug by the Thesaurus, with its codes, targets and class", () => {
  const { therapies, idOf } = compileTherapies(
    new Set(["Osimertinib", "Trastuzumab Deruxtecan", "Something New"]),
    { synonyms, targets },
  );
  expect(therapies).toEqual([
    {
      id: "osimertinib",
      name: "Osimertinib",
      ncit: "C116377",
      chembl: "CHEMBL3353410",
      synonyms: ["AZD9291", "Tagrisso"],
      targets: ["EGFR"],
      class: "kinase inhibitor",
      status: [
        { agency: "EMA", status: "approved", date: "2016-02" },
        { agency: "FDA", status: "approved", date: "2015-11-13" },
      ],
    },
    // Nothing is made up for a drug that no table knows.
    {
      id: "something-new",
      name: "Something New",
      ncit: null,
      chembl: null,
      synonyms: [],
      targets: [],
      class: null,
      status: [],
    },
    {
      id: "trastuzumab-deruxtecan",
      name: "Trastuzumab Deruxtecan",
      ncit: "C128799",
      chembl: "CHEMBL4297844",
      synonyms: [],
      targets: ["ERBB2", "TOP1"],
      class: "antibody-drug conjugate",
      status: [
        { agency: "EMA", status: "approved", date: "2021-01" },
        { agency: "FDA", status: "approved", date: "2019-12-20" },
      ],
    },
  ]);
  expect(idOf("Something New")).toBe("something-new");
});
