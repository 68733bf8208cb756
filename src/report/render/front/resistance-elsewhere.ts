import type { LesionResistance, Lesions } from "../../../model/lesions.ts";
import type { Report } from "../../../model/report.ts";
import { plural } from "../format-number.ts";
import { excludedOrNot, openFirst, readsHere } from "../lesion-table.ts";
import { nameSome } from "../name-some.ts";

/** More alterations, and more therapies or lesions of one, than these are counted. */
const namedAlterations = 4;
const namedTherapies = 4;
const namedLesions = 4;

/**
 * `KRAS G12D of colon-2023 would block Cetuximab, not excluded here (liver-2026: below calling, VAF 1%, 2 of 202 reads)`; therapies that the
 * lesion to be treated blocks by itself are left out. Null: other lesions have no such resistance.
 */
export function resistanceElsewhere({
  lesions,
  blocked,
}: Pick<Report, "lesions" | "blocked">): string | null {
  const blockedHere = new Set(
    blocked.filter(({ kind }) => kind === "blocked").map(({ therapy }) => therapy.id),
  );
  const entries = openFirst(lesions?.resistance ?? []).flatMap((entry) => {
    const therapies = entry.therapies.filter(({ id }) => !blockedHere.has(id));
    return therapies.length === 0 || lesions === undefined
      ? []
      : describe({ ...entry, therapies }, lesions);
  });
  if (entries.length === 0) return null;
  const rest = entries.length - namedAlterations;
  return (
    entries.slice(0, namedAlterations).join("; ") +
    (rest > 0 ? `; ${plural(rest, "more", "more")} under Lesions` : "")
  );
}

function describe(entry: LesionResistance, lesions: Lesions): string {
  const { label, lesions: owners, therapies } = entry;
  const name = (blocks: boolean): string => {
    const named = therapies.filter((therapy) => therapy.blocks === blocks);
    return nameSome(
      named.map((therapy) => therapy.label),
      namedTherapies,
    );
  };
  const [blocking, weaker] = [name(true), name(false)];
  const claims = [
    ...(blocking === "" ? [] : [`would block ${blocking}`]),
    ...(weaker === "" ? [] : [`may resist ${weaker}`]),
  ];
  return `${label} of ${nameSome(owners, namedLesions, " and ")} ${claims.join(" and ")}, ${excludedOrNot(entry)} here (${lesions.treated}: ${readsHere(entry, lesions)})`;
}
