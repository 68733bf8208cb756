import type { PlaceChange } from "../../annotate/models/place-change.ts";
import type { CoveredGenes } from "../../match/test-unseen-copies.ts";
import type { InputNeed } from "../../model/alteration.ts";
import type { Clonality } from "../../model/clonality.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import type { Observation } from "../../model/observation.ts";
import type { ExpectedVaf } from "./expect-vaf.ts";
import type { PlaceReading } from "./judge-uncalled.ts";

/** What the files of one lesion can be asked. */
export interface LesionView {
  readonly id: string;
  /** What they call, by id. */
  readonly observations: ReadonlyMap<string, Observation>;
  readonly available: ReadonlySet<InputNeed>;
  /** Genes that its copy numbers cover. */
  readonly covered: CoveredGenes | undefined;
  /** Null: it has no variant file. */
  readonly assembly: Assembly | null;
  /** Null: its variants can be read only once. */
  readingOf(allele: Allele): PlaceReading | null;
  /** Null: no copy of the place is left. */
  expectedAt(allele: Allele): ExpectedVaf | null;
  clonalityOf(observation: Observation): Clonality | null;
  readonly minAltReads: number;
  /** Names changes by their reference proteins; absent: they are compared as they are written. */
  readonly placeChange?: PlaceChange | undefined;
}
