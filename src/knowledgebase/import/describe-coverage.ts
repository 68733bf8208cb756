/** What became of every item of a source: nothing is left out in silence. */
import { compareText } from "../../model/order.ts";
import type { AlleleNote, ImportedItem, Importer } from "./importer.ts";

/** Genes whose records of level A and B the knowledgebase promises. */
const promisedGenes =
  "ABL1 AKT1 ALK BRAF BRCA1 BRCA2 CDKN2A EGFR ERBB2 ESR1 FGFR1 FGFR2 FGFR3 FLT3 IDH1 IDH2 JAK2 KIT KRAS MET NRAS NTRK1 NTRK2 NTRK3 PDGFRA PIK3CA PTEN RET ROS1 TP53".split(
    " ",
  );

interface TypeCount {
  readonly source: string;
  /** As the source calls it: `Predictive`. */
  readonly type: string;
  readonly records: number;
  readonly compiled: number;
  readonly skipped: number;
  readonly share: number;
}

export type Coverage = ReturnType<typeof describeCoverage>;

/** The coverage file: counts, every skipped record with its reason, and what the coding sequences say about the alleles. */
export function describeCoverage(importer: Importer, items: readonly ImportedItem[]) {
  const predictive = items.filter((item) => item.evidenceType === "Predictive");
  const notes = new Map<string, AlleleNote>();
  for (const item of items) {
    if (!("draft" in item.result)) continue;
    for (const note of item.result.notes) notes.set(`${note.variant} ${note.stated}`, note);
  }
  return {
    sources: importer.sources.map(({ name, date }) => ({ name, date })),
    records: items.length,
    types: countTypes(items),
    skipped: groupSkipped(items),
    promised: promisedGenes.map((gene) => describeGene(gene, predictive)),
    alleles: describeAlleles([...notes.values()]),
  };
}

/** Per source and type of evidence, the most frequent type first. */
function countTypes(items: readonly ImportedItem[]): readonly TypeCount[] {
  const groups = new Map<string, ImportedItem[]>();
  for (const item of items) {
    const key = JSON.stringify([item.source, item.evidenceType]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()]
    .toSorted(
      ([a], [b]) =>
        compareText(a?.source ?? "", b?.source ?? "") ||
        compareText(a?.evidenceType ?? "", b?.evidenceType ?? ""),
    )
    .map((own) => {
      const compiled = own.filter((item) => "draft" in item.result).length;
      return {
        source: own[0]?.source ?? "",
        type: own[0]?.evidenceType ?? "",
        records: own.length,
        compiled,
        skipped: own.length - compiled,
        share: Number((compiled / own.length).toFixed(4)),
      };
    });
}

function groupSkipped(items: readonly ImportedItem[]) {
  const groups = new Map<
    string,
    { code: string; reason: string; type: string; records: string[] }
  >();
  for (const { result, record, gene, variant, evidenceType } of items) {
    if (!("skipped" in result)) continue;
    const { code, reason } = result.skipped;
    const key = `${evidenceType} ${code}`;
    const group = groups.get(key) ?? { code, reason, type: evidenceType, records: [] };
    group.records.push(`${record} ${gene} ${variant}`);
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => compareText(a.type, b.type) || compareText(a.code, b.code))
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
    disagreements: notes
      .filter((note) => note.check === "disagrees")
      .map(({ variant, stated, why }) => ({ variant, stated, why }))
      .toSorted((a, b) => compareText(a.variant, b.variant)),
    notComparable: names(notes.filter((note) => note.check === "not comparable")),
    residueNotFound: names(notes.filter((note) => note.residueFits === false)),
  };
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => compareText(a, b)));
}
