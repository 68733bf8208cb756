import type { Report } from "../../model/report.ts";

/** Enough of a SHA-256 to tell two knowledgebases apart by eye; the whole one stands under Provenance. */
const shownDigest = 12;

/** Whose report this is, made with what: the facts at the head of every readable format. */
export function caseFacts(report: Report): { term: string; value: string }[] {
  const { tumorType, biopsySite, assembly, tumorSample } = report.case;
  const { version, sha256 } = report.knowledgebase;
  return [
    { term: "Tumor type", value: tumorType === null ? "not stated" : nameTumor(tumorType) },
    { term: "Biopsy site", value: biopsySite ?? "not stated" },
    { term: "Tumor sample", value: tumorSample?.name ?? "none" },
    { term: "Genome build", value: assembly?.name ?? "none" },
    { term: "Knowledgebase", value: `${version} (${sha256.slice(0, shownDigest)})` },
    { term: "Therapy evidence up to", value: evidenceDate(report) },
    { term: "Tool", value: `${report.tool.name} ${report.tool.version}` },
  ];
}

/**
 * Each source that statements are from with its date, the one with most statements first: a few new statements of one source
 * do not make the many of another any newer.
 */
function evidenceDate({ knowledgebase }: Report): string {
  const dates = knowledgebase.sources
    .filter(({ statements }) => statements > 0)
    .toSorted((a, b) => b.statements - a.statements)
    .map(({ name, date, statements }) => `${date} (${name}, ${statements})`);
  return dates.join("; ") || "no statement";
}

function nameTumor(tumorType: NonNullable<Report["case"]["tumorType"]>): string {
  const codes = [tumorType.oncotree, tumorType.doid].filter((code) => code !== null);
  return codes.length === 0 ? tumorType.name : `${tumorType.name} (${codes.join(", ")})`;
}
