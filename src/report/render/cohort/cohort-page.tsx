import { type BatchSummary, tierKeys } from "../../../model/batch.ts";
import { DataTable } from "../html/data-table.tsx";
import { renderDocument } from "../html/document.tsx";
import { styleSheet } from "../html/style-sheet.ts";
import { BarChart } from "./bar-chart.tsx";
import { type CohortTable, cohortTables, describeStatuses } from "./cohort-tables.ts";

/** Colors of the tiers as in a report; the one without a tier is told by its border on paper as well. */
const chartStyle = `
.chart { display: block; width: 100%; max-width: 60rem; height: auto; margin: 0.5rem 0 1rem; }
.chart-text { font-size: 12px; fill: var(--ink); font-family: inherit; }
.fill-i { fill: #1565c0; } .fill-ii { fill: #64a5e8; } .fill-iii { fill: #8a8a8a; } .fill-iv { fill: #c4c4c4; }
.fill-none { fill: none; stroke: var(--quiet); stroke-width: 1; }
`;

const tierSegments = tierKeys.map((key) => ({
  name: key === "none" ? "no tier" : `tier ${key}`,
  className: `fill-${key.toLowerCase()}`,
}));

/** Bars that a plot shows; the table below it goes on. */
const plotted = 12;

/** The cohort as one self-contained page: tables, and plots that say the same. No script, no outside request. */
export function renderCohortPage(summary: BatchSummary): string {
  return renderDocument({
    title: "Drug targets of a cohort",
    style: styleSheet("") + chartStyle,
    script: null,
    tool: summary.tool,
    body: <CohortPage summary={summary} />,
  });
}

function CohortPage({ summary }: { summary: BatchSummary }) {
  const { tool, knowledgebase } = summary;
  const tables = cohortTables(summary);
  return (
    <>
      <a class="skip" href="#content">
        Skip to the tables
      </a>
      <header>
        <p class="notice">{summary.notice}</p>
        <div class="head">
          <h1>Drug targets of a cohort</h1>
          <p class="lead">{describeStatuses(summary)}</p>
        </div>
      </header>
      <nav aria-label="Contents">
        <ul>
          {tables.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content">
        {tables.map((table) => (
          <section key={table.id} aria-labelledby={table.id}>
            <h2 id={table.id}>{table.title}</h2>
            <Plot table={table} summary={summary} />
            <Table table={table} />
          </section>
        ))}
      </main>
      <footer>
        <p>
          Research use only. {tool.name} {tool.version}; knowledgebase {knowledgebase.version},
          sha256 <span class="code">{knowledgebase.sha256}</span>.
        </p>
      </footer>
    </>
  );
}

function Table({ table }: { table: CohortTable }) {
  if (table.rows.length === 0) return <p>{table.empty}</p>;
  return (
    <DataTable
      caption={table.note}
      columns={table.head.map((head, index) => ({
        head,
        numeric: table.numeric.includes(index),
        isRowHead: index === 0,
      }))}
      rows={table.rows.map((cells) => ({ key: cells[0] ?? "", cells }))}
    />
  );
}

/** Three of the tables are worth a picture. */
function Plot({ table, summary }: { table: CohortTable; summary: BatchSummary }) {
  const { therapies, genes, tumorTypes } = summary.cohort;
  if (table.rows.length === 0) return null;
  switch (table.id) {
    case "therapies":
      return (
        <TierBars
          id="plot-therapies"
          title="Samples with each drug target, by the tier that it has in each"
          entries={therapies}
        />
      );
    case "genes": {
      const shown = genes.slice(0, plotted);
      return (
        <BarChart
          id="plot-genes"
          title="Samples with an alteration of each gene that meets a statement"
          description={shown.map(({ name, samples }) => `${name}: ${samples}`).join("; ")}
          segments={[{ name: "samples", className: "fill-i" }]}
          bars={shown.map(({ name, samples }) => ({ label: name, values: [samples] }))}
        />
      );
    }
    case "tumor-types":
      return (
        <TierBars
          id="plot-tumor-types"
          title="Samples of each tumor type by the tier of their best target"
          entries={tumorTypes}
        />
      );
    default:
      return null;
  }
}

interface TierBarsProps {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly {
    readonly name: string;
    readonly tiers: BatchSummary["samples"][number]["tiers"];
  }[];
}

/** The first entries as bars, cut by the number of samples at each tier. */
function TierBars({ id, title, entries }: TierBarsProps) {
  const shown = entries.slice(0, plotted).map(({ name, tiers }) => ({
    label: name,
    values: tierKeys.map((key) => tiers[key]),
  }));
  const describe = ({ label, values }: (typeof shown)[number]): string =>
    `${label}: ${tierKeys.map((key, index) => `${values[index]} ${key}`).join(", ")}`;
  return (
    <BarChart
      id={id}
      title={title}
      description={shown.map(describe).join("; ")}
      segments={tierSegments}
      bars={shown}
    />
  );
}
