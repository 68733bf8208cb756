import type { EventKind } from "../../model/response-terms.ts";

/** Options of `response add` that say what happened; commander's names. */
export interface EntryOptions {
  readonly case?: string;
  readonly event?: EventKind;
  readonly date?: string;
  readonly corrects?: number;
  readonly voids?: number;
  readonly period?: string;
  readonly therapy?: string;
  readonly scanDays?: number;
  readonly basis?: string;
  readonly reason?: string;
  readonly lesion: readonly string[];
  readonly node: readonly string[];
  readonly nonTarget?: string;
  readonly newLesions?: string;
  readonly term?: string;
  readonly grade?: number;
  readonly related?: string;
  readonly assay?: string;
  readonly vaf: readonly string[];
  readonly site?: string;
  readonly report?: string;
  readonly target?: string;
  readonly alteration: readonly string[];
  readonly tier?: string;
  readonly verification?: string;
  readonly method?: string;
  readonly result?: string;
  readonly cause?: string;
}

export type EntryOption = Exclude<keyof EntryOptions, "event">;

interface Wanted {
  readonly needs: readonly EntryOption[];
  readonly allows: readonly EntryOption[];
}

const dated = ["case", "date"] as const;

/** Which options belong to which event. */
export const optionsOfEvent: Readonly<Record<EventKind, Wanted>> = {
  target: {
    needs: [...dated],
    allows: ["report", "target", "therapy", "alteration", "tier", "verification"],
  },
  verification: { needs: [...dated, "method", "result"], allows: [] },
  start: { needs: [...dated, "period", "therapy"], allows: ["scanDays"] },
  progression: { needs: [...dated, "period", "basis"], allows: [] },
  stop: { needs: [...dated, "period", "reason"], allows: [] },
  measurement: { needs: [...dated, "newLesions"], allows: ["lesion", "node", "nonTarget"] },
  toxicity: { needs: [...dated, "term", "grade", "related"], allows: [] },
  ctdna: { needs: [...dated, "assay", "vaf"], allows: [] },
  rebiopsy: { needs: [...dated, "report"], allows: ["site"] },
  assessment: { needs: [...dated, "period"], allows: [] },
  death: { needs: [...dated, "cause"], allows: [] },
  void: { needs: ["case", "voids", "reason"], allows: [] },
};

/** `--scan-days` for `scanDays`. */
export function nameOption(option: string): string {
  return `--${option.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** True for an option that stands on the command line. */
export function isGiven(options: EntryOptions, option: EntryOption): boolean {
  const value = options[option];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
