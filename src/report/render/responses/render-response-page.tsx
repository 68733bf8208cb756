import type { ResponseSummary } from "../../../model/response-summary.ts";
import { describeResponse } from "./describe-response.ts";
import { renderSectionsPage } from "./sections-page.tsx";
import { Timeline } from "./timeline.tsx";

/** The record of one patient as a page, with its timeline. */
export function renderResponsePage(summary: ResponseSummary): string {
  return renderSectionsPage({
    title: `Response of ${summary.case}`,
    sections: describeResponse(summary),
    picture: <Timeline summary={summary} />,
  });
}
