import { expect } from "vitest";

/** Tag names with attribute names, in order; throws when a `<` is left that is no tag of this strict form. */
export function tagsOf(text: string): string[] {
  const body = text
    .replace(/^<!doctype html>/, "")
    .replace(/(<(style|script)>)[^]*?(?=<\/\2>)/g, "$1");
  const tags: string[] = [];
  const rest = body.replace(
    /<(\/?[a-z][a-z0-9]*)((?:\s+[a-zA-Z0-9-]+(?:="[^"<]*")?)*)\s*\/?>/g,
    (_, name: string, attributes: string) => {
      tags.push(
        [
          name,
          ...[...attributes.matchAll(/\s([a-zA-Z0-9-]+)(?:="[^"]*")?/g)].map((at) => at[1]),
        ].join(" "),
      );
      return "";
    },
  );
  expect(rest).not.toContain("<");
  return tags;
}
