import { displayWidth, wrapToWidth } from "./display-width.ts";

/** Beside a term a description gets at least so many columns; with fewer it goes below the term. */
const narrowest = 24;

/**
 * A page of help in lines of at most `width` columns: what goes on stands below where its text began. Commands are left whole, so
 * that they can be copied, and so is a single word that is longer than a line.
 */
export function wrapHelp(page: string, width: number): string {
  /** A command whose last line ends with a backslash. */
  let goesOn = false;
  return page
    .split("\n")
    .flatMap((line) => {
      const isWhole = goesOn || line.trimStart().startsWith("$ ");
      goesOn = isWhole && line.endsWith("\\");
      return isWhole || displayWidth(line) <= width ? [line] : wrapLine(line, width);
    })
    .join("\n");
}

function wrapLine(line: string, width: number): string[] {
  const indent = line.length - line.trimStart().length;
  const term = /^ +\S.*? {2,}(?=\S)/u.exec(line)?.[0];
  if (term === undefined) return hang(" ".repeat(indent), line.trim(), { indent, width });
  const text = line.slice(term.length);
  if (width - term.length >= narrowest) return hang(term, text, { indent: term.length, width });
  const below = { indent: indent + 4, width };
  return [...hang(" ".repeat(indent), term.trim(), below), ...hang("", text, below)];
}

/** `first` and the text behind it; further lines are indented. */
function hang(
  first: string,
  text: string,
  { indent, width }: { readonly indent: number; readonly width: number },
): string[] {
  const pad = " ".repeat(indent);
  return wrapToWidth(text, Math.max(narrowest, width - indent)).map(
    (part, at) => `${at === 0 && first !== "" ? first : pad}${part}`,
  );
}
