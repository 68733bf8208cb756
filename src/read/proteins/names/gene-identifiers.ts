import { sha256 } from "../../../io/sha256.ts";
import { refuse } from "../../../model/refusal.ts";
import type { GeneIdentifiers } from "./protein-names.ts";

/** First line of the file; its body is one line for each gene. */
export interface IdentifiersHeader {
  readonly format: typeof identifiersFormat;
  readonly genes: number;
  /** Of the text behind the first line. */
  readonly sha256: string;
  readonly sources: readonly {
    readonly name: string;
    readonly date: string;
    readonly licence: string;
  }[];
}

export const identifiersFormat = "metaction gene identifiers 1";

/** Prefix and digits of the numbers in the columns behind the symbol; UniProt accessions stand as they are in the last one. */
export const numberedColumns = [
  { prefix: "ENSG", digits: 11 },
  { prefix: "ENSP", digits: 11 },
  { prefix: "NP_", digits: 0 },
] as const;

/**
 * Opens the file of accessions that ships with the program. Its body is held to its hash when the first name is asked for, and its
 * accessions are read when the first accession is: most tables name genes by their symbols.
 * Throws Refusal "knowledgebase" for a file that was changed.
 */
export function openGeneIdentifiers(text: string, file: string): GeneIdentifiers {
  let body: string | null = null;
  let symbols: Set<string> | null = null;
  let accessions: readonly Map<string, string>[] | null = null;
  const checked = (): string => (body ??= checkBody(text, file));
  return {
    isSymbol(name) {
      symbols ??= readSymbols(checked());
      return symbols.has(name);
    },
    symbolsOf(accession) {
      accessions ??= readAccessions(checked());
      const { column, key } = placeOf(accession);
      return accessions[column]?.get(key)?.split(" ") ?? [];
    },
  };
}

function checkBody(text: string, file: string): string {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  const header = text.slice(0, end);
  if (
    header.startsWith(`{"format":"${identifiersFormat}"`) &&
    header.includes(`"sha256":"${sha256(body)}"`)
  ) {
    return body;
  }
  throw refuse(
    "knowledgebase",
    "identifiers-changed",
    `${file} does not have the content that it was hashed with`,
    {
      where: { file },
      hint: "Install the program again.",
    },
  );
}

function readSymbols(body: string): Set<string> {
  const symbols = new Set<string>();
  for (let start = 0; start < body.length;) {
    const end = endOfLine(body, start);
    const tab = body.indexOf("\t", start);
    const symbol = body.slice(start, tab === -1 || tab > end ? end : tab);
    if (symbol !== "") symbols.add(symbol);
    start = end + 1;
  }
  return symbols;
}

function endOfLine(body: string, start: number): number {
  const end = body.indexOf("\n", start);
  return end === -1 ? body.length : end;
}

/**
 * A map for each column behind the symbol, by accessions as they stand in it. An accession of several genes has all of their symbols,
 * parted by spaces.
 */
function readAccessions(body: string): readonly Map<string, string>[] {
  const maps = [...numberedColumns.map(() => new Map<string, string>()), new Map<string, string>()];
  for (const line of body.split("\n")) {
    const [symbol = "", ...columns] = line.split("\t");
    for (const [index, column] of columns.entries()) {
      const map = maps[index];
      if (column === "" || map === undefined) continue;
      for (const accession of column.split(" ")) {
        const before = map.get(accession);
        map.set(accession, before === undefined ? symbol : `${before} ${symbol}`);
      }
    }
  }
  return maps;
}

/** The column of an accession, and how it stands there: its number without leading zeros where all numbers have as many digits. */
function placeOf(accession: string): { readonly column: number; readonly key: string } {
  const column = numberedColumns.findIndex(({ prefix }) => accession.startsWith(prefix));
  const numbered = numberedColumns[column];
  if (numbered === undefined) return { column: numberedColumns.length, key: accession };
  const number = accession.slice(numbered.prefix.length);
  return { column, key: numbered.digits === 0 ? number : number.replace(/^0+/u, "") };
}
