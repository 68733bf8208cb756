import type { Report } from "../../../model/report.ts";

const shownDigest = 12;

/** Whose report this is, and how the case stands, in one glance. */
export function CaseHeader({ report, summary }: { report: Report; summary: string }) {
  return (
    <header>
      <p class="notice">{report.notice}</p>
      <div class="head">
        <h1>
          Drug-target report <span class="case-id">{report.case.id}</span>
        </h1>
        <dl class="case">
          {facts(report).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="lead">{summary}</p>
      </div>
    </header>
  );
}

function facts(report: Report): [term: string, value: string][] {
  const { tumorType, biopsySite, assembly, tumorSample } = report.case;
  const { version, sha256 } = report.knowledgebase;
  return [
    ["Tumor type", tumorType === null ? "not stated" : nameTumor(tumorType)],
    ["Biopsy site", biopsySite ?? "not stated"],
    ["Tumor sample", tumorSample?.name ?? "none"],
    ["Genome build", assembly?.name ?? "none"],
    ["Knowledgebase", `${version} (${sha256.slice(0, shownDigest)})`],
    ["Tool", `${report.tool.name} ${report.tool.version}`],
  ];
}

function nameTumor(tumorType: NonNullable<Report["case"]["tumorType"]>): string {
  const codes = [tumorType.oncotree, tumorType.doid].filter((code) => code !== null);
  return codes.length === 0 ? tumorType.name : `${tumorType.name} (${codes.join(", ")})`;
}
