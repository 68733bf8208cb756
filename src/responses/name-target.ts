import { compareText } from "../model/order.ts";
import type { EntryOf } from "../model/response-event.ts";

/** A target as a group of patients: the therapy and the genes that it was chosen for. */
export function nameTarget({ therapy, alterations }: EntryOf<"target">): string {
  const genes = alterations.map(({ gene, label }) => gene ?? label);
  return `${therapy.id.replaceAll("+", " + ")} for ${[...new Set(genes)].toSorted(compareText).join(", ")}`;
}
