import { nameAllele } from "../../annotate/alleles/name-allele.ts";
import {
  isSameInProtein,
  placeAsIs,
  type PlaceChange,
} from "../../annotate/models/place-change.ts";
import { parseProteinChange } from "../../annotate/protein-change.ts";
import { consequenceInGene } from "../consequence-in-gene.ts";
import { formatPercent } from "../../match/format-measure.ts";
import type { InputNeed, SmallVariant } from "../../model/alteration.ts";
import type { LesionCell } from "../../model/lesions.ts";
import type { Observation } from "../../model/observation.ts";
import { judgeCopiesThere } from "./judge-copies-there.ts";
import { type CellClaim, judgeSameProtein, judgeUncalled } from "./judge-uncalled.ts";
import { weighReads } from "./weigh-reads.ts";
import type { LesionView } from "./lesion-view.ts";
import type { ProteinChange } from "../../model/protein-change.ts";

/** Whether a lesion has an alteration that some lesion of the patient has, and how that is known (spec, clinical R12). */
export function seeInLesion(observation: Observation, lesion: LesionView): LesionCell {
  const called = findCalled(observation, lesion);
  const claim =
    called === null ? judge(observation, lesion) : describeCalled(called, observation, lesion);
  const fraction = called === null ? null : (lesion.clonalityOf(called)?.fraction ?? null);
  return {
    specimen: lesion.id,
    vaf: null,
    depth: null,
    altReads: null,
    cellFraction: fraction?.estimate ?? null,
    ...claim,
  };
}

/** Whether only a part of the tumor cells of a lesion carries what it calls, by its purity and copies. */
export function isSubclonalIn(observation: Observation, lesion: LesionView): boolean {
  const called = findCalled(observation, lesion);
  return called !== null && lesion.clonalityOf(called)?.state === "subclonal";
}

function findCalled(observation: Observation, lesion: LesionView): Observation | null {
  return lesion.observations.get(observation.id) ?? findAlike(observation, lesion);
}

function findAlike(observation: Observation, lesion: LesionView): Observation | null {
  for (const other of lesion.observations.values()) {
    if (isSameAlteration(observation, other, lesion.placeChange)) return other;
  }
  return null;
}

/** Frameshifts of one residue differ in what follows, and synonymous changes leave the protein as it is. */
const namesTooLittle: ReadonlySet<ProteinChange["kind"]> = new Set(["frameshift", "synonymous"]);

/** True of two variants that are one by their names or in the protein. */
export function isSameAlteration(
  a: Observation,
  b: Observation,
  place: PlaceChange | undefined,
): boolean {
  return isSameByName(a, b, place) || isSameProtein(a, b, place);
}

/** True of two alleles that make the same change of the protein. */
function isSameProtein(a: Observation, b: Observation, place: PlaceChange | undefined): boolean {
  const [one, other] = [a.alteration, b.alteration];
  if (one.kind !== "small-variant" || other.kind !== "small-variant") return false;
  if (a.id === b.id || !areComparable(one, other)) return false;
  return haveSameChange(a, b, place);
}

function haveSameChange(a: Observation, b: Observation, place: PlaceChange | undefined): boolean {
  const { gene } = a;
  const [change, same] = [proteinChangeOf(a), proteinChangeOf(b)];
  if (gene === null || gene !== b.gene || change === null || same === null) return false;
  if (namesTooLittle.has(change.kind)) return false;
  return isSameInProtein(change, same, {
    gene,
    transcript: transcriptOf(a),
    place: place ?? placeAsIs,
  });
}

/** The one that the label is numbered by. */
function transcriptOf({ alteration, gene }: Observation): string | null {
  if (alteration.kind !== "small-variant") return null;
  return consequenceInGene(alteration, gene)?.transcript ?? null;
}

/** Null where the label names no change of the protein. */
function proteinChangeOf({ gene, label }: Observation): ProteinChange | null {
  return gene !== null && label.startsWith(`${gene} `)
    ? parseProteinChange(label.slice(gene.length + 1))
    : null;
}

/**
 * True where alleles cannot be compared, because one file names the change of the protein alone or is on another build, and the names are
 * the same.
 */
