import { clinicalBoard, molecularBoard } from "../board-forms.ts";
import type { FrontTarget } from "../front/front-page.ts";
import { heading, list, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** The two forms, to be filled in by hand or in a copy of the file. */
export function renderBoards(targets: readonly FrontTarget[]): string[] {
  return [
    heading(2, molecularBoard.title),
    molecularBoard.lead,
    ...(targets.length === 0
      ? []
      : [
          table(
            ["Rank", "Therapy", "Finding", ...molecularBoard.columns],
            targets.map(({ target, therapy, finding }) => [
              String(target.rank),
              escapeMarkdown(therapy),
              escapeMarkdown(finding),
              ...molecularBoard.columns.map(() => ""),
            ]),
          ),
        ]),
    list(molecularBoard.lines.map((line) => `${line}:`)),
    heading(2, clinicalBoard.title),
    clinicalBoard.lead,
    list(clinicalBoard.lines.map((line) => `${line}:`)),
  ];
}
