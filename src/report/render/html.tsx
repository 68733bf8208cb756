import { renderToString } from "preact-render-to-string";
import type { Report } from "../../model/report.ts";
import { Page } from "./html/page.tsx";
import { policyFor } from "./html/policy.ts";
import { printScript } from "./html/print-script.ts";
import { tableScript } from "./html/table-script.ts";
import { styleSheet } from "./html/style-sheet.ts";
import type { Renderer } from "./renderer.ts";
import { showUnseen } from "./visible-text.ts";

/** One self-contained page for a tumor board: no outside request, works without script, prints on A4. */
export const html: Renderer = {
  id: "html",
  title: "HTML, one self-contained page for people; prints on A4",
  extension: ".html",
  mediaType: "text/html",
  render: renderPage,
};

/** Preact escapes every value; what cannot be seen is made visible in the finished page, so no field is missed. */
function renderPage(report: Report): string {
  const style = styleSheet(report.case.id);
  const script = printScript + tableScript;
  const page = renderToString(
    <Page report={report} style={style} script={script} policy={policyFor(style, script)} />,
  );
  return `<!doctype html>\n${showUnseen(page)}\n`;
}
