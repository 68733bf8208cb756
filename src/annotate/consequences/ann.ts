/** SnpEff's `ANN`: sixteen fixed columns. https://pcingola.github.io/SnpEff/adds/VCFannotationformat_v1.0.pdf */
import type { VariantCall } from "../../model/observation.ts";
import type { ConsequenceDialect, StatedEffect } from "./consequence-dialect.ts";
import { otherAllele, readExon, splitTerms } from "./consequence-dialect.ts";

/** The older `EFF` field is another format and is not read. */
export const ann: ConsequenceDialect = {
  matches: ({ dialect }) => dialect === "ANN",

  read({ entries }, call) {
    const columns = entries.map((entry) => entry.split("|").map((value) => value.trim()));
    const mine = columns.filter(([allele = ""]) => isAbout(allele, call));
    const isOnlyAllele = call.altCount === 1 && new Set(columns.map(([word]) => word)).size === 1;
    const used = mine.length === 0 && isOnlyAllele ? columns : mine;
    return {
      effects: used.flatMap((values) => readEffect(values) ?? []),
      populationFrequency: null,
      doubt: used.length > 0 || entries.length === 0 ? null : otherAllele,
    };
  },
};

/**
 * `G` is about ALT G; `G-C` too: for a tumor sample it says what ALT G changes where the germline already has C. Both are
 * kept, since either may be the change that a statement names.
 */
function isAbout(word: string, call: VariantCall): boolean {
  const alt = call.given.alt.toUpperCase();
  const allele = word.toUpperCase();
  return allele === alt || allele.startsWith(`${alt}-`);
}

function readEffect(values: readonly string[]): StatedEffect | null {
  const [, annotation = "", , symbol, geneId, featureType = "", feature, , rank = ""] = values;
  const [codingChange, proteinChange] = values.slice(9, 11);
  const gene = symbol || geneId;
  if (!gene || (featureType !== "" && featureType !== "transcript")) return null;
  const terms = splitTerms(annotation);
  return {
    gene,
    transcript: feature || null,
    terms,
    proteinChange: proteinChange || null,
    codingChange: codingChange || null,
    // In an intron the rank counts introns.
    exon: terms.includes("intron_variant") ? null : readExon(rank),
    preference: 0,
  };
}
