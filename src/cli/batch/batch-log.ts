import type { BatchSummary } from "../../model/batch.ts";
import { type Terminal, visible, type Voice } from "../terminal.ts";
import type { SampleAnswer } from "./sample-task.ts";

export interface LogOptions {
  readonly quiet: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly logFormat: "text" | "json";
}

/** A sample by its pseudonym, and by the row that tells of it. */
export interface LoggedSample {
  readonly id: string;
  /** `samples.tsv:7`, or `sample 7 of 12` of a folder. */
  readonly place: string;
}

/** Tells on standard error how far a run is. */
export interface BatchLog {
  sampleEnded(sample: LoggedSample, answer: SampleAnswer): void;
  end(summary: BatchSummary): void;
}

/** Off a terminal a line comes no more often than this, in milliseconds. */
const lineEvery = 30_000;
/** On a terminal the line is drawn anew no more often than this. */
const drawEvery = 100;

/**
 * On a terminal one line that changes: samples done and failed, rate, time left. Elsewhere, with `--verbose`, one line every 30
 * seconds. Failures are told as they happen, also under `--quiet`, with the pseudonym only under `--verbose` (spec, trust: logs outlive
 * runs and are read by others). As JSON every line is one object.
 */
export function makeBatchLog(
  total: number,
  context: { readonly voice: Voice; readonly terminal: Terminal; readonly options: LogOptions },
): BatchLog {
  const { voice, terminal, options } = context;
  const isJson = options.logFormat === "json";
  const draws = voice.interactive && !isJson;
  const tellsProgress = options.verbose === true && !options.quiet;
  const started = performance.now();
  const counts = { made: 0, kept: 0, failed: 0 };
  let last = started;

  const tell = (event: Record<string, unknown>, text: string, isUrgent: boolean): void => {
    const line = isJson ? visible(JSON.stringify(event)) : text;
    if (isUrgent) voice.insist(line);
    else voice.say(line);
  };
  const clear = draws ? () => void terminal.stderr.write("\r\u001b[2K") : () => {};

  const progress = (now: number): void => {
    const ended = counts.made + counts.kept + counts.failed;
    const seconds = (now - started) / 1000;
    const rate = ended / Math.max(seconds, 0.001);
    const left = Math.ceil((total - ended) / rate);
    const text = `${ended} of ${total} samples, ${counts.failed} failed, ${rate.toFixed(1)} a second, ${left} s left`;
    if (draws) terminal.stderr.write(`\r\u001b[2K${text}`);
    else tell({ event: "progress", ended, total, ...counts, secondsLeft: left }, text, false);
  };

  return {
    sampleEnded({ id, place }, answer) {
      counts[answer.kind] += 1;
      if (answer.kind === "failed") {
        const { failure, exitCode } = answer.record;
        const { code, message } = failure ?? { code: "unknown", message: "" };
        const isNamed = options.verbose === true;
        clear();
        tell(
          { event: "failed", place, ...(isNamed ? { sample: id } : {}), exitCode, code, message },
          `${voice.color.red("failed")} ${visible(place)}${isNamed ? ` (${id})` : ""}: ${visible(message)} [${code}]`,
          true,
        );
      }
      const now = performance.now();
      if (draws ? now - last >= drawEvery : tellsProgress && now - last >= lineEvery) {
        last = now;
        progress(now);
      }
    },
    end({ statuses }) {
      clear();
      const parts = [
        `${statuses.done} done`,
        ...(statuses["done with problems"] === 0
          ? []
          : [`${statuses["done with problems"]} done with problems`]),
        `${statuses.failed} failed`,
        ...(statuses["not run"] === 0 ? [] : [`${statuses["not run"]} not run`]),
        ...(counts.kept === 0 ? [] : [`${counts.kept} of them kept from an earlier run`]),
      ];
      tell({ event: "end", ...statuses, kept: counts.kept }, parts.join(", "), false);
      if (!isJson) voice.say("summary: summary.tsv, summary.json, cohort.html, cohort.md");
    },
  };
}
