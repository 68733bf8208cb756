/** Takes the tags of metaction out of the text of a VCF again, by what the README says of them and with none of the code that wrote them. */
export function stripTags(text: string): string {
  return text
    .split("\n")
    .filter((line) => !line.startsWith("##INFO=<ID=METACTION_"))
    .map((line) => (line.startsWith("#") ? line : stripRecord(line)))
    .join("\n");
}

function stripRecord(line: string): string {
  const columns = line.split("\t");
  const info = columns[7];
  if (info === undefined) return line;
  const end = info.endsWith("\r") ? "\r" : "";
  const own = info
    .slice(0, info.length - end.length)
    .split(";")
    .filter((field) => !field.startsWith("METACTION_"))
    .join(";");
  return columns.with(7, (own || (info.startsWith("METACTION_") ? "." : "")) + end).join("\t");
}
