import { basename } from "node:path";
import {
  makeRefgetAccessions,
  type RefgetAccessions,
} from "../../annotate/vrs/refget-accessions.ts";
import { readBytes } from "../../io/read-files.ts";
import { sha256 } from "../../io/sha256.ts";
import { assemblies } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";

export interface OpenedRefget {
  readonly accessions: RefgetAccessions;
  /** Name and digest of the table, for the report; null without one. */
  readonly source: string | null;
}

/**
 * The accessions of chromosomes that are known, and over them those of a table that `metaction kb refget` wrote: lines of assembly,
 * chromosome and accession between tabs. Throws Refusal "input" for a line that is none.
 */
export async function openRefget(path: string | undefined): Promise<OpenedRefget> {
  if (path === undefined) return { accessions: makeRefgetAccessions(), source: null };
  const bytes = await readBytes(path);
  const file = basename(path);
  const own = new Map<string, string>();
  for (const [index, line] of bytes.toString("utf8").split("\n").entries()) {
    if (line.trim() === "") continue;
    const [assembly = "", contig = "", accession = ""] = line.trim().split("\t");
    const isKnown = assemblies.some((name) => name === assembly);
    if (!isKnown || !/^SQ\.[\w-]{32}$/.test(accession)) {
      const message = `the line is no assembly, chromosome and accession between tabs`;
      throw refuse("input", "refget-malformed", message, {
        where: { file, line: index + 1 },
        hint: "Write the table by metaction kb refget GENOME.fa -o refget.tsv",
      });
    }
    own.set(`${assembly}:${contig}`, accession);
  }
  return { accessions: makeRefgetAccessions(own), source: `${file}, SHA-256 ${sha256(bytes)}` };
}
