/** Genomic alleles of one alteration: CIViC's own where it holds, and all other spellings of the same protein change. */
import type { AlleleNote } from "../importer.ts";
import type { BaseAt } from "../reference/base-map.ts";
import { residuesOf, type Transcript } from "../reference/gene-models.ts";
import {
  fitsReference,
  formatAllele,
  liftAllele,
  placeAllele,
  type PlacedAllele,
  type StatedChange,
} from "../reference/place-allele.ts";
import { fitsResidues, makesChange, nameChange } from "../reference/protein-effect.ts";
import { numberedBy, type GeneModel, type GeneReference } from "../reference/reference-data.ts";
import { spellAlleles } from "../reference/spell-alleles.ts";
import type { CivicRow } from "./civic-row.ts";
import type { ProteinChange } from "../../../model/protein-change.ts";

export interface ShapeContext {
  readonly row: CivicRow;
  readonly reference: GeneReference;
  /** The name says nothing but this shape, so that the row's alleles are those of the shape. */
  readonly alone: boolean;
}

export interface FoundAlleles {
  readonly transcript: string | undefined;
  readonly coding: string | undefined;
  readonly term: string | undefined;
  readonly alleles: { GRCh37: string[]; GRCh38?: string[] } | undefined;
  readonly lifted: "GRCh38" | undefined;
  readonly note: AlleleNote;
}

/**
 * The row's allele comes first, then the other ones by position. An allele that disagrees with the coding sequence is left out
 * and noted. `change` is null for alterations without a protein change.
 */
export function findAlleles(
  change: ProteinChange | null,
  gene: string,
  context: ShapeContext,
): FoundAlleles {
  const { row, reference } = context;
  const model = reference.geneModel(gene);
  const numbered = chooseTranscript(change, model, row);
  const { stated, check } = judgeStated(change, { model, numbered, context });
  const own = stated && check !== "disagrees" ? [stated] : [];
  const alleles = onBothBuilds([...own, ...spellAll(change, model, numbered)], reference);
  const isNamed = change !== null && numbered?.id === row.transcript;
  return {
    transcript: isNamed ? (row.transcript ?? undefined) : undefined,
    coding: own.length > 0 ? codingOf(row, change) : undefined,
    term: change ? termOf(change) : undefined,
    alleles,
    lifted: alleles?.GRCh38 ? "GRCh38" : undefined,
    note: {
      variant: `${row.gene} ${row.variant}`,
      stated: stated ? formatAllele(stated) : null,
      check,
      why:
        stated && check === "disagrees" ? explainDisagreement(stated, { model, numbered }) : null,
      residueFits: change ? fitsSomewhere(change, model) : null,
      builds: alleles?.GRCh38 ? "both" : alleles ? "GRCh37" : "none",
    },
  };
}

/** The row's allele with its check. In a row of several alterations, coordinates that do not make this one are those of another. */
function judgeStated(
  change: ProteinChange | null,
  facts: { model: GeneModel; numbered: Transcript | null; context: ShapeContext },
): { stated: PlacedAllele | null; check: AlleleNote["check"] } {
  const stated = placeStated(change, facts);
  const check = stated ? checkAllele(stated, change, facts) : "not stated";
  const isOfAnother = check === "disagrees" && !facts.context.alone;
  return isOfAnother ? { stated: null, check: "not stated" } : { stated, check };
}

/** The allele of the row, where it is the one of this alteration. */
function placeStated(
  change: ProteinChange | null,
  found: { model: GeneModel; numbered: Transcript | null; context: ShapeContext },
): PlacedAllele | null {
  const { baseAt } = found.model;
  const { row, alone } = found.context;
  if (!row.coordinates || (!alone && !isAtCodon(row, change, found.numbered))) return null;
  return placeAllele(withDeletedBases(row.coordinates, change, baseAt), baseAt);
}

function spellAll(
  change: ProteinChange | null,
  model: GeneModel,
  numbered: Transcript | null,
): PlacedAllele[] {
  const coding = numbered ? model.codingOf(numbered) : null;
  return change && coding ? spellAlleles(change, coding) : [];
}

/** The transcript that the row numbers by; MANE Select where the bases of that one are not known but its residues are. */
function chooseTranscript(
  change: ProteinChange | null,
  model: GeneModel,
  row: CivicRow,
): Transcript | null {
  const numbered = numberedBy(model, [row.transcript, row.usualTranscript]);
  if (!change || residuesFit(change, numbered, model) !== null) return numbered;
  return residuesFit(change, model.mane, model) ? model.mane : numbered;
}

function fitsSomewhere(change: ProteinChange, model: GeneModel): boolean | null {
  const fits = model.transcripts.map((transcript) => residuesFit(change, transcript, model));
  if (fits.includes(true)) return true;
  return fits.length === 0 || fits.includes(null) ? null : false;
}

