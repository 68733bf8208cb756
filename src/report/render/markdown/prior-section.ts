import type { PriorTherapy } from "../../../model/prior-therapy.ts";
import { describePrior, priorColumns } from "../describe-prior.ts";
import { heading, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** What was given before; nothing where no history was given. */
export function renderPrior(history: readonly PriorTherapy[] = []): string[] {
  if (history.length === 0) return [];
  return [
    heading(2, "Therapies given before"),
    table(
      [...priorColumns],
      history.map((prior) => describePrior(prior).map(escapeMarkdown)),
    ),
  ];
}
