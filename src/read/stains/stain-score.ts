import type { ProblemWhere } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { gradeOfSigns } from "./plus-signs.ts";
import { showText } from "../show-text.ts";

/** Words of a pathologist, by the one that metaction keeps. */
const words: ReadonlyMap<string, string> = new Map([
  ["positive", "positive"],
  ["pos", "positive"],
  ["negative", "negative"],
  ["neg", "negative"],
  ["lost", "lost"],
  ["loss", "lost"],
  ["absent", "lost"],
  ["deficient", "lost"],
  ["retained", "retained"],
  ["intact", "retained"],
  ["present", "retained"],
  ["preserved", "retained"],
  ["proficient", "retained"],
  ["overexpressed", "overexpressed"],
  ["over-expressed", "overexpressed"],
  // German, French, Italian, Spanish, Portuguese, Dutch and Norwegian, without accents; words that also mean weak, focal or not given are none of them.
  ...["positiv", "positif", "positivo", "positiva", "positief"].map(
    (word) => [word, "positive"] as const,
  ),
  ...["negativ", "negatif", "negativo", "negativa", "negatief"].map(
    (word) => [word, "negative"] as const,
  ),
  ...[
    "verlust",
    "verloren",
    "perte",
    "perdu",
    "perdue",
    "perdita",
    "perdida",
    "perda",
    "verlies",
    "tapt",
  ].map((word) => [word, "lost"] as const),
  ...[
    "erhalten",
    "conserve",
    "conservee",
    "conservato",
    "conservata",
    "conservado",
    "conservada",
    "behouden",
    "bevart",
    "intakt",
    "intacte",
    "intatto",
    "intatta",
    "intacto",
    "intacta",
  ].map((word) => [word, "retained"] as const),
]);

/** `Négatif` as `negatif`, `neg.` as `neg`. */
function plainWord(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replace(/\.$/, "")
    .toLowerCase();
}

/** Units of a number, by their lower-case writing, with the largest value that each can have. */
const units: ReadonlyMap<string, { readonly name: string; readonly most: number }> = new Map([
  ["%", { name: "%", most: 100 }],
  ["percent", { name: "%", most: 100 }],
  ["tps", { name: "TPS", most: 100 }],
  // Capped at 100 (spec, clinical R8).
  ["cps", { name: "CPS", most: 100 }],
  ["tc", { name: "TC", most: 100 }],
  ["ic", { name: "IC", most: 100 }],
  ["h-score", { name: "H-score", most: 300 }],
  ["h score", { name: "H-score", most: 300 }],
  ["hscore", { name: "H-score", most: 300 }],
  ["allred", { name: "Allred", most: 8 }],
  // Of in situ hybridization: signals per centromere signal, and per cell.
  ["ratio", { name: "ratio", most: 100 }],
  ["copies", { name: "copies", most: 200 }],
]);

/** Units of in situ hybridization, of which a range could not be judged: it is refused. */
const ofHybridization: ReadonlySet<string> = new Set(["ratio", "copies"]);

/**
 * Reads a score of immunohistochemistry: a grade `0` to `3+` (`3` is `3+` where no unit stands), a word (`negative`, with the unit of what was scored or
 * without), or a number with its unit (`50 %` and `TPS 50` hold their own), also as a range (`<1`, `>=50`, `1-49`). Throws Refusal "input" for all else, and
 * for a number beyond its scale.
 */
