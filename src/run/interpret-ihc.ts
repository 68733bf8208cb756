import { geneOfStain } from "../annotate/stain-gene.ts";
import { isHybridization } from "../constraints/stain.ts";
import type { IhcResult } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { makeProblem } from "../model/problem.ts";
import { foldEvidence } from "./fold-evidence.ts";
import { observeHer2 } from "./stains/observe-her2.ts";
import type { EvidenceContext } from "./interpret-evidence.ts";
import { readEvidence } from "./read-evidence.ts";
import { reportDifferingStains } from "./stains/report-differing-stains.ts";
import { reportHer2Words } from "./stains/report-her2-words.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";
import type { IhcRow } from "../read/stains/ihc-row.ts";

/** Reads the results of immunohistochemistry; each row is an observation, equal ones of several files are one, and those of HER2 may show an amplification. */
export async function interpretIhc(
  stage: Stage,
  { variants }: EvidenceContext,
): Promise<InterpretedEvidence> {
  const tables = await readEvidence("ihc", stage.request.ihc, stage, variants);
  const found = tables.flatMap(({ file, rows }) => rows.map((row) => observe(row, file, stage)));
  reportDifferingStains(found, stage.report);
  reportHer2Words(found, stage.report);
  const { stains, amplification, restsOn } = observeHer2(found);
  const folded = foldEvidence("ihc", tables, stains);
  if (amplification === null) return folded;
  return {
    ...folded,
    observations: [...folded.observations, amplification],
    counts: (matchedIds) =>
      folded.counts(
        matchedIds.has(amplification.id) ? new Set([...matchedIds, ...restsOn]) : matchedIds,
      ),
  };
}

function hintFor(marker: string): string {
  return /^d?mmr$/i.test(marker)
    ? "Write MLH1, MSH2, MSH6 and PMS2 in a row each; mismatch repair as one result meets nothing."
    : "Where the knowledgebase has it under another name, write the symbol of its gene; the stain is listed and meets nothing.";
}

function observe(row: IhcRow, file: string, stage: Stage): Observation<IhcResult> {
  const { line, marker, score, unit, assay, clone } = row;
  const gene = geneOfStain(marker, stage.index.currentSymbol);
  if (gene === null) {
    stage.report(
      makeProblem(
        "stain-unknown",
        "warning",
        `no gene of the knowledgebase is stained by ${marker}`,
        {
          where: { file, line },
          hint: hintFor(marker),
        },
      ),
    );
  }
  const text = [score, unit].filter(Boolean).join(" ");
  const method = [assay, clone === null ? null : `clone ${clone}`].filter(Boolean).join(", ");
  return {
    // A word does not tell a stain from a hybridization; a unit does.
    id: ["ihc", gene ?? marker, isHybridization(row) && unit === null ? "ISH" : null, text, clone]
      .filter(Boolean)
      .join(":"),
    label: `${marker} ${isHybridization(row) ? "ISH" : "IHC"} ${text}`,
    gene,
    alteration: { kind: "ihc", marker, gene, score, unit, assay, clone },
    support: {
      kind: "value",
      value: unit === null || Number.isNaN(Number(score)) ? null : Number(score),
      text,
      unit,
      method: method === "" ? null : method,
    },
    provenance: { file, line, sample: null },
  };
}
