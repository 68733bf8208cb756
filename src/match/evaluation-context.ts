import type { TestContext } from "../constraints/constraint-rule.ts";
import type { OutlierCall } from "../annotate/proteins/protein-outliers.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { Callability } from "./callability.ts";
import type { CoveredGenes } from "./test-unseen-copies.ts";
import type { Phases } from "./test-phase.ts";

/** The case as constraints ask about it. */
export interface EvaluationContext {
  readonly tests: TestContext;
  readonly available: ReadonlySet<InputNeed>;
  /** Null: nobody says what was measured, and silence is taken for no outlier. */
  readonly outliers: readonly OutlierCall[] | null;
  /** Null: nobody says which genes the copy numbers cover, and silence is taken for no change. */
  readonly covered: CoveredGenes | null;
  /** What the files show to have been read; null: none of them shows it. */
  readonly callability: Callability | null;
  /** Of the small variants that the file phases. */
  readonly phases?: Phases | undefined;
  /** Observations that can say something about a gene, sorted by id. */
  observationsOf(gene: string): readonly Observation[];
}
