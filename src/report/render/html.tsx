import type { Report } from "../../model/report.ts";
import { renderDocument } from "./html/document.tsx";
import { Page } from "./html/page.tsx";
import { printScript } from "./html/print-script.ts";
import { tableScript } from "./html/table-script.ts";
import { styleSheet } from "./html/style-sheet.ts";
import type { Renderer } from "./renderer.ts";

/** One self-contained page for a tumor board: no outside request, works without script, prints on A4. */
export const html: Renderer = {
  id: "html",
  title: "HTML, one self-contained page for people; prints on A4",
  extension: ".html",
  mediaType: "text/html",
  render: renderPage,
};

function renderPage(report: Report): string {
  return renderDocument({
    title: `${report.case.id}: drug-target report`,
    style: styleSheet(report.case.id),
    script: printScript + tableScript,
    tool: report.tool,
    body: <Page report={report} />,
  });
}
