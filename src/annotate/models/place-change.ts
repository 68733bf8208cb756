import { placeInProtein } from "../place-in-protein.ts";
import { sameProteinChange } from "../protein-change.ts";
import { strandOf } from "./strand.ts";
import { bareId, type GenomeModels, hasId, type Transcript } from "./transcript.ts";
import type { ProteinChange } from "../../model/protein-change.ts";

/**
 * A change of a gene under its one name in the reference protein (spec, matching 1.2), or as it is where no protein fits it. `transcript`:
 * what its number belongs to; null where that is not known.
 */
export type PlaceChange = (
  gene: string,
  transcript: string | null,
  change: ProteinChange,
) => ProteinChange;

/** Without gene models a change stands where its name puts it. */
export const placeAsIs: PlaceChange = (_gene, _transcript, change) => change;

interface Reference {
  readonly transcript: Transcript;
  readonly protein: string;
}

const made = new WeakMap<GenomeModels, PlaceChange>();

/**
 * Places changes in the proteins of the models: that of the transcript where they have it, else the first in which the residues of the
 * change stand, preferred ones first. The same models give the same function, which looks up a gene once.
 */
export function makePlaceChange(models: GenomeModels | undefined): PlaceChange {
  if (models === undefined) return placeAsIs;
  const known = made.get(models);
  if (known !== undefined) return known;
  const references = new Map<string, readonly Reference[]>();
  const referencesOf = (gene: string): readonly Reference[] => {
    const own = references.get(gene) ?? listReferences(gene, models);
    references.set(gene, own);
    return own;
  };
  const placed = new Map<string, ProteinChange>();
  const place: PlaceChange = (gene, transcript, change) => {
    if (!movable.has(change.kind)) return change;
    // A name of many residues does not say which of them it duplicates.
    const key = [gene, transcript ?? "", change.text, change.alt].join("\t");
    const before = placed.get(key);
    if (before !== undefined) return before;
    const found = choose(referencesOf(gene), transcript)
      .map(({ protein }) => placeInProtein(change, protein))
      .find((each) => each !== null);
    placed.set(key, found ?? change);
    return found ?? change;
  };
  made.set(models, place);
  return place;
}

/** Kinds of change that can be written at more than one place. */
const movable: ReadonlySet<ProteinChange["kind"]> = new Set([
  "insertion",
  "duplication",
  "deletion",
  "delins",
]);

function listReferences(gene: string, models: GenomeModels): Reference[] {
  return models
    .transcriptsOf(gene)
    .filter(({ coding }) => coding.length > 0)
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
    .map((transcript) => ({ transcript, protein: strandOf(transcript, models.bases).protein() }));
}

function choose(references: readonly Reference[], id: string | null): readonly Reference[] {
  const own = references.filter(({ transcript }) => id !== null && hasId(transcript, bareId(id)));
  return own.length > 0 ? own : references;
}

/** Where two changes of one gene are numbered, and what places them. */
interface Numbering {
  readonly gene: string;
  readonly transcript: string | null;
  readonly place: PlaceChange;
}

/** True when both are one change, by their names or in the reference protein. */
export function isSameInProtein(
  a: ProteinChange,
  b: ProteinChange,
  { gene, transcript, place }: Numbering,
): boolean {
  if (sameProteinChange(a, b)) return true;
  // Most pairs differ in length, and need no protein to be told apart.
  const grown = growthOf(a);
  if (grown === null || grown !== growthOf(b)) return false;
  return sameProteinChange(place(gene, transcript, a), place(gene, transcript, b));
}

/** Residues that the protein gains in place; null where it does not go on as before, or that is not stated. */
function growthOf({ kind, start, end, alt }: ProteinChange): number | null {
  const length = end - start + 1;
  switch (kind) {
    case "missense":
    case "synonymous":
      return 0;
    case "deletion":
      return -length;
    case "duplication":
      return length;
    case "insertion":
      return alt === "" ? null : alt.length;
    case "delins":
      return alt.length - length;
    case "nonsense":
    case "frameshift":
    case "extension":
    case "start-lost":
    case "unknown":
      return null;
  }
}
