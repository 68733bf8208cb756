import type { ProblemWhere } from "../../../model/problem.ts";
import type { GctLayout } from "./gct-layout.ts";
import { readGene, type GeneCell } from "../names/protein-gene.ts";
import { readAccession, type ProteinNames } from "../names/protein-names.ts";
import { readLabel, readRowName, readSites } from "../names/protein-row-name.ts";
import { isMissing } from "../../tables/table-number.ts";

/** What a row is of, or why it is no measurement. */
export type GctRowName =
  | (GeneCell & { readonly accessions?: string })
  | { readonly setAside: string };

/** Columns that describe rows, by their names in lower case; best known ones first. Names are those of PANOPLY, cmapR and LINCS. */
const geneColumns = ["genesymbol", "gene_symbol", "pr_gene_symbol", "gene_name", "symbol", "gene"];
const accessionColumns = ["accession_number", "accession_numbers", "uniprot", "protein_id"];
const siteColumns = ["variablesites"];
const descriptionColumns = ["id.description", "entry_name"];
/** Counts of modifications, and of those whose residue is known (Spectrum Mill). */
const actualSites = "best_numactualvmsites_sty";
const localizedSites = "best_numlocalizedvmsites_sty";

const fastaGene = /\bGN=(\S+)/;
/** Modifications and localized ones behind the residues of an id: `NP_004439.2_S1054s _1_0_1051_1054`. */
const idCounts = /_(\d{1,3})_(\d{1,3})_\d+_\d+$/;

/** Reads what the rows of a GCT are of. */
export function makeGctRowReader(
  { version, columns, described }: GctLayout,
  names: ProteinNames | undefined,
): { name(cells: readonly string[], where: ProblemWhere): GctRowName } {
  const lower = columns.slice(0, described).map((name) => name.toLowerCase());
  const find = (wanted: readonly string[]): number[] =>
    wanted.map((name) => lower.indexOf(name, 1)).filter((index) => index !== -1);
  // In version 1.2 the one column that describes rows is a gene or a sentence.
  const genes = version === "1.2" ? [1] : find(geneColumns);
  const accessions = find(accessionColumns);
  const descriptions = find(descriptionColumns);
  const [site] = find(siteColumns);
  const [actual] = find([actualSites]);
  const [localized] = find([localizedSites]);
  const cell = (cells: readonly string[], index: number): string => {
    const text = (cells[index] ?? "").trim();
    return isMissing(text) ? "" : text.replaceAll("|", ";");
  };

  const geneOf = (cells: readonly string[], id: string, where: ProblemWhere): string => {
    const stated = genes.map((index) => cell(cells, index)).find((text) => text !== "") ?? "";
    if (version === "1.2") return isKnown(id, names) || !isKnown(stated, names) ? id : stated;
    const ofHeader = descriptions.flatMap(
      (index) => fastaGene.exec(cells[index] ?? "")?.[1] ?? [],
    )[0];
    // Spreadsheets make dates of genes; the header of the FASTA keeps them.
    const isDamaged = stated !== "" && readGene(stated, where).refused !== null;
    if (stated !== "" && !(isDamaged && ofHeader !== undefined)) return stated;
    return ofHeader ?? "";
  };

  /** A modification whose residue is not known measures no site (so does PTM-SEA). */
  const isLocalized = (cells: readonly string[], id: string): boolean => {
    const [, ofId, knownOfId] = idCounts.exec(id) ?? [];
    const all = actual === undefined ? ofId : cell(cells, actual);
    const known = localized === undefined ? knownOfId : cell(cells, localized);
    return all === known;
  };

  return {
    name(cells, where) {
      const id = (cells[0] ?? "").trim();
      const ofId = readRowName(id);
      const isModified = site !== undefined || idCounts.test(id);
      const sites = site === undefined ? (ofId.site ?? "") : readSites(cells[site] ?? "");
      if (isModified && sites === "") return { setAside: "no phosphorylated residue" };
      if (isModified && !isLocalized(cells, id)) return { setAside: "site not localized" };
      const stated = geneOf(cells, ofId.gene, where);
      const byAccession = accessions
        .map((index) => cell(cells, index))
        .filter((text) => text !== "");
      const gene = stated === "" && byAccession.length === 0 ? ofId.gene : stated;
      const read = readGene(gene === "" ? (byAccession[0] ?? "") : gene, { ...where, column: 1 });
      return {
        ...read,
        ...(sites === "" ? labelOf(id, stated) : null),
        gene: gene === "" ? "" : read.gene,
        ...(sites === "" ? {} : { site: sites }),
        ...(byAccession.length === 0 ? {} : { accessions: byAccession.join(";") }),
      };
    },
  };
}

/** The id of a row may be an antibody's name, as pHER2, beside its gene. */
function labelOf(id: string, gene: string): ReturnType<typeof readLabel> {
  return gene === "" || readAccession(id) !== null ? null : readLabel(gene, id);
}

function isKnown(name: string, names: ProteinNames | undefined): boolean {
  return names !== undefined && names.genesOf(name).length > 0;
}
