/** A MAF row's own annotation, as `read/maf-entries.ts` lays it out. */
import {
  columnReader,
  readExon,
  splitTerms,
  type ConsequenceDialect,
  type StatedEffect,
} from "./consequence-dialect.ts";
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
    proteinChange: readChange(entry("HGVSp")),
    codingChange: entry("HGVSc"),
    exon: readExon(entry("EXON")),
    preference: entry("OWN") === null ? 0 : 1,
  };
}

/** `p.X1445_splice` names the codon beside a changed splice site, and no change of the protein. */
function readChange(text: string | null): string | null {
  return text === null || isSpliceName(text) ? null : text;
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
