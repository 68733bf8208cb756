import type { Finding, Report } from "../../../model/report.ts";
import { describeConsequence } from "../describe-evidence.ts";
import { describeOncogenicity } from "../describe-oncogenicity.ts";
import { clonalityFacts, supportFacts } from "../describe-support.ts";
import { fractionRows } from "../fraction-rows.ts";
import { lollipopGenes } from "../lollipop-genes.ts";
import { plural } from "../format-number.ts";
import type { Row } from "./data-table.tsx";
import { Filter } from "./filter.tsx";
import { findingColumns } from "./finding-columns.ts";
import { FractionPlot } from "./fraction-plot.tsx";
import { Lollipops } from "./lollipops.tsx";
import { LongTable } from "./long-table.tsx";
import { OutsideCalls } from "./outside-calls.tsx";
import { ReasonList } from "./reason-list.tsx";
import { TierBadge } from "./tier-badge.tsx";
import { WordList } from "./word-list.tsx";

/** More rows than these get a filter. */
const filteredFrom = 12;
/** Findings without a statement stay unfolded up to this row, so that a page of thousands opens at once. */
const shownRows = 40;

/** Every alteration of a knowledgebase gene, with or without a therapy. */
export function Findings({ report }: { report: Report }) {
  const { findings } = report;
  const rule = commonRule(findings);
  const isShown = ({ statements }: Finding, index: number): boolean =>
    statements.length > 0 || index < shownRows;
  const shown = findings.filter(isShown);
  const folded = findings.filter((finding, index) => !isShown(finding, index));
  const table = (caption: string, rows: readonly Finding[]) => (
    <LongTable
      name="findings"
      caption={caption}
      columns={findingColumns}
      rows={rows.map((finding) => toRow(finding, rule))}
    />
  );
  const source = rule === null ? "" : `; reads ${rule}, unless a row says otherwise`;
  return (
    <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      {findings.length === 0 && (
        <p>No alteration of a knowledgebase gene was found in the input.</p>
      )}
      {findings.length > filteredFrom && <Filter what="findings" />}
      {shown.length > 0 &&
        table(
          `${plural(findings.length, "alteration")} of knowledgebase genes, by tier${source}`,
          shown,
        )}
      <FractionPlot {...fractionRows(report)} />
      <Lollipops {...lollipopGenes(report)} />
      {folded.length > 0 && (
        <details class="more-rows">
          <summary>{plural(folded.length, "more finding")} that no statement speaks of</summary>
          {table(
            "Further findings; tier III: a gene of the knowledgebase, and no statement gives it a level",
            folded.map(withoutCommonReason),
          )}
        </details>
      )}
    </section>
  );
}

/** The caption says it for all of them. */
function withoutCommonReason(finding: Finding): Finding {
  const { amp } = finding;
  return amp.reason.code === "cancer-gene"
    ? { ...finding, amp: { ...amp, reason: { ...amp.reason, text: "" } } }
    : finding;
}

/** Where the reads of most findings are taken from: said once and not in each row. */
function commonRule(findings: readonly Finding[]): string | null {
  const counts = new Map<string, number>();
  for (const { support } of findings) {
    if (support.kind === "reads" && support.rule !== null) {
      counts.set(support.rule, (counts.get(support.rule) ?? 0) + 1);
    }
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first === undefined ? null : `from ${first[0]}`;
}

function toRow(finding: Finding, rule: string | null): Row {
  const { provenance } = finding;
  return {
    key: finding.observation,
    cells: [
      <>
        {finding.label}
        <small class="code">{finding.description}</small>
      </>,
      <>
        <TierBadge amp={finding.amp} />
        {finding.amp.reason.text !== "" && <small>{finding.amp.reason.text}</small>}
      </>,
      <Consequence finding={finding} />,
      [...supportFacts(finding.support), ...clonalityFacts(finding)]
        .filter((fact) => fact !== rule)
        .join(", "),
      finding.statements.length === 0 ? (
        "none"
      ) : (
        <WordList words={finding.statements} noun="statements" screenOnly />
      ),
      finding.caveats.length === 0 ? "none" : <ReasonList reasons={finding.caveats} />,
      <>
        {provenance.file}
        {provenance.line === null ? "" : `, line ${provenance.line}`}
      </>,
    ],
  };
}

function Consequence({ finding }: { finding: Finding }) {
  const { transcript, description, oncogenicity } = finding;
  return (
    <>
      {describeConsequence(finding)}
      {transcript !== null && !description.includes(transcript) && (
        <small class="code">{transcript}</small>
      )}
      {oncogenicity !== undefined && <small>{describeOncogenicity(oncogenicity)}</small>}
      <OutsideCalls finding={finding} />
    </>
  );
}
