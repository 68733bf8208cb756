import type { Report } from "../../model/report.ts";
import { join } from "./markdown/blocks.ts";
import { renderBlocked } from "./markdown/blocked-section.ts";
import { renderFindings } from "./markdown/findings-section.ts";
import { renderHeader } from "./markdown/header-section.ts";
import { renderPrior } from "./markdown/prior-section.ts";
import { renderMethod, renderProvenance } from "./markdown/provenance-section.ts";
import { renderNotAssessed, renderProblems, renderSetAside } from "./markdown/rest-sections.ts";
import { renderNoTarget, renderTargets } from "./markdown/target-sections.ts";
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
  const blocks = [
    ...renderHeader(report, outline.summary),
    ...(report.targets.length === 0 ? renderNoTarget(report) : renderTargets(report)),
    ...renderBlocked(outline),
    ...renderPrior(report.priorTherapies),
    ...renderFindings(report.findings),
    ...renderNotAssessed(report.notAssessed),
    ...renderSetAside(report.setAside),
    ...renderProblems(report.problems),
    ...renderProvenance(report),
    ...renderMethod(report.method),
  ];
  return `${showUnseen(join(blocks))}\n`;
}
