import { basename } from "node:path";
import { sha256 } from "../io/sha256.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import { findTherapy } from "../knowledgebase/therapies/resolve-therapy.ts";
import type { ReportInput, Target } from "../model/report.ts";
import { effectiveEvents } from "../responses/effective-events.ts";
import { listTreated, type TreatedCase } from "../responses/list-treated.ts";
import { openRecord, refuseFaults } from "../responses/open-record.ts";
import { type FindDrug, therapyKey } from "../responses/therapy-key.ts";

/** MetAction's own rule. */
const rule = { threshold: 1.3, operator: "ge" } as const;
const ruleInWords = "ratio >= 1.3";

export interface Experience {
  readonly targets: readonly Target[];
  readonly inputs: readonly ReportInput[];
}

/**
 * Ranked targets with the N-of-1 verdicts of others who were treated with the same therapy for an alteration of the same gene; the case
 * itself is left out, and no rank is touched. Throws Refusal "input" for a record that is not whole.
 */
export async function addExperience(
  targets: readonly Target[],
  {
    path,
    caseId,
    therapies,
  }: { path: string; caseId: string; therapies: Knowledgebase["therapies"] },
): Promise<Experience> {
  const name = basename(path);
  const { lines, head, bytes } = refuseFaults(await openRecord(path, { mayBeNew: false }));
  const record = { file: name, lines: lines.length, sha256: head.sha256, corrected: 0 };
  const findDrug = makeFindDrug(therapies);
  const treated = listTreated(effectiveEvents(lines), { rule, record, findDrug });
  const others = treated.filter(({ id }) => id.toLowerCase() !== caseId.toLowerCase());
  return {
    targets: targets.map((target) => withExperience(target, others, findDrug)),
    inputs: [
      {
        role: "responses",
        name,
        format: "responses",
        bytes: bytes.byteLength,
        sha256: sha256(bytes),
      },
    ],
  };
}

/** Each name is looked up once: a record names few drugs, and many times. */
function makeFindDrug(therapies: Knowledgebase["therapies"]): FindDrug {
  const known = new Map<string, string | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = findTherapy(name, therapies) ?? findTherapy(`${name} regimen`, therapies);
    const id = found?.id ?? null;
    known.set(name, id);
    return id;
  };
}

function withExperience(
  target: Target,
  others: readonly TreatedCase[],
  findDrug: FindDrug,
): Target {
  const therapy = therapyKey(target.therapy.id, findDrug);
  const genes = new Set(target.alterations.map(({ gene, label }) => gene ?? label));
  const same = others.filter(
    (each) => each.therapy === therapy && each.genes.some((gene) => genes.has(gene)),
  );
  if (same.length === 0) return target;
  const count = (state: TreatedCase["state"]): number =>
    same.filter((each) => each.state === state).length;
  const stoppedEarly = same.filter(({ isStoppedEarly }) => isStoppedEarly).length;
  return {
    ...target,
    experience: {
      rule: ruleInWords,
      treated: same.length,
      benefit: count("benefit"),
      noBenefit: count("no benefit"),
      undetermined: count("undetermined"),
      notComputable: count("not computable"),
      ...(stoppedEarly === 0 ? {} : { stoppedEarly }),
    },
  };
}
