import type { TherapyEntity } from "../knowledgebase/schema/schema.ts";
import { offerNearest, resolveRegimen } from "../knowledgebase/therapies/resolve-regimen.ts";
import type { ResolvedTherapy } from "../knowledgebase/therapies/resolve-therapy.ts";
import { judgePrior } from "../assess/judge-prior.ts";
import { makeProblem, type Problem, type ReportProblem } from "../model/problem.ts";
import type { PriorTherapy } from "../model/prior-therapy.ts";
import { countRows, inputOf } from "./fold-evidence.ts";
import type { EvidenceContext } from "./interpret-evidence.ts";
import { readEvidence } from "./read-evidence.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";
import type { PriorRow } from "../read/prior-row.ts";

/**
 * Reads what the patient was given before. It is no finding: it moves and marks targets (spec, clinical R6.4). A row counts as matched when the
 * knowledgebase knows one of its drugs.
 */
export async function interpretPrior(
  stage: Stage,
  { variants }: EvidenceContext,
): Promise<InterpretedEvidence> {
  const tables = await readEvidence("prior-therapy", stage.request.prior, stage, variants);
  const prior = tables.flatMap(({ file, rows }) => {
    const faults: Problem[] = [];
    const read = rows.map((row) =>
      toPrior(row, file, {
        drugs: findDrugs(row, file, {
          resolve: (name) => stage.index.resolveTherapy(name),
          report: (problem) => void faults.push(problem),
        }),
      }),
    );
    joinFaults(faults).forEach(stage.report);
    return read;
  });
  const matched = prior.filter(({ drugs }) => drugs.length > 0).length;
  return {
    observations: [],
    available: new Set(),
    inputs: tables.map((table) => inputOf("prior-therapy", table)),
    prior,
    counts: () => countRows(tables, matched),
  };
}

/** The drugs of a row; what is not known is reported with the nearest names. */
export function findDrugs(
  { therapy, line, column }: PriorRow,
  file: string,
  { resolve, report }: { resolve: (name: string) => ResolvedTherapy; report: ReportProblem },
): TherapyEntity[] {
  const named = resolveRegimen(therapy, resolve);
  const where = { file, line, column };
  for (const { name, resolved: each } of named) {
    if (each.kind === "unknown") {
      const message = `the knowledgebase has no drug or class called ${name}`;
      const hint = `${offerNearest(each.near)}Without a known name nothing is marked by it.`;
      report(makeProblem("prior-drug-unknown", "warning", message, { where, hint }));
    }
    if (each.kind === "too wide") {
      const message = `${name} is a kind of ${each.count} drugs that act on different targets, so it marks none of them`;
      const hint = "Name the drug that was given.";
      report(makeProblem("prior-class-wide", "warning", message, { where, hint }));
    }
  }
  const drugs = named.flatMap(({ resolved }) => (resolved.kind === "known" ? resolved.drugs : []));
  return [...new Map(drugs.map((drug) => [drug.id, drug])).values()];
}

/** More names than these are counted. */
const mostNamed = 5;

/** The faults of a file, each kind as one that names all its drugs: folded with others only the first of them would be told. */
function joinFaults(faults: readonly Problem[]): Problem[] {
  const byCode = new Map<string, Problem[]>();
  for (const fault of faults) byCode.set(fault.code, [...(byCode.get(fault.code) ?? []), fault]);
  return [...byCode.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined || others.length === 0) return first ?? [];
    const more = others.length - mostNamed;
    const also = others.slice(0, mostNamed).map(({ message, where }) => {
      return `line ${where?.line}: ${message}`;
    });
    const message = [first.message, ...also, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
    return [{ ...first, message, hint: joinHints(same) }];
  });
}

/** Each once. */
function joinHints(faults: readonly Problem[]): string {
  const sentences = faults.flatMap(({ hint }) => hint?.match(/[^.?]+[.?]/gu) ?? []);
  return [...new Set(sentences.map((sentence) => sentence.trim()))].join(" ");
}

function toPrior(
  { line, therapy, bestResponse, reasonStopped, start, end }: PriorRow,
  file: string,
  { drugs }: { drugs: readonly TherapyEntity[] },
): PriorTherapy {
  return {
    given: therapy,
    drugs: drugs.map(({ id, name }) => ({ id, name })),
    bestResponse,
    reasonStopped,
    start,
    end,
    ...judgePrior({ given: therapy, bestResponse, reasonStopped }),
    provenance: { file, line, sample: null },
  };
}
