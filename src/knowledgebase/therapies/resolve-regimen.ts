import type { ResolvedTherapy } from "./resolve-therapy.ts";

/** A name as it was given, and what the knowledgebase makes of it. */
export interface ResolvedName {
  readonly name: string;
  readonly resolved: ResolvedTherapy;
}

/**
 * What the names of a regimen mean: the whole where it is known by one name, else each part between `+`. A part that no record is called is taken
 * apart at the other signs and words that histories join drugs by, parentheses among them, where some piece is known then; at hyphens, which
 * names have as well, where every piece is. A dose in parentheses is no drug.
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
    const resolveEach = (names: readonly string[]): ResolvedName[] =>
      names.map((piece) => ({ name: piece, resolved: resolve(piece) }));
    const pieces = resolveEach(namesIn(name, joiners).filter((piece) => !dose.test(piece)));
    const isList = pieces.some((piece) => piece.resolved.kind !== "unknown");
    if (isList) return pieces;
    const hyphened = resolveEach(namesIn(name, "-"));
    const isJoined =
      hyphened.length > 1 && hyphened.every((piece) => piece.resolved.kind === "known");
    return isJoined ? hyphened : [{ name, resolved }];
  });
}

const joiners = /[/,;&()]|\s(?:and|plus|with)\s/iu;

const dose = /^(?:AUC\s*\d[\d.,]*|\d[\d.,]*\s*(?:mg|g|µg|mcg|units?)\b.*)$/iu;

function namesIn(text: string, joiner: string | RegExp): string[] {
  return text
    .split(joiner)
    .map((name) => withoutHalfParentheses(name).trim())
    .filter(Boolean);
}

/** `FOLFOX (+ bevacizumab)` leaves one on each side of the sign. */
function withoutHalfParentheses(text: string): string {
  const isWhole = text.split("(").length === text.split(")").length;
  return isWhole ? text : text.replaceAll(/[()]/gu, " ");
}

/** The nearest known names of an unknown one as the beginning of a hint; empty when none is near. */
export function offerNearest(near: readonly string[]): string {
  return near.length === 0 ? "" : `Did you mean ${near.join(", ")}? `;
}
