import { sha256 } from "../io/sha256.ts";
import { refuse } from "../model/refusal.ts";
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
 * Opens the file of accessions that ships with the program. Its body is held to its hash, and read when the first name is asked for.
 * Throws Refusal "knowledgebase" for a file that was changed.
 */
export function openGeneIdentifiers(text: string, file: string): GeneIdentifiers {
  let opened: { symbols: Set<string>; byAccession: Map<string, string> } | null = null;
  const read = (): { symbols: Set<string>; byAccession: Map<string, string> } => {
    opened ??= readBody(checkBody(text, file));
    return opened;
  };
  return {
    isSymbol: (name) => read().symbols.has(name),
    symbolsOf: (accession) => read().byAccession.get(accession)?.split(" ") ?? [],
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

/** An accession of several genes has all of their symbols, parted by spaces. */
function readBody(body: string): { symbols: Set<string>; byAccession: Map<string, string> } {
  const symbols = new Set<string>();
  const byAccession = new Map<string, string>();
  const add = (accession: string, symbol: string): void => {
    const before = byAccession.get(accession);
    byAccession.set(accession, before === undefined ? symbol : `${before} ${symbol}`);
  };
  for (const line of body.split("\n")) {
    if (line === "") continue;
    const [symbol = "", ...columns] = line.split("\t");
    symbols.add(symbol);
    for (const [index, column] of columns.entries()) {
      if (column === "") continue;
      const numbered = numberedColumns[index];
      for (const item of column.split(" ")) {
        add(
          numbered === undefined
            ? item
            : `${numbered.prefix}${item.padStart(numbered.digits, "0")}`,
          symbol,
        );
      }
    }
  }
  return { symbols, byAccession };
}
