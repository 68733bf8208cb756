/** Every observation that is a finding, with the best that the statements it meets make of it. */
import { formatPercent } from "../match/format-measure.ts";
import { commonFrom } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { sharedGenesOf } from "../model/shared-genes.ts";
import { compareText } from "../model/order.ts";
import type { EvidenceRow, Finding } from "../model/report.ts";
import { bestLevel, capForSharedRow, compareLevels, tierOf } from "./evidence/amp-level.ts";
import type { CaseContext } from "./case-context.ts";
import { findClonalityCaveats } from "./clonality/clonality-caveats.ts";
import { consequenceInGene } from "./consequence-in-gene.ts";
import { citeRows } from "./evidence/cite-rows.ts";
import { describeFinding, nameConsequence } from "./describe-finding.ts";
import { compareRows } from "./evidence/evidence-row.ts";
import { findObservationCaveats } from "./caveats/observation-caveats.ts";
import { findRestoredFrames } from "./caveats/restored-frame.ts";
import { judgeOncogenicity } from "./oncogenicity/judge-oncogenicity.ts";
import { reasonToSetAside, type SetAsideReason } from "./reason-to-set-aside.ts";

export interface Findings {
  readonly findings: Finding[];
  readonly setAside: { observation: Observation; reason: SetAsideReason }[];
}

/** Parts the observations into findings, best tier first, and those set aside. What meets a statement is a finding. */
export function listFindings(rows: readonly EvidenceRow[], context: CaseContext): Findings {
  const rowsOf = indexRows(rows);
  const findings: Finding[] = [];
  const setAside: Findings["setAside"] = [];
  for (const observation of context.observations.values()) {
    const own = rowsOf.get(observation.id) ?? [];
    const reason = own.length > 0 ? null : reasonToSetAside(observation, context.index);
    if (reason === null) findings.push(makeFinding(observation, own, context));
    else setAside.push({ observation, reason });
  }
  return { findings: findings.toSorted(compareFindings), setAside };
}

function indexRows(rows: readonly EvidenceRow[]): Map<string, EvidenceRow[]> {
  const index = new Map<string, EvidenceRow[]>();
  for (const row of rows.toSorted(compareRows)) {
    for (const id of row.observations) {
      const known = index.get(id);
      if (known === undefined) index.set(id, [row]);
      else known.push(row);
    }
  }
  return index;
}

function makeFinding(
  observation: Observation,
  rows: readonly EvidenceRow[],
  context: CaseContext,
): Finding {
  const { alteration, gene } = observation;
  const clonality = context.clonalityOf(observation);
  const consequence =
    alteration.kind === "small-variant" ? consequenceInGene(alteration, gene) : null;
  const oncogenicity =
    alteration.kind === "small-variant"
      ? judgeOncogenicity(alteration, consequence, {
          geneRole: (name) => context.index.geneRole(name),
          oncogenicChanges: (name) => context.index.oncogenicChanges(name),
          placeChange: context.placeChange,
        })
      : null;
  return {
    observation: observation.id,
    kind: alteration.kind,
    label: observation.label,
    gene,
    description: describeFinding(observation, consequence),
    consequences: [...(consequence?.terms ?? [])],
    transcript: consequence?.transcript ?? null,
    ...(consequence === null ? {} : { hgvs: nameConsequence(consequence) }),
    amp: weighFinding(observation, rows, context),
    support: observation.support,
    ...(oncogenicity === null ? {} : { oncogenicity }),
    ...(clonality === null ? {} : { clonality }),
    statements: [...new Set(rows.map((row) => row.statement))].toSorted(compareText),
    caveats: [
      ...findObservationCaveats(observation, context.tumorOnly),
      ...findRestoredFrames(observation, context.observations),
      ...findClonalityCaveats(observation.label, clonality, context.tumorOnly),
    ],
    provenance: observation.provenance,
  };
}

/** Response and resistance both count towards the level of a finding (R1.3); without evidence R1.4 decides. */
function weighFinding(
  observation: Observation,
  rows: readonly EvidenceRow[],
  context: CaseContext,
): Finding["amp"] {
  const claims = rows.filter(
    (row) =>
      row.direction === "supports" &&
      (row.predicate === "sensitivity" ||
        row.predicate === "resistance" ||
        row.predicate === "reduced sensitivity"),
  );
  const level = bestLevel(claims.map((row) => row.ampLevel));
  if (level !== null) {
    const best = claims.filter((row) => row.ampLevel === level);
    const kinds = [...new Set(best.map((row) => row.predicate))].join(" and ");
    const genes = sharedGenesOf(observation);
    const own = genes === null ? level : capForSharedRow(level);
    const why =
      own === level || genes === null
        ? ""
        : `; it reaches level ${level} by what measured the gene alone, and a row of ${genes.join(" and ")} is worth ${own} at most`;
    return {
      level: own,
      tier: tierOf(own),
      reason: {
        code: "best-evidence",
        text: `Level ${own} for ${kinds}: ${citeRows(best)}${why}.`,
      },
    };
  }
  return weighWithoutEvidence(observation, claims.length > 0, context);
}

function weighWithoutEvidence(
  { alteration, gene }: Observation,
  hasWeakEvidence: boolean,
  { index }: CaseContext,
): Finding["amp"] {
  const weak = hasWeakEvidence
    ? "Only weak evidence from other tumors"
    : "No statement gives it a level";
  if (alteration.kind !== "small-variant") {
    return {
      level: null,
      tier: null,
      reason: { code: "no-tier", text: `${weak}; tiers III and IV are for variants.` },
    };
  }
  const { populationFrequency } = alteration;
  if (populationFrequency !== null && populationFrequency >= commonFrom) {
    return {
      level: null,
      tier: "IV",
      reason: {
        code: "common-in-population",
        text: `${weak}; its frequency in a population is ${formatPercent(populationFrequency)}, at least ${formatPercent(commonFrom)}.`,
      },
    };
  }
  const isCancerGene = gene !== null && index.currentSymbol(gene) !== null;
  return isCancerGene
    ? {
        level: null,
        tier: "III",
        reason: { code: "cancer-gene", text: `${weak}; ${gene} is a gene of the knowledgebase.` },
      }
    : {
        level: null,
        tier: null,
        reason: { code: "no-tier", text: `${weak}, and its gene is not in the knowledgebase.` },
      };
}

const tierOrder = ["I", "II", "III", "IV", null] as const;

function compareFindings(a: Finding, b: Finding): number {
  return (
    tierOrder.indexOf(a.amp.tier) - tierOrder.indexOf(b.amp.tier) ||
    compareLevels(a.amp.level, b.amp.level) ||
    compareText(a.label, b.label) ||
    compareText(a.observation, b.observation)
  );
}