export function readStainScore(
  text: string,
  unitText: string,
  { marker, where }: { readonly marker: string; readonly where: ProblemWhere },
): { readonly score: string; readonly unit: string | null } {
  const parts = unitText === "" ? splitUnit(text) : null;
  if (parts !== null) return readStainScore(parts.score, parts.unit, { marker, where });
  const signs = unitText === "" ? gradeOfSigns(text) : null;
  if (signs !== null) return { score: signs, unit: null };
  const word = words.get(plainWord(text));
  if (word !== undefined) return { score: word, unit: unitOfWord(unitText, marker, where) };
  const range = readRange(text);
  if (range !== null) return readRangeScore(range, unitText, { text, marker, where });
  const found = /^(\d{1,3}(?:\.\d{1,3})?)(?:\s?(\+))?\s?(%?)$/.exec(text);
  if (found === null) throw notRead(text, marker, where);
  const [, digits = "", plus, percent] = found;
  const named = unitText === "" ? (percent ?? "") : unitText;
  if (named === "" || (plus === "+" && unitText === "")) {
    if (!/^[0-3]$/.test(digits)) {
      throw plus === "+" ? notRead(text, marker, where) : withoutUnit(text, marker, where);
    }
    return { score: digits === "0" ? "0" : `${digits}+`, unit: null };
  }
  const unit = unitOf(named, where);
  if (plus === "+") throw gradeWithUnit(text, unit.name, { marker, where });
  if (Number(digits) > unit.most) throw beyondScale(text, unit, { marker, where });
  return { score: String(Number(digits)), unit: unit.name };
}

/** A word has no cut-off of its own, but a TPS that is negative is not compared with a CPS. A percentage names nothing besides. */
function unitOfWord(unitText: string, marker: string, where: ProblemWhere): string | null {
  if (unitText === "") return null;
  const { name } = unitOf(unitText, where);
  if (!ofHybridization.has(name)) return name === "%" ? null : name;
  throw refuse("input", "score-not-read", `the ${name} of ${showText(marker)} is no number`, {
    where,
    hint: "Write the number, or leave the unit empty and name the assay (FISH).",
  });
}

/**
 * `TPS 60%`, `CPS: 10`, `250 H-score`, `Allred 7/8`, `TPS negative`: laboratories write the unit into the score. TC and IC stand before a category as well
 * (IC2), so that a bare 1 to 3 behind them is not read; none of both is 0. Null: there is none.
 */
function splitUnit(text: string): { readonly score: string; readonly unit: string } | null {
  const category = /^(TC|IC)0$/i.exec(text);
  if (category?.[1] !== undefined) return { unit: category[1], score: "0" };
  const before = /^(TPS|CPS|TC|IC|H-score|Allred)(?:[\s:=]+|(?=[<>≥≤]))(\S.*)$/i.exec(text);
  const after = /^(\S.*?)\s+(TPS|CPS|TC|IC|H-score|Allred)$/i.exec(text);
  const [unit, score] = before === null ? [after?.[2], after?.[1]] : [before[1], before[2]];
  if (unit === undefined || score === undefined) return null;
  if (before !== null && isCategory(unit, score)) return null;
  return { unit, score: unit.toLowerCase() === "allred" ? score.replace(/\s?\/\s?8$/, "") : score };
}

function isCategory(unit: string, score: string): boolean {
  return /^(TC|IC)$/i.test(unit) && /^[1-3]\+?$/.test(score);
}

function unitOf(named: string, where: ProblemWhere): { name: string; most: number } {
  const plain = named.toLowerCase().replace(/(?<=^(?:tps|tc|ic))\s?(?:\(%\)|%)$/, "");
  const unit = units.get(plain);
  if (unit !== undefined) return unit;
  throw refuse("input", "unit-unknown", `${showText(named)} is no unit of a stain`, {
    where,
    hint: `Known: ${[...new Set([...units.values()].map(({ name }) => name))].join(", ")}.`,
  });
}

/** What a range was written with. */
interface Range {
  readonly sign: string;
  readonly numbers: readonly number[];
  readonly percent: string;
}

const signs: ReadonlyMap<string, string> = new Map([
  ["≤", "<="],
  ["≥", ">="],
]);

