import type { EvidenceRow } from "../../../model/report.ts";
import {
  describeApproval,
  describeClaim,
  describeRelation,
  stanceOf,
} from "../describe-evidence.ts";
import { plural } from "../format-number.ts";
import { type Column, DataTable, type Row } from "./data-table.tsx";
import { Link } from "./link.tsx";
import { Whole } from "./whole.tsx";

const columns: readonly Column[] = [
  { head: "Claim", isRowHead: true },
  { head: "Disease" },
  { head: "Source level", short: true },
  { head: "Counts as", wide: true },
  { head: "Match", wide: true },
  { head: "Publications" },
  { head: "Source" },
];

/** Of each stance so many stay unfolded, so that what speaks against is never folded behind what speaks for. */
const shownOfEach = 4;

interface EvidenceTableProps {
  /** Name of the therapy. */
  readonly about: string;
  readonly evidence: readonly EvidenceRow[];
  /** The stance that comes first: what placed the therapy where it is. */
  readonly first: "for" | "against";
}

/** Every statement about a therapy: what placed it first, then the rest, each in the order of the report. */
export function EvidenceTable({ about, evidence, first }: EvidenceTableProps) {
  const leading = evidence.filter((row) => stanceOf(row) === first);
  const others = evidence.filter((row) => stanceOf(row) !== first);
  const shown = [...leading.slice(0, shownOfEach), ...others.slice(0, shownOfEach)];
  const folded = [...leading.slice(shownOfEach), ...others.slice(shownOfEach)];
  const table = (caption: string, rows: readonly EvidenceRow[]) => (
    <DataTable caption={caption} hideCaption columns={columns} rows={rows.map(toRow)} />
  );
  return (
    <>
      {table(`Evidence about ${about}`, shown)}
      {folded.length > 0 && (
        <details>
          <summary>{plural(folded.length, "more statement")}</summary>
          {table(`More evidence about ${about}`, folded)}
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
        <small>{row.matchReason.text}</small>
      </>,
      <Publications documents={row.documents} />,
      <>
        <Link url={row.source.url}>
          {row.source.name} {row.source.record}
        </Link>
        <small>
          <Whole text={row.source.date} />
        </small>
        {row.layer !== undefined && <small>layer: {row.layer}</small>}
      </>,
    ],
  };
}

function Claim({ row }: { row: EvidenceRow }) {
  return (
    <>
      <span class={stanceOf(row) === "against" ? "against" : undefined}>{describeClaim(row)}</span>
      {row.therapyChoice !== null && <small>{row.therapyChoice}</small>}
      {row.origin !== null && row.origin !== "somatic" && <small>origin: {row.origin}</small>}
      {row.approvals.map((approval) => (
        <small key={describeApproval(approval)}>
          approval:{" "}
          <Link url={approval.documents[0]?.url ?? null}>{describeApproval(approval)}</Link>
        </small>
      ))}
      {row.supersededBy !== null && <small>replaced by {row.supersededBy.therapy}</small>}
      {row.escat !== null && (
        <small>
          ESCAT {row.escat.tier} ({row.escat.curator}, {row.escat.date})
        </small>
      )}
    </>
  );
}

function Publications({ documents }: { documents: EvidenceRow["documents"] }) {
  if (documents.length === 0) return <>none stated</>;
  return (
    <ul class="plain">
      {documents.map(({ id, label, url }) => (
        <li key={id}>
          <Link url={url}>
            <Whole text={label} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
