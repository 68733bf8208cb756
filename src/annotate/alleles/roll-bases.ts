/**
 * Farthest that an insertion or deletion is moved. The longest repeats of genes are some hundred bases (own choice: far above
 * them); a hostile file is cut off here.
 */
export const longestRoll = 5_000;

/** The base so many steps from the edge of the moved bases, from 1; `N` where it is not known, empty beyond the sequence. */
export type ReadStep = (step: number) => string;

export interface Roll {
  /** Steps that the bases can be moved with the same result. */
  readonly steps: number;
  /** False when what stopped it was a base that is not known, or the longest roll: it may go further. */
  readonly isKnown: boolean;
}

/** How far inserted or deleted bases can be moved through their neighbors, to the start (-1) or to the end (1). */
export function rollBases(moved: string, readStep: ReadStep, direction: 1 | -1): Roll {
  for (let steps = 0; steps < longestRoll; steps++) {
    const base = readStep(steps + 1);
    if (base === "") return { steps, isKnown: true };
    if (base !== "A" && base !== "C" && base !== "G" && base !== "T") {
      return { steps, isKnown: false };
    }
    if (base !== rolledBase(moved, steps + 1, direction)) return { steps, isKnown: true };
  }
  return { steps: longestRoll, isKnown: false };
}

/** The base that the moved bases show at a step: they go on as if repeated. */
export function rolledBase(moved: string, step: number, direction: 1 | -1): string {
  const at = (step - 1) % moved.length;
  return moved.charAt(direction === 1 ? at : moved.length - 1 - at);
}

/** The moved bases after so many steps, to the end or (negative) to the start. */
export function rotateBases(moved: string, steps: number): string {
  const at = ((steps % moved.length) + moved.length) % moved.length;
  return moved.slice(at) + moved.slice(0, at);
}
