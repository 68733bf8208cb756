import { hasContigLength } from "../../annotate/genome-build/contig-lengths.ts";
import { refgetAccession } from "../../annotate/vrs/refget-digest.ts";
import { openIndexedFasta } from "../../io/indexed-fasta.ts";
import { writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import { assemblies } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";
import { checkReplacing } from "../check-overwrites.ts";
import type { Terminal } from "../terminal.ts";

/**
 * Writes assembly, chromosome and refget accession of each chromosome of a FASTA, one a line between tabs. The build is that
 * whose lengths the chromosomes have; other sequences are left out. Throws Refusal "identity" when none is a chromosome.
 */
export async function printRefget(
  path: string,
  options: { output?: string },
  terminal: Terminal,
): Promise<void> {
  const { output } = options;
  await checkReplacing(output, [path, `${path}.fai`, `${path}.gzi`]);
  const fasta = openIndexedFasta(path);
  const lines = fasta.sequences.flatMap(({ name, length }) => {
    const contig = normalizeContig(name);
    if (contig === null) return [];
    const own = assemblies.filter((assembly) => hasContigLength(contig, length, assembly));
    if (own.length === 0) return [];
    const accession = refgetAccession(length, (start, end) => fasta.read(name, start, end));
    return own.map((assembly) => `${assembly}\t${contig}\t${accession}\n`);
  });
  fasta.close();
  if (lines.length === 0) {
    throw refuse(
      "identity",
      "fasta-of-other-build",
      `${fasta.name} holds no chromosome of GRCh37 or GRCh38`,
      {
        where: { file: fasta.name },
        hint: "Give the genome that the calls were made on.",
      },
    );
  }
  const text = lines.join("");
  if (output === undefined) await writeToStream(terminal.stdout, text);
  else await writeFileAtomic(output, text, { noClobber: false });
}
