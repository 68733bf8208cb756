import { isMissing } from "../../tables/table-number.ts";

const separators = /[;,]/u;

/**
 * The members of a group of proteins, each once: MaxQuant and DIA-NN part them by `;`, FragPipe by `, `. What is empty or says that it is
 * missing (`KIT;NA`) is none of them; a name alone is taken as it stands.
 */
export function membersOf(cell: string): string[] {
  if (!separators.test(cell)) return cell.trim() === "" ? [] : [cell.trim()];
  const members = cell.split(separators).map((member) => member.trim());
  return [...new Set(members.filter((member) => !isMissing(member)))];
}
