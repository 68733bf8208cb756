import { nearest } from "../../model/nearest.ts";
import { compareText } from "../../model/order.ts";
import { drugsOfClass, listClassNames } from "./drug-class-names.ts";
import { drugsOfHistoryName, namesWithoutAdditions } from "./history-names.ts";
import type { TherapyEntity } from "../schema/schema.ts";

type Therapies = ReadonlyMap<string, TherapyEntity>;

/** `drugs`: of a class, its members with the class itself; of a regimen, what it is made of, and the regimen where it has an entry. Unknown: `near` are the nearest names; too wide: how many drugs are of the kind. */
export type ResolvedTherapy =
  | { readonly kind: "known"; readonly drugs: readonly TherapyEntity[]; readonly isClass: boolean }
  | { readonly kind: "unknown"; readonly near: readonly string[] }
  | { readonly kind: "too wide"; readonly count: number };

/** A drug or class by its id, name or synonym, in any case. */
export function findTherapy(name: string, therapies: Therapies): TherapyEntity | undefined {
  const asked = name.trim().toLowerCase();
  const entries = [...therapies.values()];
  return (
    entries.find((each) => each.id === asked || each.name.toLowerCase() === asked) ??
    entries.find(({ synonyms }) => synonyms.some((word) => word.toLowerCase() === asked))
  );
}

/**
 * The drugs that a name of a patient's history means. A class means its drugs where the knowledgebase lists them: as the members of an
 * entry, or as a kind of drug that acts on one target ("HDAC inhibitor"); and where oncologists have a name for them ("MEK inhibitor"). A kind
 * that is none of these ("kinase inhibitor") says nothing about any one of its drugs. A short name, a brand or a regimen means its drugs; a
 * dose, a salt and the suffix of a biological are passed over where the name is not known with them.
 */
export function resolveTherapy(name: string, therapies: Therapies): ResolvedTherapy {
  const exact = resolveExactly(name, therapies);
  if (exact.kind !== "unknown") return exact;
  for (const plain of namesWithoutAdditions(name)) {
    const resolved = resolveExactly(plain, therapies);
    if (resolved.kind !== "unknown") return resolved;
  }
  return { kind: "unknown", near: offerNames(name, therapies) };
}

const mostOffered = 3;
/** Of so few letters nearly every name begins with them, or is near. */
const shortestAsked = 3;
/** Of the letters, that may be wrong: a drug of the same class has a like ending (flutamide, apalutamide), and is none that was mistyped. */
const mistyped = 0.2;

/** Names that begin as the word does, which may be a shortened one, else those that it may be mistyped for. */
function offerNames(name: string, therapies: Therapies): string[] {
  const asked = name.trim().toLowerCase();
  if (asked.length < shortestAsked) return [];
  const names = listTherapyNames(therapies);
  const longer = names.filter((each) => each.toLowerCase().startsWith(asked));
  if (longer.length > 0) return longer.slice(0, mostOffered);
  return nearest(name, names, mostOffered, mistyped);
}

type Resolution = Exclude<ResolvedTherapy, { kind: "unknown" }> | { readonly kind: "unknown" };

function resolveExactly(name: string, therapies: Therapies): Resolution {
  const ofHistory = drugsOfHistoryName(name, therapies);
  if (ofHistory.length > 0) {
    return { kind: "known", drugs: ofHistory, isClass: ofHistory.length > 1 };
  }
  const found = findTherapy(name, therapies) ?? findTherapy(`${name.trim()} regimen`, therapies);
  const ofClass = drugsOfClass(found?.id ?? name, therapies);
  if (ofClass.length > 0) return { kind: "known", drugs: ofClass, isClass: true };
  if (found !== undefined) {
    const members = (found.members ?? []).flatMap((id) => therapies.get(id) ?? []);
    return { kind: "known", drugs: [found, ...members], isClass: members.length > 0 };
  }
  const asked = name.trim().toLowerCase();
  const ofKind = [...therapies.values()].filter((each) => each.class?.toLowerCase() === asked);
  const [first] = ofKind;
  if (first !== undefined) {
    const isOneTarget = first.targets.some((target) =>
      ofKind.every(({ targets }) => targets.includes(target)),
    );
    return isOneTarget
      ? { kind: "known", drugs: ofKind, isClass: true }
      : { kind: "too wide", count: ofKind.length };
  }
  return { kind: "unknown" };
}

function listTherapyNames(therapies: Therapies): string[] {
  const drugs = [...therapies.values()].flatMap(({ name, synonyms }) => [name, ...synonyms]);
  return [...drugs, ...listClassNames(therapies)].toSorted(compareText);
}
