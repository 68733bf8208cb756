import type { Report } from "../../../model/report.ts";
import { molecularBoard } from "../board-forms.ts";
import { grouped } from "../format-number.ts";
import { lesionTexts } from "../lesion-table.ts";
import type { Outline } from "../outline.ts";
import { viewByAlteration } from "../view-by-alteration.ts";

/** The sections of the page with what each holds; not printed. */
export function Contents({ report, outline }: { report: Report; outline: Outline }) {
  const sections: [anchor: string, title: string, count: number][] = [
    ["targets", "Targets in full", report.targets.length],
    ["by-alteration", "By alteration", viewByAlteration(report).length],
    ["resistance", "Resistance", outline.blocked.length],
    ["against", "Other evidence against", outline.against.length],
    ["prior", "Given before", report.priorTherapies?.length ?? 0],
    ["lesions", lesionTexts.title, report.lesions?.alterations.length ?? 0],
    ["findings", "Findings", report.findings.length],
    ["not-assessed", "Not assessed", report.notAssessed.length],
    ["set-aside", "Set aside", report.setAside.reduce((sum, { count }) => sum + count, 0)],
    ["problems", "Problems", report.problems.length],
  ];
  const hidden = new Set([
    "by-alteration",
    "resistance",
    "against",
    "prior",
    ...(report.lesions === undefined ? ["lesions"] : []),
  ]);
  return (
    <nav aria-label="Sections">
      <ul>
        <li>
          <a href="#front">Front page</a>
        </li>
        <li>
          <a href={`#${molecularBoard.id}`}>Boards</a>
        </li>
        {sections
          .filter(([anchor, , count]) => count > 0 || !hidden.has(anchor))
          .map(([anchor, title, count]) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a> <span class="quiet">{grouped(count)}</span>
            </li>
          ))}
        <li>
          <a href="#provenance">Provenance</a>
        </li>
        <li>
          <a href="#method">How this was made</a>
        </li>
        <li>
          <a href="#words">Words and abbreviations</a>
        </li>
      </ul>
    </nav>
  );
}
