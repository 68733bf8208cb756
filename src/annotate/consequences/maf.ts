/** A MAF row's own annotation, as `read/lists/maf-entries.ts` lays it out. */
import {
  columnReader,
  readExon,
  splitTerms,
  type ConsequenceDialect,
  type StatedEffect,
} from "./consequence-dialect.ts";
import { nameFuncotation } from "./name-funcotation.ts";
import { parseProteinChange } from "../protein-change.ts";
import { readPopulationFrequency } from "./read-population-frequency.ts";

type Entry = ReturnType<ReturnType<typeof columnReader>>;

/** The row's transcript is the one that the annotator preferred; those of `all_effects` stand beside it. */
export const maf: ConsequenceDialect = {
  matches: ({ dialect }) => dialect === "MAF",
  read(annotation) {
    const entries = annotation.entries.map(columnReader(annotation.fields));
    return {
      effects: entries.flatMap((entry) => readEffect(entry) ?? []),
      populationFrequency: highestFrequency(entries),
      ...(entries.some((entry) => entry("CODONS") !== null) ? { isInOwnWords: true } : {}),
      doubt: null,
    };
  },
};

function readEffect(entry: Entry): StatedEffect | null {
  const gene = entry("SYMBOL");
  if (gene === null) return null;
  return {
    gene,
    transcript: entry("Feature"),
    terms: splitTerms(entry("Consequence")),
    proteinChange: readChange(entry("HGVSp"), entry("CODONS")),
    codingChange: entry("HGVSc"),
    exon: readExon(entry("EXON")),
    preference: entry("OWN") === null ? 0 : 1,
  };
}

/**
 * `p.X1445_splice` names the codon beside a changed splice site, and no change of the protein. Rows with the codons, which Oncotator and
 * Funcotator write, name changes in the way of these; so may others (`p.ELREA746del`).
 */
function readChange(text: string | null, codons: string | null): string | null {
  if (text === null || isSpliceName(text)) return null;
  const isRead = codons === null && parseProteinChange(text) !== null;
  return isRead ? text : (nameFuncotation(text, codons) ?? text);
}

/** True for cBioPortal's name of a change of a splice site. */
export function isSpliceName(text: string): boolean {
  return /^(?:p\.)?[A-Z*]?\d{1,6}_splice$/i.test(text);
}

function highestFrequency(entries: readonly Entry[]): number | null {
  const found = entries.flatMap(
    (entry) => readPopulationFrequency(entry("FREQUENCY") ?? "", null) ?? [],
  );
  return found.length === 0 ? null : Math.max(...found);
}
