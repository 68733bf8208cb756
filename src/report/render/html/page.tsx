import type { Report } from "../../../model/report.ts";
import { againstSection, blockedSection } from "../against-sections.ts";
import { composeFrontPage } from "../front/front-page.ts";
import { outlineReport } from "../outline.ts";
import { AlterationTable } from "./alteration-table.tsx";
import { BlockedTherapies } from "./blocked-therapies.tsx";
import { Boards } from "./boards.tsx";
import { Contents } from "./contents.tsx";
import { Findings } from "./findings.tsx";
import { FrontPage } from "./front/front-page.tsx";
import { Glossary } from "./glossary.tsx";
import { Lesions } from "./lesions.tsx";
import { Method } from "./method.tsx";
import { NoTarget } from "./no-target.tsx";
import { NotAssessed } from "./not-assessed.tsx";
import { PriorTherapies } from "./prior-therapies.tsx";
import { Problems } from "./problems.tsx";
import { Provenance } from "./provenance.tsx";
import { RankedTargets } from "./ranked-targets.tsx";
import { SetAside } from "./set-aside.tsx";

/** The body of a report. */
export function Page({ report }: { report: Report }) {
  const outline = outlineReport(report);
  const front = composeFrontPage(report, outline);
  return (
    <>
      <a class="skip" href="#content">
        Skip to the front page
      </a>
      <header>
        <p class="notice">{report.notice}</p>
        <div class="head">
          <h1>
            Drug-target report <span class="case-id">{report.case.id}</span>
          </h1>
        </div>
      </header>
      <Contents report={report} outline={outline} />
      <main id="content">
        <FrontPage content={front} summary={outline.summary}>
          <NoTarget report={report} />
        </FrontPage>
        <Boards targets={front.targets} />
        {report.targets.length > 0 && <RankedTargets report={report} outline={outline} />}
        <AlterationTable report={report} />
        {outline.blocked.length > 0 && (
          <BlockedTherapies {...blockedSection} entries={outline.blocked} isFirm />
        )}
        {outline.against.length > 0 && (
          <BlockedTherapies {...againstSection} entries={outline.against} isFirm={false} />
        )}
        <PriorTherapies history={report.priorTherapies} />
        {report.lesions !== undefined && <Lesions lesions={report.lesions} />}
        <Findings report={report} />
        <NotAssessed gaps={report.notAssessed} />
        <SetAside entries={report.setAside} />
        <Problems problems={report.problems} />
        <Provenance report={report} />
        <Method method={report.method} />
        <Glossary report={report} />
      </main>
      <footer>
        <p>
          Research use only. Case {report.case.id}; {report.tool.name} {report.tool.version};
          knowledgebase {report.knowledgebase.version}.
        </p>
      </footer>
    </>
  );
}
