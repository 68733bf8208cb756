import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { DataTable } from "../html/data-table.tsx";
import { policyFor } from "../html/policy.ts";
import { styleSheet } from "../html/style-sheet.ts";
import { showUnseen } from "../visible-text.ts";
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
  const style = `${styleSheet("")}\nsvg { display: block; max-width: 100%; height: auto; margin: 1rem 0; }\n`;
  const page = renderToString(<SectionsPage {...parts} style={style} />);
  return `<!doctype html>\n${showUnseen(page)}\n`;
}

function SectionsPage({ title, sections, picture, style }: PageParts & { style: string }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyFor(style, null)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} (research use only)`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
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
      </body>
    </html>
  );
}
