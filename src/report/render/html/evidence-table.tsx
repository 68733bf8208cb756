import type { EvidenceRow } from "../../../model/report.ts";
import { describeClaim, describeRelation } from "../describe-evidence.ts";
import { plural } from "../format-number.ts";
import { type Column, DataTable, type Row } from "./data-table.tsx";
import { Link } from "./link.tsx";

const columns: readonly Column[] = [
  { head: "Claim", isRowHead: true },
  { head: "Disease" },
  { head: "Source level", short: true },
  { head: "Counts as" },
  { head: "Match" },
  { head: "Publications" },
  { head: "Source" },
];

/** More rows than these stay folded; they print. */
const shownRows = 5;

/** Every statement behind a target or against a therapy, the strongest first. */
export function EvidenceTable({ about, evidence }: { about: string; evidence: readonly EvidenceRow[] }) {
  const rows = evidence.map(toRow);
  const rest = rows.slice(shownRows);
  return (
    <>
      <DataTable
        caption={`Evidence for ${about}`}
        hideCaption
        columns={columns}
        rows={rows.slice(0, shownRows)}
      />
      {rest.length > 0 && (
        <details>
          <summary>{plural(rest.length, "more statement")}, weaker or from other tumors</summary>
          <DataTable caption={`More evidence for ${about}`} hideCaption columns={columns} rows={rest} />
        </details>
      )}
    </>
  );
}

function toRow(row: EvidenceRow): Row {
  return {
    key: row.statement,
    cells: [
      <Claim row={row} />,
      <>
        {row.disease.name}
        <small>{describeRelation(row.relation)}</small>
      </>,
      <>
        {row.evidenceLevel}
        <small>{row.rating === null ? "not rated" : plural(row.rating, "star")}</small>
      </>,
      <>
        {row.ampLevel === null ? "not tiered" : `level ${row.ampLevel}`}
        <small>{row.ampReason.text}</small>
      </>,
      <>
        {row.specificity}
        <small>
          {row.gene} {row.variant}: {row.matchReason.text}
        </small>
      </>,
      <Publications documents={row.documents} />,
      <>
        <Link url={row.source.url}>
          {row.source.name} {row.source.record}
        </Link>
        <small>{row.source.date}</small>
      </>,
    ],
  };
}

function Claim({ row }: { row: EvidenceRow }) {
  const isFor = row.predicate === "sensitivity" && row.direction === "supports";
  return (
    <>
      <span class={isFor ? undefined : "against"}>{describeClaim(row)}</span>
      {row.therapyChoice !== null && <small>alternatives in the source: {row.therapyChoice}</small>}
      {row.origin !== null && row.origin !== "somatic" && <small>origin: {row.origin}</small>}
    </>
  );
}

function Publications({ documents }: { documents: EvidenceRow["documents"] }) {
  if (documents.length === 0) return <>none stated</>;
  return (
    <ul class="plain">
      {documents.map(({ id, label, url }) => (
        <li key={id}>
          <Link url={url}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}
