import type { ResolvedTherapy } from "./resolve-therapy.ts";

/** A name as it was given, and what the knowledgebase makes of it. */
export interface ResolvedName {
  readonly name: string;
  readonly resolved: ResolvedTherapy;
}

/** What the names of a regimen mean, drugs joined by `+`: the whole where it is known by one name, else each part. */
export function resolveRegimen(
  therapy: string,
  resolve: (name: string) => ResolvedTherapy,
): ResolvedName[] {
  const whole = resolve(therapy);
  if (whole.kind === "known") return [{ name: therapy, resolved: whole }];
  const names = therapy.split("+").map((name) => name.trim());
  return names.filter(Boolean).map((name) => ({ name, resolved: resolve(name) }));
}

/** The nearest known names of an unknown one as the beginning of a hint; empty when none is near. */
export function offerNearest(near: readonly string[]): string {
  return near.length === 0 ? "" : `Did you mean ${near.join(", ")}? `;
}
