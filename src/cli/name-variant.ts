import { callEffects } from "../annotate/call-effects.ts";
import { formatHgvsProtein } from "../annotate/hgvs/format-protein.ts";
import { resolveQuery, type ResolvedQuery } from "../annotate/hgvs/resolve-query.ts";
import { nameGenomicChange } from "../annotate/models/name-dna-change.ts";
import type { GenomeModels } from "../annotate/models/transcript.ts";
import type { RefgetAccessions } from "../annotate/vrs/refget-accessions.ts";
import { makeVrsAllele } from "../annotate/vrs/vrs-allele.ts";
import { writeToStream } from "../io/write-output.ts";
import { buildIndex } from "../knowledgebase/index/build-index.ts";
import { loadKnowledgebase } from "../knowledgebase/load/load-knowledgebase.ts";
import { accessionOf } from "../model/contig-name.ts";
import type { Allele, Assembly } from "../model/locus.ts";
import { refuse } from "../model/refusal.ts";
import { bundledKnowledgebase } from "./bundled-files.ts";
import { exitCodes } from "./exit-codes.ts";
import { openModels, type ModelOptions } from "./knowledge/open-models.ts";
import { openRefget } from "./knowledge/read-refget.ts";
import type { Terminal } from "./terminal.ts";

export interface NameOptions extends ModelOptions {
  readonly assembly: Assembly;
  readonly format: "text" | "json";
  /** Table that `kb refget` wrote. */
  readonly refget?: string;
}

interface NamedConsequence {
  readonly gene: string;
  readonly transcript: string | null;
  readonly terms: readonly string[];
  readonly coding: string | null;
  /** With three letters a residue, `p.Val600Glu`, and with one, `p.V600E`. */
  readonly protein: string | null;
  readonly proteinShort: string | null;
  readonly flags: readonly string[];
}

interface NamedAllele {
  /** `7:140753336:A:T`. */
  readonly allele: string;
  readonly genomic: string | null;
  /** Null where the accession of the chromosome or bases beside the change are not known. */
  readonly vrs: string | null;
  readonly consequences: readonly NamedConsequence[];
}

/** Prints every name of a variant. Exit code 1 when no allele could be found, with the reason. */
export async function nameVariant(
  text: string,
  options: NameOptions,
  terminal: Terminal,
): Promise<number> {
  const models = (await openModels(options))?.(options.assembly);
  if (models === undefined) {
    throw refuse(
      "usage",
      "models-missing",
      "the gene models that ship with the program are not there",
      {
        hint: "Run npm run build, or give --fasta and --gff.",
      },
    );
  }
  const { currentSymbol } = buildIndex(await loadKnowledgebase(bundledKnowledgebase()));
  const { assembly } = options;
  const resolved = resolveQuery(text, { assembly, models, currentSymbol });
  if (resolved === null) {
    throw refuse("usage", "variant-not-read", `${JSON.stringify(text)} is no name of a variant`, {
      hint: 'Write it as "BRAF V600E", NM_004333.6:c.1799T>A, NC_000007.14:g.140753336A>T or 7:140753336:A:T.',
    });
  }
  const { accessions } = await openRefget(options.refget);
  const named = resolved.alleles.map((allele) =>
    nameAllele(allele, { models, accessions, currentSymbol }),
  );
  await writeToStream(
    terminal.stdout,
    options.format === "json"
      ? `${JSON.stringify({ assembly, ...describe(resolved), alleles: named }, null, 2)}\n`
      : formatText(resolved, named, assembly),
  );
  return named.length === 0 ? exitCodes.problems : exitCodes.done;
}

interface Naming {
  readonly models: GenomeModels;
  readonly accessions: RefgetAccessions;
  readonly currentSymbol: (symbol: string) => string | null;
}

function nameAllele(allele: Allele, { models, accessions, currentSymbol }: Naming): NamedAllele {
  const { assembly, contig, position, ref, alt } = allele;
  const accession = accessionOf(contig, assembly);
  const genomic = nameGenomicChange(allele, models.bases);
  const refgetAccession = accessions(assembly, contig);
  const bases = (start: number, end: number): string => models.bases(contig, start, end);
  const vrs = refgetAccession && makeVrsAllele({ position, ref, alt, refgetAccession, bases });
  return {
    allele: [contig, position, ref, alt].join(":"),
    genomic: accession !== null && genomic !== null ? `${accession}:${genomic}` : null,
    vrs: vrs ? vrs.id : null,
    consequences: callEffects(allele, models, currentSymbol).map((own) => {
      const change = own.fullChange ?? own.proteinChange;
      return {
        gene: own.gene,
        transcript: own.transcript,
        terms: own.terms,
        coding: own.codingChange,
        protein: change === null ? null : formatHgvsProtein(change),
        proteinShort: change === null ? null : `p.${change}`,
        flags: own.flags ?? [],
      };
    }),
  };
}

function describe({ transcript, notes }: ResolvedQuery) {
  return {
    transcript:
      transcript === null
        ? null
        : { id: transcript.id, refseq: transcript.refseq, gene: transcript.gene },
    notes,
  };
}

function formatText(
  { transcript, notes }: ResolvedQuery,
  alleles: readonly NamedAllele[],
  assembly: Assembly,
): string {
  const where =
    transcript === null
      ? assembly
      : `${transcript.gene} on ${transcript.id}${transcript.refseq === null ? "" : ` (${transcript.refseq})`}, ${assembly}`;
  const lines = alleles.flatMap((allele) => [
    "",
    `${allele.genomic ?? "g. not known"}   ${allele.allele}   ${allele.vrs ?? "no VRS id: accession or bases not known"}`,
    ...allele.consequences.map(
      ({ gene, transcript: id, coding, protein, proteinShort, terms, flags }) =>
        ["", gene, id, coding, protein, proteinShort, terms.join("&"), ...flags]
          .filter((part) => part !== null)
          .join("  "),
    ),
  ]);
  return `${[where, ...notes.map((note) => `note: ${note}`), ...lines].join("\n")}\n`;
}
