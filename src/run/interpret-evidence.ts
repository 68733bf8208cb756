import type { Callability } from "../match/callability.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { refuse } from "../model/refusal.ts";
import type { NotAssessed, ReportInput } from "../model/report.ts";
import { findReader } from "../read/find-reader.ts";
import { type EvidenceRequests, listEvidence } from "./case-request.ts";
import { interpretCallable } from "./interpret-callable.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import { observeBurden } from "./variants/observe-burden.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";

/** What the stages of the other kinds may ask of the variant file; null: the case has none. */
export interface EvidenceContext {
  readonly variants: InterpretedVariants | null;
}

interface KindStage {
  /** What was read well enough to call is no finding (interpret-callable.ts), nor are calls from outside (interpret-outside.ts). */
  readonly list: Exclude<keyof EvidenceRequests, "callable" | "outside">;
  /** Reads and calls all files of the kind; asked only when there is at least one. */
  interpret(stage: Stage, context: EvidenceContext): Promise<InterpretedEvidence>;
}

/**
 * The stages of the files beside variants and proteins, in the order in which they run. A new one is one entry here. It is
 * loaded when the case has a file of its kind.
 */
const stages: readonly KindStage[] = [
  {
    list: "copyNumber",
    interpret: async (stage, context) => {
      const { interpretCopyNumber } = await import("./interpret-copy-number.ts");
      return await interpretCopyNumber(stage, context);
    },
  },
  {
    list: "status",
    interpret: async (stage, context) => {
      const { interpretStatus } = await import("./interpret-status.ts");
      return await interpretStatus(stage, context);
    },
  },
  {
    list: "ihc",
    interpret: async (stage, context) => {
      const { interpretIhc } = await import("./interpret-ihc.ts");
      return await interpretIhc(stage, context);
    },
  },
  {
    list: "prior",
    interpret: async (stage, context) => {
      const { interpretPrior } = await import("./interpret-prior.ts");
      return await interpretPrior(stage, context);
    },
  },
];

interface JointStage {
  readonly lists: readonly (keyof EvidenceRequests)[];
  /** Asked when one of the kinds has a file; gives what became of each kind that has. */
  interpret(stage: Stage, context: EvidenceContext): Promise<InterpretedKinds>;
}

/** The stages of kinds that speak of the same events. */
const jointStages: readonly JointStage[] = [
  {
    lists: ["structuralVariants", "fusions"],
    interpret: async (stage, context) => {
      const { interpretStructural } = await import("./interpret-structural.ts");
      return await interpretStructural(stage, context);
    },
  },
];

/** What the files of each kind gave; a kind that the case lacks is absent. */
export type InterpretedKinds = Partial<Record<keyof EvidenceRequests, InterpretedEvidence>>;

/** Everything that a case holds before its proteins are looked at. */
export interface GatheredEvidence {
  readonly kinds: InterpretedKinds;
  readonly callability: Callability | null;
  /** Those of the variant file, and those of each kind. */
  readonly observations: readonly Observation[];
  readonly available: ReadonlySet<InputNeed>;
  /** Of the kinds; the variant file's is its own. */
  readonly inputs: readonly ReportInput[];
  readonly notAssessed: readonly NotAssessed[];
}

/** Runs what was read, then the stage of every kind. Throws Refusal "input" for a file that no stage reads. */
export async function gatherEvidence(
  stage: Stage,
  variants: InterpretedVariants | null,
): Promise<GatheredEvidence> {
  const { callability, evidence: callable } = await interpretCallable(stage, variants);
  const kinds = {
    ...(await interpretEvidence(stage, { variants })),
    ...(callable === null ? {} : { callable }),
  };
  const evidence = Object.values(kinds);
  const burden = observeBurden(stage, variants);
  return {
    kinds,
    callability,
    observations: [
      ...(variants?.observations ?? []),
      ...evidence.flatMap(({ observations }) => observations),
      ...(burden === null ? [] : [burden]),
    ],
    available: new Set<InputNeed>([
      ...(variants?.available ?? []),
      ...evidence.flatMap(({ available }) => [...available]),
      ...(callability === null ? [] : (["callability"] as const)),
      ...(burden === null ? [] : (["status"] as const)),
    ]),
    inputs: evidence.flatMap(({ inputs }) => inputs),
    notAssessed: evidence.flatMap(({ notAssessed = [] }) => notAssessed),
  };
}

/** Runs the stage of every kind that the case has files of. */
async function interpretEvidence(
  stage: Stage,
  context: EvidenceContext,
): Promise<InterpretedKinds> {
  await refuseUnread(stage.request);
  const results: InterpretedKinds = {};
  for (const { list, interpret } of stages) {
    if (stage.request[list].length > 0) results[list] = await interpret(stage, context);
  }
  for (const { lists, interpret } of jointStages) {
    const isAsked = lists.some((list) => stage.request[list].length > 0);
    if (isAsked) Object.assign(results, await interpret(stage, context));
  }
  return results;
}

async function refuseUnread(request: EvidenceRequests): Promise<void> {
  const staged = new Set<keyof EvidenceRequests>([
    "callable",
    "outside",
    ...stages.map(({ list }) => list),
    ...jointStages.flatMap(({ lists }) => lists),
  ]);
  const unread = listEvidence(request).find(({ list }) => !staged.has(list));
  if (unread === undefined) return;
  const { kind, source } = unread;
  await findReader(kind, source);
  const message = `${source.name}: this version makes nothing of ${kind}`;
  throw refuse("input", "kind-not-used", message, {
    where: { file: source.name },
    hint: "Leave the file out.",
  });
}
