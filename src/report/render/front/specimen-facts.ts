/** What was biopsied, and with which knowledge it was read: the left half of the front page's head. */
import type { Report } from "../../../model/report.ts";
import { percent, plural } from "../format-number.ts";

export interface Fact {
  readonly term: string;
  readonly text: string;
}

const missing = "not given";

/** Case, metastasis, primary, date and purity; then the knowledge, by its version and whole digest. */
export function specimenFacts(report: Report): readonly Fact[] {
  const { id, tumorType, biopsySite } = report.case;
  const { version, sha256, asOf } = report.knowledgebase;
  const purity = report.settings["purity"];
  const specimens = report.lesions?.specimens ?? [];
  const treated = specimens.find(({ id: specimen }) => specimen === report.lesions?.treated);
  const siteOfMetastasis = treated?.role === "metastasis" ? treated.site : null;
  const primary = specimens
    .filter(({ role }) => role === "primary")
    .map(({ id: specimen, site, date }) => [site ?? specimen, date].filter(Boolean).join(", "))
    .join("; ");
  return [
    { term: "Case", text: id },
    { term: "Tumor type", text: tumorType === null ? missing : nameTumor(tumorType) },
    { term: "Metastasis", text: biopsySite ?? siteOfMetastasis ?? missing },
    { term: "Primary", text: primary || missing },
    { term: "Date of biopsy", text: treated?.date ?? missing },
    { term: "Purity", text: typeof purity === "number" ? percent(purity) : missing },
    {
      term: "Knowledgebase",
      text: `${version}${asOf === undefined ? "" : `, as of ${asOf.date}`}, SHA-256 ${sha256}`,
    },
    { term: "Evidence up to", text: evidenceDate(report) },
    { term: "Tool", text: `${report.tool.name} ${report.tool.version}` },
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
    .map(({ name, date, statements }) => `${date} (${name}, ${plural(statements, "statement")})`);
  const listed = dates.join("; ") || "no statement";
  const { asOf } = knowledgebase;
  if (asOf === undefined) return listed;
  return `${asOf.date} where it is dated; ${plural(asOf.undated, "statement")} without a date, of sources up to ${listed}`;
}

function nameTumor(tumorType: NonNullable<Report["case"]["tumorType"]>): string {
  const codes = [tumorType.oncotree, tumorType.doid].filter((code) => code !== null);
  return codes.length === 0 ? tumorType.name : `${tumorType.name} (${codes.join(", ")})`;
}
