import { strandOf } from "../annotate/models/strand.ts";
import {
  type GenomeModels,
  bareId,
  hasId,
  type Transcript,
} from "../annotate/models/transcript.ts";
import { atomicParts } from "../constraints/constraints.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import { alleleOfId } from "../model/allele-of-id.ts";
import type { ChangedProtein } from "../model/changed-protein.ts";
import { compareText } from "../model/order.ts";
import type { Finding } from "../model/report.ts";

/**
 * Findings with the protein that their change is numbered on: its length by the gene models, and the exons and domains that
 * statements of the knowledgebase name in it. Findings whose transcript the models do not have stay as they are.
 */
export function describeProteins(
  findings: readonly Finding[],
  knowledgebase: Pick<Knowledgebase, "statements">,
  models: GenomeModels | undefined,
): Finding[] {
  if (models === undefined) return [...findings];
  const genes = new Set(findings.flatMap(({ hgvs, gene }) => (hgvs?.protein ? (gene ?? []) : [])));
  const regions = listRegions(knowledgebase, genes);
  return findings.map((finding) => {
    const { gene, hgvs } = finding;
    if (gene === null || !hgvs?.protein) return finding;
    const transcript = transcriptOf(finding, models);
    const length = transcript === null ? null : lengthOf(transcript, models);
    if (length === null) return finding;
    const own = (regions.get(gene) ?? []).filter(({ end }) => end <= length);
    return { ...finding, protein: { length, regions: own } };
  });
}

/** Looked for where the allele lies, because a search through all models by name costs a panel a tenth of its time. */
function transcriptOf(
  { observation, transcript: name }: Pick<Finding, "observation" | "transcript">,
  models: GenomeModels,
): Transcript | null {
  if (name === null) return null;
  const id = bareId(name);
  const allele = alleleOfId(observation);
  if (allele === null) return models.transcriptById(id);
  const { contig, position, ref } = allele;
  const near = models.transcriptsAt(contig, position, position + ref.length);
  return near.find((transcript) => hasId(transcript, id)) ?? null;
}

/** Residues without the stop codon; null where the reading frame has no whole codons. */
function lengthOf(transcript: Transcript, models: GenomeModels): number | null {
  const codons = strandOf(transcript, models.bases).codingLength / 3 - 1;
  return Number.isInteger(codons) && codons > 0 ? codons : null;
}

/** By gene, in the order of the residues, each once. */
function listRegions(
  { statements }: Pick<Knowledgebase, "statements">,
  genes: ReadonlySet<string>,
): Map<string, ChangedProtein["regions"]> {
  const found = new Map<string, Map<string, ChangedProtein["regions"][number]>>();
  for (const { gene, variant } of statements) {
    if (!genes.has(gene)) continue;
    for (const { constraint } of variant.constraints.flatMap(atomicParts)) {
      if (constraint.type !== "region" || !genes.has(constraint.gene)) continue;
      const { name, residues } = constraint;
      const [start, end] = residues;
      const own = found.get(constraint.gene) ?? new Map();
      found.set(constraint.gene, own.set(`${start}-${end}`, { name, start, end }));
    }
  }
  return new Map(
    [...found].map(([gene, own]) => [
      gene,
      [...own.values()].toSorted(
        (a, b) => a.start - b.start || a.end - b.end || compareText(a.name, b.name),
      ),
    ]),
  );
}
