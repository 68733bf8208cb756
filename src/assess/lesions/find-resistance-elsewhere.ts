/** Resistance that other lesions have, and what the lesion to be treated shows of it (spec, clinical R6.2 and R12). */
import type { LesionCell } from "../../model/lesions.ts";
import type { Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { BlockedTherapy, EvidenceRow, Target, Therapy } from "../../model/report.ts";
import { bestLevel, compareLevels } from "../evidence/amp-level.ts";
import { findBlockingRows } from "../block-resistance.ts";

/** Another lesion, assessed as if it were to be treated. */
export interface OtherAssessment {
  readonly specimen: string;
  readonly targets: readonly Pick<Target, "therapy" | "evidence">[];
  readonly blocked: readonly Pick<BlockedTherapy, "therapy" | "evidence">[];
}

/** One alteration and one therapy. */
export interface ResistanceElsewhere {
  readonly observation: Pick<Observation, "id" | "label" | "gene">;
  /** Specimens that call it. */
  readonly lesions: readonly string[];
  /** Of the lesion to be treated; only `absent` excludes the alteration there. */
  readonly here: Pick<LesionCell, "specimen" | "state" | "reason">;
  readonly therapy: Therapy;
  /** It would take the therapy out of the ranking of a lesion that has it. */
  readonly blocks: boolean;
  readonly rows: readonly EvidenceRow[];
}

export interface ResistanceQuestion {
  readonly others: readonly OtherAssessment[];
  /** Statements that the lesion to be treated meets by itself: they count there already. */
  readonly metHere: ReadonlySet<string>;
  /** What is compared of an observation of a specimen, under the id that all lesions share. */
  seen(
    specimen: string,
    observation: string,
  ): Pick<ResistanceElsewhere, "observation" | "here"> | null;
}

/** By therapy, best level of the resistance and name. A combination and its parts stay apart (R6.2). */
export function findResistanceElsewhere({
  others,
  metHere,
  seen,
}: ResistanceQuestion): ResistanceElsewhere[] {
  const found = new Map<string, ResistanceElsewhere>();
  for (const { specimen, therapy, row, blocks } of others.flatMap(listClaims)) {
    if (metHere.has(row.statement)) continue;
    for (const id of row.observations) {
      const sight = seen(specimen, id);
      if (sight === null) continue;
      const key = JSON.stringify([therapy.id, sight.observation.id]);
      const known = found.get(key);
      found.set(key, {
        ...sight,
        therapy,
        lesions: [...new Set([...(known?.lesions ?? []), specimen])],
        blocks: known?.blocks === true || blocks,
        rows: addRow(known?.rows ?? [], row),
      });
    }
  }
  return [...found.values()].toSorted(
    (a, b) =>
      compareText(a.therapy.id, b.therapy.id) ||
      Number(b.blocks) - Number(a.blocks) ||
      compareLevels(levelOf(a), levelOf(b)) ||
      compareText(a.observation.label, b.observation.label) ||
      compareText(a.observation.id, b.observation.id),
  );
}

/** Best AMP level of the statements behind it. */
export function levelOf({ rows }: Pick<ResistanceElsewhere, "rows">): EvidenceRow["ampLevel"] {
  return bestLevel(rows.map(({ ampLevel }) => ampLevel));
}

interface ResistanceClaim {
  readonly specimen: string;
  readonly therapy: Therapy;
  readonly row: EvidenceRow;
  readonly blocks: boolean;
}

/** Each row of one lesion that speaks against a therapy. */
function listClaims({ specimen, targets, blocked }: OtherAssessment): ResistanceClaim[] {
  return [...targets, ...blocked].flatMap(({ therapy, evidence }) => {
    const blocking = new Set(findBlockingRows(split(evidence)));
    return evidence
      .filter(speaksAgainst)
      .map((row) => ({ specimen, therapy, row, blocks: blocking.has(row) }));
  });
}

function speaksAgainst({ predicate, direction }: EvidenceRow): boolean {
  return (
    direction === "supports" && (predicate === "resistance" || predicate === "reduced sensitivity")
  );
}

function split(evidence: readonly EvidenceRow[]): Parameters<typeof findBlockingRows>[0] {
  const supported = (predicate: EvidenceRow["predicate"]): EvidenceRow[] =>
    evidence.filter((row) => row.predicate === predicate && row.direction === "supports");
  return { resistance: supported("resistance"), sensitivity: supported("sensitivity") };
}

function addRow(rows: readonly EvidenceRow[], row: EvidenceRow): EvidenceRow[] {
  const others = rows.filter(({ statement }) => statement !== row.statement);
  return [...others, row].toSorted(
    (a, b) => compareLevels(a.ampLevel, b.ampLevel) || compareText(a.statement, b.statement),
  );
}
