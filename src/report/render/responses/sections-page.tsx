import type { ComponentChildren } from "preact";
import { DataTable } from "../html/data-table.tsx";
import { renderDocument } from "../html/document.tsx";
import { styleSheet } from "../html/style-sheet.ts";
import type { Section } from "./section.ts";
import { notice } from "./sections-text.ts";

interface PageParts {
  readonly title: string;
  readonly sections: readonly Section[];
  /** Stands above the sections. */
  readonly picture: ComponentChildren;
}

/** Sections as one self-contained page: no script, no outside request. */
export function renderSectionsPage(parts: PageParts): string {
  return renderDocument({
    title: parts.title,
    style: `${styleSheet("")}\nsvg { display: block; max-width: 100%; height: auto; margin: 1rem 0; }\n`,
    script: null,
    tool: null,
    body: <SectionsPage {...parts} />,
  });
}

function SectionsPage({ title, sections, picture }: PageParts) {
  return (
    <>
      <header>
        <p class="notice">{notice}</p>
        <div class="head">
          <h1>{title}</h1>
        </div>
      </header>
      <main id="content">
        {picture}
        {sections.map(({ title: name, lines, table }, at) => (
          <section key={name} aria-labelledby={`section-${at}`}>
            <h2 id={`section-${at}`}>{name}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {table !== undefined && (
              <DataTable
                caption={table.caption}
                columns={table.head.map((head, index) => ({
                  head,
                  numeric: table.numeric.includes(index),
                  isRowHead: index === 0,
                }))}
                rows={table.rows.map((cells, index) => ({ key: String(index), cells }))}
              />
            )}
          </section>
        ))}
      </main>
    </>
  );
}
