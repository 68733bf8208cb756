import type { Span } from "../../annotate/models/transcript.ts";
import { fileSource } from "../../io/byte-source.ts";
import { openText } from "../../io/open-text.ts";
import { readStream } from "../../io/read-files.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import {
  packGeneModels,
  type ModelTables,
} from "../../knowledgebase/import/reference/pack-gene-models.ts";
import { indexGenes } from "../../knowledgebase/index/index-genes.ts";
import { loadKnowledgebase } from "../../knowledgebase/load/load-knowledgebase.ts";
import type { Contig, Locus } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";
import { checkReplacing } from "../check-overwrites.ts";
import type { Terminal } from "../terminal.ts";

/** Which table a text is, by its columns. */
const kinds: Readonly<Record<keyof ModelTables, (head: string) => boolean>> = {
  maneModels: (head) => head.includes("cds_1based") && head.includes("exons_1based"),
  liftedModels: (head) => head.includes("cds_1based") && !head.includes("exons_1based"),
  genePred: (head) => head.includes("hg19.ensGene.exonStarts"),
  codingSequences: (head) => /^>[^|\s]+\|/.test(head),
};

/** Reads the tables and writes the file. Throws Refusal "input" when one of them is missing. */
export async function compileModels(
  files: readonly string[],
  options: { output: string; numberedBy: string },
  terminal: Terminal,
): Promise<void> {
  await checkReplacing(options.output, [...files, options.numberedBy]);
  const tables: Partial<Record<keyof ModelTables, { name: string; text: string }>> = {};
  for (const path of files) {
    const opened = await openText(fileSource(path), { report: () => undefined });
    const text = await readStream(opened.chunks(), opened.name);
    const head = text.slice(0, 2_000).split("\n", 1)[0] ?? "";
    for (const kind of Object.keys(kinds) as (keyof ModelTables)[]) {
      if (kinds[kind](head)) tables[kind] = { name: opened.name, text };
    }
  }
  const missing = (Object.keys(kinds) as (keyof ModelTables)[]).filter((kind) => !tables[kind]);
  if (missing.length > 0) {
    throw refuse("input", "models-sources", `missing for gene models: ${missing.join(", ")}`, {
      hint: "knowledgebase/README.md lists the tables.",
    });
  }
  const knowledgebase = await loadKnowledgebase(options.numberedBy);
  const named = JSON.stringify(knowledgebase.statements).matchAll(/"transcript":"(ENST\d+)/g);
  const numberedBy = new Set([...named].map(([, id = ""]) => id));
  const genes = indexGenes(knowledgebase.genes);
  const text = packGeneModels(tables as ModelTables, {
    numberedBy,
    asked: (assembly, contig) => ({
      isAskedAbout: (gene) => genes.current(gene) !== null,
      spans: spansOn(contig, genes.spans(assembly)),
      flanked: spansOn(contig, genes.flankedSpans(assembly)),
    }),
  });
  await writeFileAtomic(options.output, text, { noClobber: false });
  terminal.stderr.write(`${options.output}: ${Buffer.byteLength(text)} bytes\n`);
}

function spansOn(contig: Contig, loci: readonly Locus[]): Span[] {
  return loci.flatMap((locus): Span[] =>
    locus.contig === contig ? [[locus.start, locus.end]] : [],
  );
}
