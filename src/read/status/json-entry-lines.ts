/**
 * The 1-based line on which each entry of the outermost array begins. `json`: valid JSON of an array of objects; entries of other
 * kinds are not listed. One pass over the text.
 */
export function findEntryLines(json: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (isQuoted) {
      if (character === "\\") index += 1;
      else if (character === '"') isQuoted = false;
      continue;
    }
    switch (character) {
      case "\n":
        line += 1;
        break;
      case '"':
        isQuoted = true;
        break;
      case "{":
      case "[":
        if (depth === 1) lines.push(line);
        depth += 1;
        break;
      case "}":
      case "]":
        depth -= 1;
        break;
      default:
    }
  }
  return lines;
}
