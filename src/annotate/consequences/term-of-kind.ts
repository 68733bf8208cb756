import type { ProteinChange } from "../../model/protein-change.ts";

/** The Sequence Ontology term of a change of the protein that is known by its name alone. */
export const termOfKind: Readonly<Record<ProteinChange["kind"], string>> = {
  missense: "missense_variant",
  synonymous: "synonymous_variant",
  nonsense: "stop_gained",
  frameshift: "frameshift_variant",
  deletion: "inframe_deletion",
  insertion: "inframe_insertion",
  duplication: "inframe_insertion",
  delins: "protein_altering_variant",
  extension: "stop_lost",
  "start-lost": "start_lost",
  unknown: "coding_sequence_variant",
};
