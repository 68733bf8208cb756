/** What became of every item of a source: nothing is left out in silence. */
import { compareText } from "../../model/order.ts";
import type { AlleleNote, ImportedItem, Importer } from "./importer.ts";

/** Genes whose records of level A and B the knowledgebase promises. */
const promisedGenes =
  "ABL1 AKT1 ALK BRAF BRCA1 BRCA2 CDKN2A EGFR ERBB2 ESR1 FGFR1 FGFR2 FGFR3 FLT3 IDH1 IDH2 JAK2 KIT KRAS MET NRAS NTRK1 NTRK2 NTRK3 PDGFRA PIK3CA PTEN RET ROS1 TP53".split(
    " ",
  );

export type Coverage = ReturnType<typeof describeCoverage>;

/** The coverage file: counts, every skipped record with its reason, and what the coding sequences say about the alleles. */
export function describeCoverage(importer: Importer, items: readonly ImportedItem[]) {
  const predictive = items.filter((item) => item.evidenceType === "Predictive");
  const compiled = predictive.filter((item) => "draft" in item.result);
  const notes = new Map<string, AlleleNote>();
  for (const item of compiled) {
    if (!("draft" in item.result)) continue;
    for (const note of item.result.notes) notes.set(`${note.variant} ${note.stated}`, note);
  }
  return {
    source: importer.title,
    sourceDate: importer.date,
    records: items.length,
    otherEvidence: countBy(
      items.filter((item) => item.evidenceType !== "Predictive").map((item) => item.evidenceType),
    ),
    predictive: {
      records: predictive.length,
      compiled: compiled.length,
      skipped: predictive.length - compiled.length,
      share: Number((compiled.length / Math.max(predictive.length, 1)).toFixed(4)),
    },
    skipped: groupSkipped(predictive),
    promised: promisedGenes.map((gene) => describeGene(gene, predictive)),
    alleles: describeAlleles([...notes.values()]),
  };
}

function groupSkipped(items: readonly ImportedItem[]) {
  const groups = new Map<string, { code: string; reason: string; records: string[] }>();
  for (const { result, record, gene, variant } of items) {
    if (!("skipped" in result)) continue;
    const { code, reason } = result.skipped;
    const group = groups.get(code) ?? { code, reason, records: [] };
    group.records.push(`${record} ${gene} ${variant}`);
    groups.set(code, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => compareText(a.code, b.code))
    .map((group) => ({ ...group, count: group.records.length }));
}

function describeGene(gene: string, items: readonly ImportedItem[]) {
  const strong = items.filter((item) => item.gene === gene && "AB".includes(item.evidenceLevel));
  const missing = strong.flatMap(({ record, variant, result }) =>
    "skipped" in result ? [`${record} ${variant}: ${result.skipped.code}`] : [],
  );
  return { gene, levelAB: strong.length, compiled: strong.length - missing.length, missing };
}

function describeAlleles(notes: readonly AlleleNote[]) {
  const names = (kept: readonly AlleleNote[]): string[] =>
    kept
      .map(({ variant, stated }) => (stated === null ? variant : `${variant} ${stated}`))
      .toSorted(compareText);
  return {
    alterations: notes.length,
    onBothBuilds: notes.filter((note) => note.builds === "both").length,
    onGRCh37Only: names(notes.filter((note) => note.builds === "GRCh37")),
    withoutAlleles: notes.filter((note) => note.builds === "none").length,
    stated: countBy(notes.map((note) => note.check)),
    disagreements: names(notes.filter((note) => note.check === "disagrees")),
    residueNotFound: names(notes.filter((note) => note.residueFits === false)),
  };
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => compareText(a, b)));
}
