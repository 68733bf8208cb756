import type { Manifest } from "../schema/schema.ts";
import type { Importer } from "./importer.ts";

/** Of a new folder. */
const first = { version: "2026.11.0", date: "2026-11-25" };

/** The tables beside the statements: release, terms, address. */
const curatedReleases: Manifest["sources"] = [
  { name: "OncoTree", date: "2025-10-03", licence: "CC-BY-4.0", url: "https://oncotree.info" },
  {
    name: "Disease Ontology",
    date: "2026-08-19",
    licence: "CC0-1.0",
    url: "https://disease-ontology.org",
  },
  {
    name: "NCI Thesaurus (drug names and codes)",
    date: "2022-06-01",
    licence: "CC-BY-4.0",
    url: "https://evs.nci.nih.gov",
  },
  {
    name: "Open Targets (targets and classes of drugs)",
    date: "2022-02-01",
    licence: "CC0-1.0",
    url: "https://platform.opentargets.org",
  },
  {
    name: "First approvals of drugs, by our curators (not compared with the registers)",
    date: "2026-11-25",
    licence: "facts",
    url: null,
  },
  {
    name: "MANE Select 1.4 (genes and transcripts)",
    date: "2024-10-01",
    licence: "public domain",
    url: "https://www.ncbi.nlm.nih.gov/refseq/MANE/",
  },
  {
    name: "Ensembl 75 (GRCh37 transcripts)",
    date: "2014-02-01",
    licence: "no restrictions",
    url: "https://grch37.ensembl.org",
  },
  {
    name: "NCBI Gene (aliases)",
    date: "2022-09-12",
    licence: "public domain",
    url: "https://www.ncbi.nlm.nih.gov/gene",
  },
  {
    name: "Vogelstein 2013, PROfound 2020 (roles of genes)",
    date: "2013-03-29",
    licence: "facts cited",
    url: "https://doi.org/10.1126/science.1235122",
  },
];

/**
 * The manifest file: what the content was made from, and under which terms. Of an `existing` one it keeps version and date, which are
 * raised by hand with every release, and the sources that no import makes.
 */
export function makeManifest(
  importer: Pick<Importer, "sources">,
  existing: Manifest | null,
): Manifest {
  const made = [...importer.sources, ...curatedReleases];
  const names = new Set(made.map(({ name }) => name));
  return {
    version: existing?.version ?? first.version,
    date: existing?.date ?? first.date,
    schemaVersion: "1.1.0",
    sources: [...made, ...(existing?.sources ?? []).filter(({ name }) => !names.has(name))],
  };
}
