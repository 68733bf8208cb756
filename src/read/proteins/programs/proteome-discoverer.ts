import { makeGroupReader, type GroupLayout, type PutIn } from "./protein-groups.ts";
import { abundanceNames, readAbundance } from "../tables/quantity-columns.ts";

/** `Found in Sample: [S1] F1: Sample, P1`, for R `Found in Sample in S1 F1 Sample P1`. */
const foundIn = /^Found in Sample(?:: \[S\d+\]| in S\d+) (.+)$/;

const geneName = /\bGN=([^\s;]+)/g;

/**
 * The table of proteins of Thermo Fisher's Proteome Discoverer 2 and 3, exported as text. Sources: its user guide (Proteins page; master
 * proteins and their candidates), and exports in public repositories (`cran/wrProteo`, `WubingZhang/rMAUPS`).
 */
export const proteomeDiscoverer = makeGroupReader({
  id: "proteome-discoverer",
  title: "Proteome Discoverer, table of proteins exported as text",
  columns: [
    { name: "Accession", meaning: "accession of the protein", required: true },
    {
      name: "Gene Symbol",
      meaning: "genes; else Gene, else GN= of Description",
      required: false,
    },
    {
      name: "Abundances (Normalized): (sample)",
      meaning:
        "normalized abundance, the sample named by what follows, F1: Sample, P1; where no sample has it, Abundance, Abundances (Grouped) or Abundances (Scaled) is read",
      required: true,
    },
    {
      name: "Master",
      meaning:
        "what is no master protein is set aside; likewise Contaminant and a Protein FDR Confidence below High",
      required: false,
    },
    {
      name: "Found in Sample",
      meaning: "an abundance of a sample with Not Found was put in, and counts as missing",
      required: false,
    },
  ],
  layoutOf,
});

function layoutOf(columns: readonly string[]): GroupLayout | null {
  const accession = columns.indexOf("Accession");
  const gene = columns.findIndex((name) => ["Gene Symbol", "Gene", "Gene Name"].includes(name));
  const isOfPeptides = columns.some((name) => /^(?:Annotated )?Sequence$/.test(name));
  const found = columns.flatMap((title, column) => {
    const abundance = readAbundance(title);
    if (abundance === null) return [];
    return [{ quantity: abundance.quantity, name: abundance.sample, column }];
  });
  if (found.length === 0 || (accession === -1 && gene === -1 && !isOfPeptides)) return null;
  const quantity = abundanceNames.find((each) => found.some((one) => one.quantity === each));
  const samples = found.filter((each) => each.quantity === quantity);
  const description = columns.indexOf("Description");
  return {
    gene: gene === -1 ? null : gene,
    accessions: accession === -1 ? null : accession,
    quantity: quantity ?? abundanceNames[0],
    samples,
    ...findPutIn(columns, samples),
    notRead: isOfPeptides
      ? "the table is of peptides, not of proteins: export the page Proteins of the result"
      : null,
    setAside: findReasons(columns),
    genesOf: (cells) => {
      const named = gene === -1 ? "" : (cells[gene] ?? "").trim();
      if (named !== "") return named;
      return [...(cells[description] ?? "").matchAll(geneName)]
        .map(([, name = ""]) => name)
        .join(";");
    },
  };
}

/** True for the columns of that table. */
export function isOfProteomeDiscoverer(columns: readonly string[]): boolean {
  return layoutOf(columns) !== null;
}

/** With imputation the program writes an abundance where it found nothing, and says so in a column of its own. */
function findPutIn(
  columns: readonly string[],
  samples: GroupLayout["samples"],
): { readonly putIn?: PutIn } {
  const founds = new Map(
    columns.flatMap((title, column) => {
      const name = foundIn.exec(title)?.[1];
      return name === undefined ? [] : [[name, column] as const];
    }),
  );
  const foundOf = new Map(
    samples.flatMap(({ name, column }) => {
      const found = founds.get(name);
      return found === undefined ? [] : [[column, found] as const];
    }),
  );
  if (foundOf.size === 0) return {};
  return {
    putIn: {
      why: "stand beside Not Found in the column Found in Sample",
      is: (cells, column) => cells[foundOf.get(column) ?? -1]?.trim() === "Not Found",
    },
  };
}

const isTrue = /^true$/i;
/** As text files and as spreadsheets have it; a column that is empty says nothing. */
const master = /^(?:|IsMasterProtein|Master Protein|Master)$/;

function findReasons(columns: readonly string[]): GroupLayout["setAside"] {
  const contaminant = columns.indexOf("Contaminant");
  const isMaster = columns.indexOf("Master");
  const confidence = columns.findIndex((name) => name.startsWith("Protein FDR Confidence"));
  return (cells) => {
    const at = (column: number): string => cells[column]?.trim() ?? "";
    if (isTrue.test(at(contaminant))) return "contaminant";
    if (!master.test(at(isMaster))) return "no master protein of its group";
    const isSure = ["", "High"].includes(at(confidence));
    return isSure ? null : "protein FDR confidence below High";
  };
}
