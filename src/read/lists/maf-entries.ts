/** What a MAF row says of consequences, as entries of one annotation. */
import { termsOfClassification } from "./maf-classification.ts";
import type { NamedColumns } from "../tables/table-columns.ts";

export interface MafEntries {
  readonly fields: readonly string[];
  /** The row's own entry first, then those of `all_effects` on other transcripts. */
  read(cells: readonly string[]): string[];
  /** Sequence Ontology terms of the row's own entry. */
  termsOf(cells: readonly string[]): string[];
}

const fields = [
  "SYMBOL",
  "Feature",
  "Consequence",
  "HGVSp",
  "HGVSc",
  "EXON",
  "FREQUENCY",
  "OWN",
  "CODONS",
] as const;

/** More transcripts than any gene's; a hostile cell is cut off here. */
const mostEffects = 500;

/** Population frequencies of gnomAD, ExAC and 1000 Genomes under the names of VEP; a plain `AF` may be the tumor's. */
const frequencyColumn =
  /^(?:max_af|gnomad[eg]?_(?:[a-z]+_)?af(?:_[a-z]+)?|exac_af(?:_[a-z]+)?|(?:afr|amr|eas|eur|sas|aa|ea)_af)$/i;

export function makeMafEntries(columns: NamedColumns): MafEntries {
  const cell = columns.cell;
  const gene = cell("Hugo_Symbol", "SYMBOL");
  const transcript = cell("Transcript_ID", "i_transcript_name", "Annotation_Transcript");
  const consequence = cell("Consequence");
  const classification = cell("Variant_Classification");
  const protein = cell("HGVSp_Short", "HGVSp", "Protein_Change");
  const coding = cell("HGVSc", "cDNA_Change");
  const exon = cell("EXON", "Exon_Number");
  const codons = cell("Codon_Change");
  const effects = cell("all_effects");
  const frequencies = columns.matching(frequencyColumn);

  const termsOf = (cells: readonly string[]): string[] => {
    const stated = splitTerms(consequence(cells));
    return stated.length > 0 ? stated : termsOfClassification(classification(cells));
  };
  return {
    fields,
    termsOf,
    read(cells) {
      const own = transcript(cells);
      const main = [
        gene(cells),
        own,
        termsOf(cells).join("&"),
        protein(cells),
        coding(cells),
        exon(cells),
        frequencies.flatMap((cellOf) => cellOf(cells) || []).join("&"),
        "1",
        codons(cells),
      ];
      return [joinEntry(main), ...readEffects(effects(cells), own)];
    },
  };
}

function splitTerms(text: string): string[] {
  return text
    .split(/[,;&]/)
    .map((term) => term.trim())
    .filter((term) => term !== "");
}

/** vcf2maf's `all_effects`: `gene,term,HGVSp_Short,transcript,...` between semicolons; what follows differs by its version. */
function readEffects(text: string, ownTranscript: string): string[] {
  if (text === "") return [];
  return text
    .split(";", mostEffects)
    .map((entry) => entry.split(",", 4).map((part) => part.trim()))
    .flatMap(([gene = "", term = "", protein = "", transcript = ""]) =>
      gene === "" || transcript === "" || transcript === ownTranscript
        ? []
        : [joinEntry([gene, transcript, term, protein, "", "", "", "", ""])],
    );
}

function joinEntry(values: readonly string[]): string {
  return values.map((value) => value.replaceAll("|", " ")).join("|");
}