/** Null for what is no range. */
function readRange(text: string): Range | null {
  const number = "(\\d{1,3}(?:\\.\\d{1,3})?)";
  const open = new RegExp(`^(<=?|>=?|≤|≥)\\s?${number}\\s?(%?)$`, "u").exec(text);
  if (open !== null) {
    const [, sign = "", digits, percent = ""] = open;
    return { sign: signs.get(sign) ?? sign, numbers: [Number(digits)], percent };
  }
  const closed = new RegExp(`^${number}\\s?%?\\s?(?:-|–|to)\\s?${number}\\s?(%?)$`, "u").exec(text);
  if (closed === null) return null;
  const [, from, to, percent = ""] = closed;
  return { sign: "", numbers: [Number(from), Number(to)], percent };
}

function readRangeScore(
  { sign, numbers, percent }: Range,
  unitText: string,
  { text, marker, where }: { readonly text: string } & Parameters<typeof readStainScore>[2],
): ReturnType<typeof readStainScore> {
  const named = unitText === "" ? percent : unitText;
  if (named === "") throw withoutUnit(text, marker, where);
  const unit = unitOf(named, where);
  const [from = 0, to = from] = numbers;
  if (ofHybridization.has(unit.name) || from > to) throw notRead(text, marker, where);
  if (to > unit.most) throw beyondScale(text, unit, { marker, where });
  // Nothing lies below zero, or above the most.
  if ((sign === "<" && to === 0) || (sign === ">" && to === unit.most)) {
    throw notRead(text, marker, where);
  }
  return { score: `${sign}${numbers.join("-")}`, unit: unit.name };
}

/** How a score is made, where a number beyond its scale is likely another score. */
const scales: ReadonlyMap<string, string> = new Map([
  ["TPS", "a TPS is the percentage of stained tumor cells"],
  ["CPS", "a CPS that is computed as more than 100 is written as 100"],
  [
    "H-score",
    "an H-score is the sum of 1, 2 and 3 times the percentages of weak, moderate and strong cells",
  ],
  ["Allred", "an Allred score is the sum of 0 to 5 for the share and 0 to 3 for the intensity"],
]);

function beyondScale(
  text: string,
  { name, most }: { readonly name: string; readonly most: number },
  { marker, where }: Parameters<typeof readStainScore>[2],
): Error {
  const scale = scales.get(name);
  return refuse(
    "input",
    "score-not-read",
    `${showText(text)} of ${showText(marker)} lies beyond its scale: ${name} runs from 0 to ${most}`,
    {
      where,
      hint: `${scale === undefined ? "" : `${scale.replace(/^a/, "A")}. `}Look at the number and its unit again.`,
    },
  );
}

function withoutUnit(text: string, marker: string, where: ProblemWhere): Error {
  return refuse("input", "score-not-read", `${showText(text)} of ${showText(marker)} has no unit`, {
    where,
    hint: `A number is read with the unit of its score (${[...new Set([...units.values()].map(({ name }) => name))].join(", ")}), or as 0, 1+, 2+ or 3+.`,
  });
}

function gradeWithUnit(
  text: string,
  unit: string,
  { marker, where }: Parameters<typeof readStainScore>[2],
): Error {
  return refuse(
    "input",
    "score-not-read",
    `${showText(text)} of ${showText(marker)} is a grade, and ${unit} is the unit of a number`,
    { where, hint: "Leave the unit of a grade empty, or write the number." },
  );
}

function notRead(text: string, marker: string, where: ProblemWhere): Error {
  const category = /^(TC|IC)[\s:=]*[1-3]\+?$/i.exec(text)?.[1];
  if (category !== undefined) {
    const unit = category.toUpperCase();
    return refuse(
      "input",
      "score-not-read",
      `${showText(text)} of ${showText(marker)} may be a category or a percentage`,
      {
        where,
        hint: `Write the percentage, or the range that the category stands for, and ${unit} in the column unit.`,
      },
    );
  }
  return refuse("input", "score-not-read", `${showText(text)} is no score of ${showText(marker)}`, {
    where,
    hint: "Write 0, 1+, 2+ or 3+, a number or a range (<1, >=50, 1-49) with its unit, positive, negative, lost, retained or overexpressed.",
  });
}
