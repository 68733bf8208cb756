import type { Finding } from "../../../model/report.ts";
import { describeConsequence } from "../describe-evidence.ts";
import { describeOncogenicity } from "../describe-oncogenicity.ts";
import { clonalityFacts, supportFacts } from "../describe-support.ts";
import { plural } from "../format-number.ts";
import { type Column, DataTable, type Row } from "./data-table.tsx";
import { ReasonList } from "./reason-list.tsx";
import { TierBadge } from "./tier-badge.tsx";
import { WordList } from "./word-list.tsx";

const columns: readonly Column[] = [
  { head: "Finding", isRowHead: true, wide: true },
  { head: "Tier", wide: true },
  { head: "Consequence" },
  { head: "Support" },
  { head: "Statements met" },
  { head: "Caveats" },
  { head: "Read at" },
];

/** Every alteration of a knowledgebase gene, with or without a therapy. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      {findings.length === 0 ? (
        <p>No alteration of a knowledgebase gene was found in the input.</p>
      ) : (
        <DataTable
          caption={`${plural(findings.length, "alteration")} of knowledgebase genes, by tier`}
          columns={columns}
          rows={findings.map(toRow)}
        />
      )}
    </section>
  );
}

function toRow(finding: Finding): Row {
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
        <small>{finding.amp.reason.text}</small>
      </>,
      <Consequence finding={finding} />,
      [...supportFacts(finding.support), ...clonalityFacts(finding)].join(", "),
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
  const oncogenicity = describeOncogenicity(finding);
  return (
    <>
      {describeConsequence(finding)}
      {finding.transcript !== null && <small class="code">{finding.transcript}</small>}
      {oncogenicity !== null && <small>{oncogenicity}</small>}
    </>
  );
}
