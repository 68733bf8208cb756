import type { Report } from "../../../model/report.ts";
import { grouped } from "../format-number.ts";
import { provenanceFacts } from "../provenance-facts.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { FactList } from "./fact-list.tsx";
import { Link } from "./link.tsx";
import { Whole } from "./whole.tsx";

const inputColumns: readonly Column[] = [
  { head: "Input", isRowHead: true },
  { head: "Role", short: true },
  { head: "Format" },
  { head: "Bytes", numeric: true },
  { head: "SHA-256" },
];
const sourceColumns: readonly Column[] = [
  { head: "Source", isRowHead: true },
  { head: "Date", short: true },
  { head: "Statements", numeric: true },
  { head: "License" },
];
const settingColumns: readonly Column[] = [{ head: "Setting", isRowHead: true }, { head: "Value" }];

/** What made this report: the tool, the knowledge, the files and the settings. */
export function Provenance({ report }: { report: Report }) {
  return (
    <section id="provenance" aria-labelledby="provenance-title">
      <h2 id="provenance-title">Provenance</h2>
      <FactList
        facts={provenanceFacts(report).map(({ term, lines }) => ({
          term,
          value: <Lines lines={lines} />,
        }))}
      />
      <DataTable
        caption="Input files"
        columns={inputColumns}
        rows={report.inputs.map(({ name, role, specimen, format, bytes, sha256 }) => ({
          key: role + name + sha256 + (specimen ?? ""),
          cells: [
            name,
            specimen === undefined ? role : `${role} of ${specimen}`,
            format,
            grouped(bytes),
            <span class="code">{sha256}</span>,
          ],
        }))}
      />
      <DataTable
        caption="Sources of the knowledgebase"
        columns={sourceColumns}
        rows={report.knowledgebase.sources.map(({ name, date, statements, licence, url }) => ({
          key: name,
          cells: [
            <Link url={url}>{name}</Link>,
            <Whole text={date} />,
            grouped(statements),
            licence,
          ],
        }))}
      />
      <DataTable
        caption="Settings"
        columns={settingColumns}
        rows={Object.entries(report.settings).map(([name, value]) => ({
          key: name,
          cells: [name, String(value)],
        }))}
      />
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}
