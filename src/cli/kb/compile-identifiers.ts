import { fileSource } from "../../io/byte-source.ts";
import { openText } from "../../io/open-text.ts";
import { readStream } from "../../io/read-files.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import {
  packIdentifiers,
  type IdentifierTables,
} from "../../knowledgebase/import/reference/pack-identifiers.ts";
import { loadKnowledgebase } from "../../knowledgebase/load/load-knowledgebase.ts";
import { refuse } from "../../model/refusal.ts";
import { checkReplacing } from "../check-overwrites.ts";
import type { Terminal } from "../terminal.ts";

/** Which table a text is, by its header. */
const kinds: Readonly<Record<keyof IdentifierTables, (header: string) => boolean>> = {
  maneSummary: (header) => header.startsWith("#NCBI_GeneID\tEnsembl_Gene\t"),
  accessions: (header) => header === "entrez\tsymbol\taccession",
};

/** What the tables were made of, and what their makers ask for. */
const sources = [
  { name: "MANE 1.4", date: "2024-10-01", licence: "public domain" },
  { name: "NCBI Gene (RefSeq proteins)", date: "2022-09-12", licence: "public domain" },
  { name: "Ensembl 107", date: "2022-06-28", licence: "no restrictions" },
  { name: "UniProt (accessions)", date: "2022-09-23", licence: "CC-BY-4.0" },
];

/** Reads the tables and writes the file. Throws Refusal "input" when one of them is missing. */
export async function compileIdentifiers(
  files: readonly string[],
  options: { output: string; complete: string },
  terminal: Terminal,
): Promise<void> {
  await checkReplacing(options.output, [...files, options.complete]);
  const tables: Partial<IdentifierTables> = {};
  for (const path of files) {
    const opened = await openText(fileSource(path), { report: () => undefined });
    const text = await readStream(opened.chunks(), opened.name);
    const header = text.slice(0, text.indexOf("\n")).trimEnd();
    for (const kind of Object.keys(kinds) as (keyof IdentifierTables)[]) {
      if (kinds[kind](header)) Object.assign(tables, { [kind]: text });
    }
  }
  const { maneSummary, accessions } = tables;
  if (maneSummary === undefined || accessions === undefined) {
    throw refuse(
      "input",
      "identifiers-sources",
      "the tables of MANE and of accessions are both needed",
      {
        hint: "knowledgebase/README.md lists the tables.",
      },
    );
  }
  const { genes } = await loadKnowledgebase(options.complete);
  const text = packIdentifiers(
    { maneSummary, accessions },
    { complete: new Set(genes.keys()), sources },
  );
  await writeFileAtomic(options.output, text, { noClobber: false });
  terminal.stderr.write(`${options.output}: ${Buffer.byteLength(text)} bytes\n`);
}
