import type { Report } from "../../../model/report.ts";
import { describeCounts } from "../describe-counts.ts";
import { grouped, plural } from "../format-number.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { type Fact, FactList } from "./fact-list.tsx";
import { Link } from "./link.tsx";

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
      <FactList facts={factsOf(report)} />
      <DataTable
        caption="Input files"
        columns={inputColumns}
        rows={report.inputs.map(({ name, role, format, bytes, sha256 }) => ({
          key: role + name + sha256,
          cells: [name, role, format, grouped(bytes), <span class="code">{sha256}</span>],
        }))}
      />
      <DataTable
        caption="Sources of the knowledgebase"
        columns={sourceColumns}
        rows={report.knowledgebase.sources.map(({ name, date, statements, licence, url }) => ({
          key: name,
          cells: [<Link url={url}>{name}</Link>, date, grouped(statements), licence],
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

function factsOf(report: Report): Fact[] {
  const { tool, knowledgebase } = report;
  const { tumorSample, assembly, annotation } = report.case;
  return [
    { term: "Tool", value: `${tool.name} ${tool.version}, report schema ${report.schemaVersion}` },
    {
      term: "Knowledgebase",
      value: (
        <>
          {knowledgebase.version}: {plural(knowledgebase.statements, "statement")} about{" "}
          {plural(knowledgebase.genes, "gene")}, SHA-256{" "}
          <span class="code">{knowledgebase.sha256}</span>
        </>
      ),
    },
    ...(tumorSample === null
      ? []
      : [{ term: "Tumor sample", value: `${tumorSample.name}, by ${tumorSample.decidedBy}` }]),
    ...(assembly === null
      ? []
      : [
          {
            term: "Genome build",
            value: <Lines lines={[`${assembly.name}, by ${assembly.decidedBy}`, ...assembly.evidence]} />,
          },
        ]),
    { term: "Annotation", value: annotation },
    { term: "Counts", value: <Lines lines={describeCounts(report)} /> },
  ];
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
