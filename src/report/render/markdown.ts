import type { Report } from "../../model/report.ts";
import { composeFrontPage } from "./front/front-page.ts";
import { join } from "./markdown/blocks.ts";
import { renderByAlteration } from "./markdown/alteration-section.ts";
import { renderBoards } from "./markdown/board-sections.ts";
import { renderBlocked } from "./markdown/blocked-section.ts";
import { renderFindings } from "./markdown/findings-section.ts";
import { renderFrontPage } from "./markdown/front-section.ts";
import { renderHeader } from "./markdown/header-section.ts";
import { renderLesions } from "./markdown/lesions-section.ts";
import { renderPrior } from "./markdown/prior-section.ts";
import { renderMethod, renderProvenance } from "./markdown/provenance-section.ts";
import { renderNotAssessed, renderProblems, renderSetAside } from "./markdown/rest-sections.ts";
import { renderGlossary, renderNoTarget, renderTargets } from "./markdown/target-sections.ts";
import { outlineReport } from "./outline.ts";
import type { Renderer } from "./renderer.ts";
import { showUnseen } from "./visible-text.ts";

/** The report as text that reads well unrendered and differs by whole lines from one run to the next. */
export const markdown: Renderer = {
  id: "md",
  title: "Markdown, for reading as it is and for keeping in git",
  extension: ".md",
  mediaType: "text/markdown",
  render: renderMarkdown,
};

function renderMarkdown(report: Report): string {
  const outline = outlineReport(report);
  const front = composeFrontPage(report, outline);
  const blocks = [
    ...renderHeader(report),
    ...renderFrontPage(front, outline.summary),
    ...(report.targets.length === 0 ? renderNoTarget(report) : []),
    ...renderBoards(front.targets),
    ...(report.targets.length === 0 ? [] : renderTargets(report)),
    ...renderByAlteration(report),
    ...renderBlocked(outline),
    ...renderPrior(report.priorTherapies),
    ...renderLesions(report.lesions),
    ...renderFindings(report.findings),
    ...renderNotAssessed(report.notAssessed),
    ...renderSetAside(report.setAside),
    ...renderProblems(report.problems),
    ...renderProvenance(report),
    ...renderMethod(report.method),
    ...renderGlossary(report),
  ];
  return `${showUnseen(join(blocks))}\n`;
}
