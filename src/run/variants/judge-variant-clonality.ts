import type { AskCopies } from "../../annotate/copy-number/ask-copies.ts";
import { judgeClonality } from "../../assess/clonality/judge-clonality.ts";
import type { Clonality } from "../../model/clonality.ts";
import type { Allele } from "../../model/locus.ts";
import type { Observation } from "../../model/observation.ts";
import type { CaseRequest } from "../case-request.ts";
import type { InterpretedKinds } from "../interpret-evidence.ts";

/** The purity that the case states, else the one that a file of markers states beside them. Null for any other kind than a small variant. */
export function makeClonalityOf(
  request: CaseRequest,
  { copyNumber, status }: InterpretedKinds,
): (observation: Observation) => Clonality | null {
  const purity =
    request.purity === undefined
      ? (status?.purity ?? null)
      : { value: request.purity, from: "as the case states it" };
  const askCopies = copyNumber?.copiesAt ?? null;
  return ({ alteration, support, label }) =>
    alteration.kind !== "small-variant" || support.kind !== "reads"
      ? null
      : judgeClonality({ label, support, purity, copies: copiesAt(alteration.allele, askCopies) });
}

function copiesAt(allele: Allele | null, askCopies: AskCopies | null) {
  if (askCopies === null) return null;
  if (allele === null) return "no place";
  const { assembly, contig, position, ref } = allele;
  return askCopies({ assembly, contig, start: position, end: position + ref.length - 1 });
}
