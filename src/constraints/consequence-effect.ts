/** Sequence Ontology terms read as the few effects that statements are written about (spec matching 3). */
import type { TranscriptConsequence } from "../model/alteration.ts";
import { changeOf } from "./change-of.ts";
import type { ProteinChange } from "../model/protein-change.ts";

/** The effects from the most severe to the least, each with the terms that give it. */
const effects = [
  ["transcript ablation", ["transcript_ablation", "exon_loss_variant"]],
  ["frameshift", ["frameshift_variant"]],
  ["stop gained", ["stop_gained"]],
  ["splice site", ["splice_acceptor_variant", "splice_donor_variant", "splice_site_variant"]],
  ["start lost", ["start_lost"]],
  ["stop lost", ["stop_lost"]],
  [
    "in-frame deletion",
    ["inframe_deletion", "conservative_inframe_deletion", "disruptive_inframe_deletion"],
  ],
  [
    "in-frame insertion",
    ["inframe_insertion", "conservative_inframe_insertion", "disruptive_inframe_insertion"],
  ],
  ["missense", ["missense_variant", "rare_amino_acid_variant"]],
  ["in-frame change", ["protein_altering_variant", "inframe_variant"]],
  [
    "splice region",
    [
      "splice_region_variant",
      "splice_donor_5th_base_variant",
      "splice_donor_region_variant",
      "splice_polypyrimidine_tract_variant",
    ],
  ],
  ["synonymous", ["synonymous_variant", "stop_retained_variant", "start_retained_variant"]],
  [
    "non-coding",
    [
      "intron_variant",
      "5_prime_UTR_variant",
      "3_prime_UTR_variant",
      "5_prime_UTR_premature_start_codon_gain_variant",
      "upstream_gene_variant",
      "downstream_gene_variant",
      "non_coding_transcript_exon_variant",
      "non_coding_transcript_variant",
      "mature_miRNA_variant",
      "intergenic_variant",
      "intragenic_variant",
      "regulatory_region_variant",
      "TF_binding_site_variant",
    ],
  ],
] as const;

export type Effect = (typeof effects)[number][0] | "unknown";

const rankOfTerm = new Map<string, number>(
  effects.flatMap(([, terms], rank) => terms.map((term) => [term, rank] as const)),
);

const truncating: ReadonlySet<Effect> = new Set([
  "transcript ablation",
  "frameshift",
  "stop gained",
  "splice site",
  "start lost",
]);
const silent: ReadonlySet<Effect> = new Set(["splice region", "synonymous", "non-coding"]);

/** True for effects that shorten or abolish the product. Stop lost is none (spec matching 3). */
export function isTruncating(effect: Effect): boolean {
  return truncating.has(effect);
}

/** True for effects that no "mutation" statement means: synonymous, intronic, UTR, splice region. */
export function isSilent(effect: Effect): boolean {
  return silent.has(effect);
}

/** True when any term speaks of a splice site or its surroundings, whatever else the variant does. */
export function touchesSplicing(consequence: TranscriptConsequence): boolean {
  return consequence.terms.some((term) => {
    const effect = effects[rankOfTerm.get(term) ?? -1]?.[0];
    return effect === "splice site" || effect === "splice region";
  });
}

/** The most severe effect of a consequence: by its terms, else by its protein change. */
export function effectOf(consequence: TranscriptConsequence): Effect {
  const ranks = consequence.terms.flatMap((term) => rankOfTerm.get(term) ?? []);
  const worst = ranks.length > 0 ? effects[Math.min(...ranks)]?.[0] : undefined;
  if (worst === undefined) return effectOfProteinChange(changeOf(consequence));
  // A frameshift whose first changed codon is the stop codon only lengthens the protein.
  const startsOnStop = worst === "frameshift" && changeOf(consequence)?.refStart === "*";
  return startsOnStop ? "stop lost" : worst;
}

/** What a protein change alone says about the effect; `unknown` when there is none that can be read. */
function effectOfProteinChange(change: ProteinChange | null): Effect {
  switch (change?.kind) {
    case "missense":
      return "missense";
    case "synonymous":
      return "synonymous";
    case "nonsense":
      return "stop gained";
    case "frameshift":
      return "frameshift";
    case "deletion":
      return "in-frame deletion";
    case "insertion":
    case "duplication":
      return "in-frame insertion";
    case "delins":
      return change.alt.includes("*") ? "stop gained" : "in-frame change";
    case "extension":
      return "stop lost";
    case "start-lost":
      return "start lost";
    case "unknown":
    case undefined:
      return "unknown";
  }
}
