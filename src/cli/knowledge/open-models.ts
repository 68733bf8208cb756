import { basename } from "node:path";
import { hasContigLength } from "../../annotate/genome-build/contig-lengths.ts";
import { makeGenomeModels } from "../../annotate/models/genome-models.ts";
import { openPackedModels } from "../../annotate/models/packed-models.ts";
import { readGff } from "../../annotate/models/read-gff.ts";
import type { BasesAt, GenomeModels, Transcript } from "../../annotate/models/transcript.ts";
import { fileSource } from "../../io/byte-source.ts";
import { fileExists } from "../../io/file-exists.ts";
import { openIndexedFasta } from "../../io/indexed-fasta.ts";
import { openText } from "../../io/open-text.ts";
import { readBytes, readStream } from "../../io/read-files.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import type { Assembly, Contig } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";
import type { OpenedModels } from "../../run/case-request.ts";
import { bundledModels } from "../bundled-files.ts";

export interface ModelOptions {
  /** Indexed FASTA of the case's genome build. */
  readonly fasta?: string;
  /** GFF3 with the transcripts to call on. */
  readonly gff?: string;
  /** False for --no-models. */
  readonly models?: boolean;
}

/**
 * Gene models by build: those that ship with the program, with the bases of the user's FASTA and the transcripts of the
 * user's GFF where they are given. Undefined when none are wanted or shipped. Throws Refusal "usage" for a GFF without FASTA,
 * "identity" when the FASTA is of another build than the case.
 */
export async function openModels(options: ModelOptions): Promise<OpenedModels | undefined> {
  const { fasta, gff } = options;
  if (options.models === false) return undefined;
  if (gff !== undefined && fasta === undefined) {
    throw refuse("usage", "gff-without-fasta", "--gff needs the sequence of the genome", {
      hint: "Give --fasta as well.",
    });
  }
  const path = bundledModels();
  const packed =
    gff === undefined && (await fileExists(path))
      ? openPackedModels(await readBytes(path), basename(path))
      : null;
  if (fasta === undefined) return packed?.of;
  const genome = openGenome(fasta);
  const models = gff === undefined ? null : await readModels(gff);
  const sources = {
    ...packed?.of.sources,
    fasta: genome.source,
    ...(models === null ? {} : { gff: models.source }),
  };
  const made = new Map<Assembly, GenomeModels>();
  const of = (assembly: Assembly): GenomeModels => {
    const known = made.get(assembly);
    if (known !== undefined) return known;
    genome.checkBuild(assembly);
    const own =
      packed === null
        ? makeGenomeModels(models?.transcripts ?? [], genome.bases)
        : { ...packed.of(assembly), bases: genome.bases };
    made.set(assembly, own);
    return own;
  };
  return Object.assign(of, { sources });
}

async function readModels(
  path: string,
): Promise<{ readonly transcripts: readonly Transcript[]; readonly source: string }> {
  const opened = await openText(fileSource(path), { report: () => undefined });
  const text = await readStream(opened.chunks(), opened.name);
  const transcripts = readGff(text, { nameContig: normalizeContig });
  const source = `${opened.name}, SHA-256 ${opened.digest().sha256}`;
  if (transcripts.length > 0) return { transcripts, source };
  throw refuse("input", "gff-without-transcripts", `${basename(path)} holds no transcript`, {
    where: { file: basename(path) },
    hint: "Use a GFF3 of Ensembl, whose exons and CDS name their transcript as Parent.",
  });
}

interface Genome {
  readonly bases: BasesAt;
  /** Name, size and the digest of the index, for the report. */
  readonly source: string;
  checkBuild(assembly: Assembly): void;
}

function openGenome(path: string): Genome {
  const fasta = openIndexedFasta(path);
  const names = new Map<Contig, { name: string; length: number }>();
  for (const sequence of fasta.sequences) {
    const contig = normalizeContig(sequence.name);
    if (contig !== null && !names.has(contig)) names.set(contig, sequence);
  }
  return {
    source: `${fasta.name}, ${fasta.bytes} bytes; ${fasta.name}.fai, SHA-256 ${fasta.indexSha256}`,
    bases: (contig, start, end) => {
      const sequence = names.get(contig);
      // What is not there is not known.
      if (sequence === undefined) return "N".repeat(Math.max(0, end - start + 1));
      return fasta.read(sequence.name, start, end);
    },
    checkBuild(assembly) {
      const other = [...names].find(
        ([contig, { length }]) => contig !== "MT" && !hasContigLength(contig, length, assembly),
      );
      if (other === undefined) return;
      const [contig, { length }] = other;
      const message = `${fasta.name} is not of ${assembly}: its chromosome ${contig} has ${length} bases`;
      throw refuse("identity", "fasta-of-other-build", message, {
        where: { file: fasta.name },
        hint: `Give the FASTA of ${assembly}, the build of the case.`,
      });
    },
  };
}
