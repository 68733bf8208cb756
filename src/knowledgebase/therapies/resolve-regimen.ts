import type { ResolvedTherapy } from "./resolve-therapy.ts";

/** A name as it was given, and what the knowledgebase makes of it. */
export interface ResolvedName {
  readonly name: string;
  readonly resolved: ResolvedTherapy;
}

/**
 * What the names of a regimen mean: the whole where it is known by one name, else each part between `+`. A part that no record is called is taken
 * apart at the other signs and words that histories join drugs by, where some piece is known then.
 */
export function resolveRegimen(
  therapy: string,
  resolve: (name: string) => ResolvedTherapy,
): ResolvedName[] {
  const whole = resolve(therapy);
  if (whole.kind === "known") return [{ name: therapy, resolved: whole }];
  return namesIn(therapy, "+").flatMap((name) => {
    const resolved = resolve(name);
    if (resolved.kind !== "unknown") return [{ name, resolved }];
    const pieces = namesIn(name, joiners).map((piece) => ({
      name: piece,
      resolved: resolve(piece),
    }));
    const isList = pieces.some((piece) => piece.resolved.kind !== "unknown");
    return isList ? pieces : [{ name, resolved }];
  });
}

const joiners = /[/,;&]|\s(?:and|plus|with)\s/iu;

function namesIn(text: string, joiner: string | RegExp): string[] {
  return text
    .split(joiner)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The nearest known names of an unknown one as the beginning of a hint; empty when none is near. */
export function offerNearest(near: readonly string[]): string {
  return near.length === 0 ? "" : `Did you mean ${near.join(", ")}? `;
}
