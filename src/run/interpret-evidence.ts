import { refuse } from "../model/refusal.ts";
import { findReader } from "../read/find-reader.ts";
import { type EvidenceRequests, listEvidence } from "./case-request.ts";
import { interpretCopyNumber } from "./interpret-copy-number.ts";
import { interpretIhc } from "./interpret-ihc.ts";
import { interpretStatus } from "./interpret-status.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";

/** What the stages of the other kinds may ask of the variant file; null: the case has none. */
export interface EvidenceContext {
  readonly variants: InterpretedVariants | null;
}

interface KindStage {
  readonly list: keyof EvidenceRequests;
  /** Reads and calls all files of the kind; asked only when there is at least one. */
  interpret(stage: Stage, context: EvidenceContext): Promise<InterpretedEvidence>;
}

/** The stages of the files beside variants and proteins, in the order in which they run. A new one is one line here. */
const stages: readonly KindStage[] = [
  { list: "copyNumber", interpret: interpretCopyNumber },
  { list: "status", interpret: interpretStatus },
  { list: "ihc", interpret: interpretIhc },
];

/** What the files of each kind gave; a kind that the case lacks is absent. */
export type InterpretedKinds = Partial<Record<keyof EvidenceRequests, InterpretedEvidence>>;

/** Runs the stage of every kind that the case has files of. Throws Refusal "input" for a file that no stage reads. */
export async function interpretEvidence(
  stage: Stage,
  context: EvidenceContext,
): Promise<InterpretedKinds> {
  await refuseUnread(stage.request);
  const results: InterpretedKinds = {};
  for (const { list, interpret } of stages) {
    if (stage.request[list].length > 0) results[list] = await interpret(stage, context);
  }
  return results;
}

async function refuseUnread(request: EvidenceRequests): Promise<void> {
  const staged = new Set(stages.map(({ list }) => list));
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
