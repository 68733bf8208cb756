import { comparePartialDates, isPartialDate } from "../model/partial-date.ts";
import {
  type BestResponse,
  bestResponses,
  type StopReason,
  stopReasons,
} from "../model/report-terms.ts";
import { refuse } from "../model/refusal.ts";
import { hasColumns, type NamedCells, readEvidenceTable } from "./tables/evidence-table.ts";
import type { PriorReader } from "./reader.ts";
import { showText } from "./show-text.ts";
import { sampleColumn } from "./tables/sample-columns.ts";
import type { PriorRow } from "./prior-row.ts";

const required = ["therapy", "best_response", "reason_stopped"];

/** The patient's history, one row for each therapy. */
export const priorTherapies: PriorReader = {
  id: "prior-therapies",
  title: "Therapies given before, one row each",
  input: "prior-therapy",
  extensions: [".csv", ".tsv", ".txt"],
  columns: [
    {
      name: "therapy",
      meaning: "a drug, a class of drugs, or a combination joined by +",
      required: true,
    },
    {
      name: "best_response",
      meaning: "CR, PR, SD, PD or NE (RECIST 1.1); empty: not stated",
      required: true,
    },
    {
      name: "reason_stopped",
      meaning: "progression, toxicity, completed, decision, ongoing or unknown; empty is unknown",
      required: true,
    },
    { name: "start", meaning: "YYYY-MM-DD, or YYYY-MM or YYYY", required: false },
    { name: "end", meaning: "YYYY-MM-DD, or YYYY-MM or YYYY", required: false },
    sampleColumn,
  ],
  detect: (head) => hasColumns(head, required),
  read: (source, options) =>
    readEvidenceTable(
      source,
      { id: priorTherapies.id, key: "prior", required, read: readRow },
      options,
    ),
};

function readRow(cells: NamedCells): PriorRow[] {
  const therapy = cells.text("therapy");
  const where = cells.where("therapy");
  if (therapy === "") {
    throw refuse("input", "prior-therapy-missing", "the row names no therapy", {
      where,
      hint: "Name the drug, or the class of drugs.",
    });
  }
  const start = readDate(cells, "start");
  const end = readDate(cells, "end");
  if (start !== null && end !== null && comparePartialDates(end, start) < 0) {
    throw refuse("input", "prior-dates-reversed", `the therapy ends (${end}) before it starts`, {
      where: cells.where("end"),
      hint: "Exchange or correct the dates.",
    });
  }
  return [
    {
      line: cells.line,
      column: where.column ?? 1,
      therapy,
      bestResponse: readResponse(cells),
      reasonStopped: readReason(cells),
      start,
      end,
    },
  ];
}

/** What hospitals write for each, in lower case. */
const responseWords: Readonly<Record<BestResponse, readonly string[]>> = {
  CR: ["cr", "complete response"],
  PR: ["pr", "partial response"],
  SD: ["sd", "stable disease"],
  PD: ["pd", "progressive disease", "progression"],
  NE: ["ne", "not evaluable", "not evaluated"],
};

const reasonWords: Readonly<Record<StopReason, readonly string[]>> = {
  progression: ["progression", "progressive disease", "pd"],
  toxicity: ["toxicity", "adverse event", "intolerance", "side effects"],
  completed: ["completed", "complete", "end of treatment"],
  decision: ["decision", "patient decision", "physician decision", "withdrawal"],
  ongoing: ["ongoing"],
  unknown: ["unknown", "", "na", "n/a"],
};

const notStated = new Set(["", "na", "n/a", "unknown"]);

function readResponse(cells: NamedCells): BestResponse | null {
  const text = cells.text("best_response");
  if (notStated.has(text.toLowerCase())) return null;
  const found = bestResponses.find((each) => responseWords[each].includes(text.toLowerCase()));
  if (found !== undefined) return found;
  throw refuse("input", "best-response-unknown", `${showText(text)} is no best response`, {
    where: cells.where("best_response"),
    hint: `Write ${bestResponses.join(", ")}, or leave the cell empty.`,
  });
}

function readReason(cells: NamedCells): StopReason {
  const text = cells.text("reason_stopped");
  const found = stopReasons.find((each) => reasonWords[each].includes(text.toLowerCase()));
  if (found !== undefined) return found;
  throw refuse("input", "reason-stopped-unknown", `${showText(text)} is no reason to stop`, {
    where: cells.where("reason_stopped"),
    hint: `Write ${stopReasons.join(", ")}.`,
  });
}

function readDate(cells: NamedCells, column: string): string | null {
  const text = cells.text(column);
  if (notStated.has(text.toLowerCase())) return null;
  if (isPartialDate(text)) return text;
  throw refuse("input", "prior-date-unreadable", `${showText(text)} is no date`, {
    where: cells.where(column),
    hint: "Write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.",
  });
}
