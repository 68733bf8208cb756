/** Changes of genes as observations, with words and numbers. */
import type { CopyNumberAlteration, CopyNumberChange } from "../../model/alteration.ts";
import type { CopiesSupport, Observation } from "../../model/observation.ts";
import type { CopyNumberTable } from "../../read/copy-number/copy-numbers.ts";
import type { TumorContent } from "./copies-of-ratio.ts";
import type { GeneChange, GeneCopies } from "./gene-copies.ts";
import { roundCopies } from "./judge-copies.ts";

interface FileContext {
  readonly table: Pick<CopyNumberTable, "file" | "sample" | "format">;
  readonly tumor: TumorContent;
}

/** The changes of one gene; `copy-number:ERBB2:amplification`, with `:part` for a part of the gene. */
export function observeCopies(
  { gene, changes }: GeneCopies,
  context: FileContext,
): Observation<CopyNumberAlteration>[] {
  return changes.map((found) => {
    const { change, row, part } = found;
    const isPart = part !== undefined;
    return {
      id: `copy-number:${gene}:${change}${isPart ? ":part" : ""}`,
      label: `${gene} ${wordOf(change)}${isPart ? " (part of the gene)" : ""}`,
      gene,
      alteration: makeAlteration(gene, found, context.tumor),
      support: makeSupport(found, context),
      provenance: { file: context.table.file, line: row.line, sample: context.table.sample },
    };
  });
}

const words: Readonly<Record<CopyNumberChange, string>> = {
  amplification: "amplification",
  gain: "gain",
  loss: "loss",
  "homozygous-deletion": "homozygous deletion",
  "copy-neutral-loh": "copy-neutral LOH",
};

/** As a reader says it. */
export function wordOf(change: CopyNumberChange): string {
  return words[change];
}

function makeAlteration(
  gene: string,
  { change, judged, part, segment }: GeneChange,
  { ploidy }: TumorContent,
): CopyNumberAlteration {
  const { copies, adjusted, oneAlleleLost } = judged;
  return {
    kind: "copy-number",
    gene,
    change,
    copies,
    ...(ploidy === null ? {} : { ploidy: roundCopies(ploidy) }),
    ...(adjusted ? {} : { adjusted }),
    ...(oneAlleleLost === null ? {} : { oneAlleleLost }),
    ...(part === undefined ? {} : { part }),
    ...(segment === undefined ? {} : { segment }),
  };
}

function makeSupport({ judged }: GeneChange, { table, tumor }: FileContext): CopiesSupport {
  const { copies, minor, log2 } = judged;
  return {
    kind: "copies",
    copies,
    minorCopies: minor === null ? null : roundCopies(minor),
    log2Ratio: log2 === null ? null : roundCopies(log2),
    rule: describeRule(judged, table.format, tumor),
  };
}

function describeRule(
  { from, adjusted }: GeneChange["judged"],
  format: string,
  { purity, ploidy }: TumorContent,
): string {
  if (from !== "ratio") return `the ${from} of ${format}`;
  if (!adjusted) return `the log2 ratio of ${format}, not adjusted: the purity is not known`;
  return `the log2 ratio of ${format}, adjusted for purity ${purity} and ploidy ${roundCopies(ploidy ?? 2)}`;
}
