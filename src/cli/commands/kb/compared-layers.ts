import { Option } from "commander";
import { collect } from "../../options/option-parsers.ts";

/** What a command that compares two knowledgebases is told. */
export interface CompareOptions {
  readonly format: "text" | "json";
  /** What both lie over, the lowest first. */
  readonly over: readonly string[];
}

/** `--over`, so that a layer can be compared with what lies below it, or with another version of itself. */
export function overOption(): Option {
  const text = "each is a layer over this one, or ours, unless it is this one; repeatable";
  return new Option("--over <path>", text).argParser(collect).default([]);
}
