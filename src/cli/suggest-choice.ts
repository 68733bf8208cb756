import { nearest } from "../model/nearest.ts";

const refusals = [
  /(?:argument|value) '(?<given>.*)' is invalid.*Allowed choices are (?<choices>.*)\.$/su,
  // Of several values in one argument: the one that is none of them.
  /"(?<given>.*)" is none of (?<choices>.*)\.$/su,
];

/**
 * What commander says after an unknown option or command, for a value that is none of the choices of its option or argument; empty
 * where the message is another one, or no choice is near or short for it (`md` for `markdown`, `vcf-sites` for `vcf`).
 */
export function suggestChoice(message: string): string {
  const said = refusals.map((refusal) => refusal.exec(message.trimEnd())?.groups).find(Boolean);
  const given = said?.["given"] ?? "";
  const choices = said?.["choices"]?.split(", ") ?? [];
  const near =
    choices.find((choice) => choice.split("-").includes(given)) ??
    nearest(given, choices, 1)[0] ??
    choices.find((choice) => isShortFor(choice, given));
  return near === undefined ? "" : `(Did you mean ${near}?)\n`;
}

/** The first letter and others of a word, in their order. */
function isShortFor(choice: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === choice[at]) at += 1;
  return word[0] === choice[0] && at === choice.length;
}