function isSameByName(a: Observation, b: Observation, place: PlaceChange | undefined): boolean {
  const [one, other] = [a.alteration, b.alteration];
  if (one.kind !== "small-variant" || other.kind !== "small-variant") return false;
  if (a.gene === null || a.id === b.id || areComparable(one, other)) return false;
  return a.label === b.label || haveSameChange(a, b, place);
}

function areComparable(a: SmallVariant, b: SmallVariant): boolean {
  return a.allele !== null && b.allele !== null && a.allele.assembly === b.allele.assembly;
}

function describeCalled(
  called: Observation,
  observation: Observation,
  { placeChange }: LesionView,
): CellClaim {
  const { support } = called;
  const how = describeLikeness(called, observation, placeChange);
  const code = isSameProtein(called, observation, placeChange)
    ? "lesion-same-protein"
    : "lesion-called";
  if (support.kind !== "reads") {
    return { state: "present", reason: { code, text: `It is called${how}.` } };
  }
  const { vaf, depth, altReads } = support;
  const facts = [
    ...(vaf === null ? [] : [`VAF ${formatPercent(vaf)}`]),
    ...(altReads === null || depth === null ? [] : [`${altReads} of ${depth} reads`]),
  ];
  const text = `It is called${facts.length === 0 ? "" : ` with ${facts.join(", ")}`}${how}.`;
  return { state: "present", reason: { code, text }, vaf, depth, altReads };
}

/** How it is known to be the same where it is not the same allele. */
function describeLikeness(
  called: Observation,
  observation: Observation,
  place: PlaceChange | undefined,
): string {
  if (called.id === observation.id) return "";
  if (!isSameProtein(called, observation, place)) {
    return ", and is known by its name alone: its allele cannot be compared";
  }
  const { alteration, provenance } = called;
  const allele =
    alteration.kind === "small-variant" && alteration.allele !== null
      ? nameAllele(alteration.allele)
      : called.label;
  const { file, line } = provenance;
  return `, as the same protein change by another allele, ${allele} (${line === null ? file : `${file}:${line}`})`;
}

function judge(observation: Observation, lesion: LesionView): CellClaim {
  const { alteration } = observation;
  switch (alteration.kind) {
    case "small-variant":
      return judgeVariant(observation, alteration, lesion);
    case "copy-number":
      return judgeCopiesThere(alteration, lesion);
    case "fusion":
      return judgeEvent(lesion, ["fusions"]);
    case "exon-change":
      return judgeEvent(lesion, ["structural-variants", "fusions"]);
    case "expression":
    case "signature":
    case "ihc":
      return open(
        "lesion-not-compared",
        "Only variants, copy numbers, fusions and exon changes are compared between lesions.",
      );
  }
}

function open(code: string, text: string): CellClaim {
  return { state: "not assessable", reason: { code, text } };
}

function judgeVariant(
  observation: Observation,
  { allele }: SmallVariant,
  lesion: LesionView,
): CellClaim {
  if (lesion.assembly === null) {
    return open("lesion-no-variants", "No file of its variants was given.");
  }
  if (allele === null) {
    return open(
      "lesion-no-allele",
      "Only the change of the protein is known, so that reads cannot be looked up.",
    );
  }
  if (allele.assembly !== lesion.assembly) {
    return open(
      "lesion-other-build",
      `Its file is on ${lesion.assembly} and the variant on ${allele.assembly}: they are compared by name alone, and none is the same.`,
    );
  }
  const reading = lesion.readingOf(allele);
  if (reading === null) {
    return open(
      "lesion-read-once",
      "Its variants came through a pipe and could not be looked up again.",
    );
  }
  const claim = judgeUncalled(reading, lesion.expectedAt(allele), lesion.minAltReads);
  const same = reading.others.find(
    ({ observation: other, record }) =>
      isSameProtein(observation, other, lesion.placeChange) &&
      weighReads(record, lesion.minAltReads).kind === "seen",
  );
  return claim.state === "below calling" || same === undefined ? claim : judgeSameProtein(same);
}

/** A file that does not call an event proves no absence: nothing tells that it would have shown it (spec, clinical R12). */
function judgeEvent(lesion: LesionView, needs: readonly InputNeed[]): CellClaim {
  if (!needs.some((need) => lesion.available.has(need))) {
    return open("lesion-no-fusions", "No file of its fusions or structural variants was given.");
  }
  const text =
    "Its files of fusions and structural variants do not call it; no power can be computed for them.";
  return open("lesion-no-power", text);
}
