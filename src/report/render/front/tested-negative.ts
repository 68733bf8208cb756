import type { Finding, Report } from "../../../model/report.ts";
import { nameSome } from "../name-some.ts";

/** More results of a kind than these are counted. */
const most = 12;

/** What a result says by its own value; of a stain also which kind of absence, because a lost protein is itself a finding. */
type Reading = "negative" | "retained" | "lost" | "open";

/**
 * Results of markers and stains that are negative by their own value, whether or not they meet a statement; what meets no
 * statement and is not negative stands apart. No gene is called negative: a report does not list the places that were read.
 */
export function testedNegative({ findings, counts, combinedResults = [] }: Report): string {
  const results = findings.filter(({ kind }) => kind === "signature" || kind === "ihc");
  const named = (reading: Reading): string[] =>
    results.filter((finding) => readResult(finding) === reading).map(({ label }) => label);
  const readTogether = new Set(combinedResults.flatMap(({ observations }) => observations));
  const open = results
    .filter(
      (finding) =>
        readResult(finding) === "open" &&
        finding.statements.length === 0 &&
        !readTogether.has(finding.observation),
    )
    .map(({ label }) => label);
  const parts = [
    nameSome(named("negative"), most, "; "),
    group("not lost", named("retained")),
    group("protein lost, a finding", named("lost")),
    group("not negative by value alone, no statement met", open),
  ].filter((part) => part !== "");
  const genes =
    counts.callable === undefined
      ? "of genes, no file shows absence"
      : "genes that were read without a finding are not listed";
  return `${parts.join("; ") || "no marker or stain"}; ${genes}`;
}

function group(title: string, labels: readonly string[]): string {
  return labels.length === 0 ? "" : `${title}: ${nameSome(labels, most)}`;
}

function readResult({ kind, gene, label, support }: Finding): Reading {
  if (support.kind !== "value") return "open";
  if (kind !== "ihc") return readStatus(support.text);
  const reading = readStain(support.text);
  // In situ hybridization counts genes and loses no protein.
  const isLoss = reading === "negative" && gene !== null && !label.includes(" ISH ");
  return isLoss && lossFindings.has(gene) ? readLoss(support.text, gene) : reading;
}

/** Proteins whose loss is itself a finding, in whatever form it is written. */
const lossFindings: ReadonlySet<string> = new Set(["MLH1", "MSH2", "MSH6", "PMS2", "PTEN"]);

/** Of a negative result: IC counts immune cells alone, and a mismatch repair protein is lost at 0 only. */
function readLoss(text: string, gene: string): Reading {
  if (text.endsWith(" IC")) return "open";
  return text.startsWith("<") && gene !== "PTEN" ? "open" : "lost";
}

/** `stable`, `0.02 probability, proficient`, `2.1, stable by the cut-off of PMID 1`; a value without a verdict is open. */
function readStatus(text: string): Reading {
  return /(?:^|, )(?:stable|low|proficient|absent)(?: by the cut-off of .*)?$/.test(text)
    ? "negative"
    : "open";
}

/** Words, grade 0, zero of any unit of a stain, and shares below 1, which count as negative (ASCO/CAP; PMID 31928404). */
function readStain(text: string): Reading {
  if (text === "lost" || text === "retained") return text;
  const isNegative =
    text === "negative" ||
    /^0(?: (?:%|TPS|CPS|TC|IC|H-score|Allred))?$/.test(text) ||
    /^<1 (?:%|TPS|CPS|TC|IC)$/.test(text);
  return isNegative ? "negative" : "open";
}