function residuesFit(
  change: ProteinChange,
  transcript: Transcript | null,
  model: GeneModel,
): boolean | null {
  const coding = transcript ? model.codingOf(transcript) : null;
  return coding ? fitsResidues(change, coding) : null;
}

function checkAllele(
  stated: PlacedAllele,
  change: ProteinChange | null,
  { model, numbered }: { model: GeneModel; numbered: Transcript | null },
): AlleleNote["check"] {
  const { baseAt } = model;
  if (!baseAt) return "no coding sequence";
  if (!fitsReference(stated, baseAt)) return "disagrees";
  if (!change) return "no protein change";
  const results = [numbered, model.mane].map((transcript) => {
    const coding = transcript ? model.codingOf(transcript) : null;
    return coding ? makesChange(stated, change, coding) : null;
  });
  if (results.includes(true)) return "agrees";
  return results.includes(false) ? "disagrees" : "not comparable";
}

/** Other reference bases, or the change that the allele makes on the first transcript whose bases are known. */
function explainDisagreement(
  stated: PlacedAllele,
  { model, numbered }: { model: GeneModel; numbered: Transcript | null },
): string | null {
  const { baseAt } = model;
  if (baseAt && !fitsReference(stated, baseAt)) {
    const bases = Array.from(stated.ref, (_, at) => baseAt(stated.position + at) ?? "N").join("");
    return `the reference has ${bases} there`;
  }
  const made = [numbered, model.mane].flatMap((transcript) => {
    const coding = transcript ? model.codingOf(transcript) : null;
    return (coding && nameChange(stated, coding)) ?? [];
  });
  return made[0] === undefined ? null : `makes ${made[0]}`;
}

/** In a row of several alterations, the coordinates belong to the one whose codon they lie in. */
function isAtCodon(
  row: CivicRow,
  change: ProteinChange | null,
  transcript: Transcript | null,
): boolean {
  if (!row.coordinates || !change || !transcript || row.coordinates.alt === "") return false;
  const { start, end } = row.coordinates;
  const residues = residuesOf(transcript, [start, end]);
  return residues !== null && residues[0] === change.start && end - start <= 2;
}

/** CIViC gives the range of some deletions without the bases. */
function withDeletedBases(
  coordinates: StatedChange,
  change: ProteinChange | null,
  baseAt: BaseAt | null,
): StatedChange {
  const { start, end, ref, alt } = coordinates;
  if (ref !== "" || alt !== "" || change?.kind !== "deletion" || !baseAt) return coordinates;
  const positions = Array.from({ length: end - start + 1 }, (_, index) => start + index);
  const bases = positions.map(baseAt);
  return bases.includes(undefined) ? coordinates : { ...coordinates, ref: bases.join("") };
}

/** GRCh37 alleles with those of GRCh38 where the lift is exact. */
export function onBothBuilds(
  alleles: readonly PlacedAllele[],
  { liftover }: GeneReference,
): FoundAlleles["alleles"] {
  const [first] = alleles;
  if (!first) return undefined;
  const lifted = alleles.flatMap((allele) => liftAllele(allele, liftover) ?? []);
  const texts = { GRCh37: distinct(alleles), GRCh38: distinct(lifted) };
  return lifted.length > 0 ? texts : { GRCh37: texts.GRCh37 };
}

function distinct(alleles: readonly PlacedAllele[]): string[] {
  return [...new Set(alleles.map(formatAllele))];
}

/**
 * The coding change that the row states on its own transcript, without the transcript. One that is numbered on another
 * transcript than the residue is left out.
 */
function codingOf(row: CivicRow, change: ProteinChange | null): string | undefined {
  const own = row.hgvs.find(
    (text) => row.transcript !== null && text.startsWith(`${row.transcript}:c.`),
  );
  const coding = own?.slice(own.indexOf(":") + 1).replaceAll(/\s/g, "");
  const base = /^c\.(\d+)[ACGT]>/.exec(coding ?? "")?.[1];
  const isOfAnother =
    base !== undefined && change !== null && Math.ceil(Number(base) / 3) !== change.start;
  return isOfAnother ? undefined : coding || undefined;
}

/** The Sequence Ontology term of a protein change, as annotators give it. */
function termOf({ kind, start, end, alt }: ProteinChange): string | undefined {
  switch (kind) {
    case "missense":
      return "missense_variant";
    case "nonsense":
      return "stop_gained";
    case "frameshift":
      return "frameshift_variant";
    case "synonymous":
      return "synonymous_variant";
    case "start-lost":
      return "start_lost";
    case "deletion":
      return "inframe_deletion";
    case "insertion":
    case "duplication":
      return "inframe_insertion";
    case "delins": {
      const grown = alt.length - (end - start + 1);
      if (grown === 0) return "missense_variant";
      return grown > 0 ? "inframe_insertion" : "inframe_deletion";
    }
    default:
      return undefined;
  }
}
