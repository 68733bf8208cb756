import type { Finding } from "../../../model/report.ts";
import { describeConsequence, describeTier } from "../describe-evidence.ts";
import { describeOncogenicity } from "../describe-oncogenicity.ts";
import { describeOutside } from "../describe-outside.ts";
import { clonalityFacts, supportFacts } from "../describe-support.ts";
import { plural } from "../format-number.ts";
import { heading, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** More ids than these would drown the row; the evidence of each target names them. */
const namedStatements = 6;

/** Every alteration of a knowledgebase gene, one row each. */
export function renderFindings(findings: readonly Finding[]): string[] {
  const title = heading(2, "Findings");
  if (findings.length === 0) {
    return [title, "No alteration of a knowledgebase gene was found in the input."];
  }
  return [
    title,
    table(
      [
        "Finding",
        "Tier",
        "Description",
        "Consequence",
        "Support",
        "Statements met",
        "Caveats",
        "Read at",
      ],
      findings.map((finding) => [
        escapeMarkdown(finding.label),
        describeTier(finding.amp),
        escapeMarkdown(finding.description),
        escapeMarkdown(
          [
            describeConsequence(finding),
            finding.oncogenicity === undefined ? [] : describeOncogenicity(finding.oncogenicity),
            describeOutside(finding),
          ]
            .flat()
            .join("; "),
        ),
        escapeMarkdown([...supportFacts(finding.support), ...clonalityFacts(finding)].join(", ")),
        escapeMarkdown(nameStatements(finding.statements)),
        escapeMarkdown(finding.caveats.map(({ text }) => text).join(" ") || "none"),
        escapeMarkdown(describePlace(finding.provenance)),
      ]),
    ),
  ];
}

function nameStatements(ids: readonly string[]): string {
  if (ids.length === 0) return "none";
  return ids.length > namedStatements ? plural(ids.length, "statement") : ids.join(", ");
}

function describePlace({ file, line }: Finding["provenance"]): string {
  return line === null ? file : `${file}, line ${line}`;
}
