import { nearest } from "../model/nearest.ts";

const refusals = [
  /(?:argument|value) '(?<given>.*)' is invalid.*Allowed choices are (?<choices>.*)\.$/su,
  // Of several values in one argument: the one that is none of them.
  /"(?<given>.*)" is none of (?<choices>.*)\.$/su,
];

/**
 * What commander says after an unknown option or command, for a value that is none of the choices of its option or argument; empty
 * where the message is another one or no choice is near.
 */
export function suggestChoice(message: string): string {
  const said = refusals.map((refusal) => refusal.exec(message.trimEnd())?.groups).find(Boolean);
  const [near] = nearest(said?.["given"] ?? "", said?.["choices"]?.split(", ") ?? [], 1);
  return near === undefined ? "" : `(Did you mean ${near}?)\n`;
}
