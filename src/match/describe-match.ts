/** Verdicts on statements in one sentence each. */
import type { Statement } from "../knowledgebase/knowledgebase.ts";
import type { Reason, Specificity } from "../model/verdict.ts";
import type { Evaluation } from "./evaluation.ts";

const specificityPhrases: Readonly<Record<Specificity, string>> = {
  allele: "by the exact allele",
  "protein change": "by the same protein change",
  codon: "by a change of the same codon",
  "exon or range": "by a change in the named exon or range",
  "consequence in gene": "by its kind of change in the gene",
  gene: "by any mutation of the gene",
};

/** More reasons than this make a sentence nobody reads. */
const shownReasons = 3;

/** Ends a sentence that says what meets what: `by the exact allele`. */
export function describeSpecificity(specificity: Specificity): string {
  return specificityPhrases[specificity];
}

/** `BRAF V600E meets "BRAF V600E" (CIViC EID1409) by the exact allele: BRAF V600E is the allele that is named.` */
export function describeMet(
  statement: Statement,
  { specificity, reasons }: Evaluation,
  labels: readonly string[],
): Reason {
  const code = specificity.replaceAll(" ", "-");
  const meets = `meets ${nameStatement(statement)}`;
  const because = joinReasons(reasons);
  // Wild type is no mutation of the gene, and is met by no finding.
  if (labels.length === 0) return { code, text: `The case ${meets}: ${because}` };
  return {
    code,
    text: `${labels.join(" with ")} ${meets} ${describeSpecificity(specificity)}: ${because}`,
  };
}

/** The code is that of the first reason, by which open statements are folded. */
export function describeUndetermined(
  statement: Statement,
  { reasons }: Pick<Evaluation, "reasons">,
): Reason {
  return {
    code: reasons[0]?.code ?? "undetermined",
    text: `${nameStatement(statement)} stays open: ${joinReasons(reasons)}`,
  };
}

export function describeUnmet(
  { gene, variant }: Statement,
  { reasons }: Pick<Evaluation, "reasons">,
): Reason {
  return {
    code: reasons[0]?.code ?? "unmet",
    text: `${gene} ${variant.label}: ${joinReasons(reasons)}`,
  };
}

function nameStatement({ source, gene, variant }: Statement): string {
  return `"${gene} ${variant.label}" (${source.name} ${source.record})`;
}

function joinReasons(reasons: readonly Reason[]): string {
  const shown = reasons.slice(0, shownReasons).map((reason) => reason.text);
  const others = reasons.length - shown.length;
  return [...shown, ...(others > 0 ? [`And ${others} more.`] : [])].join(" ");
}
