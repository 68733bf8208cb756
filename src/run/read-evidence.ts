import type { CallabilityReadOptions } from "../read/callable/callable-table.ts";
import { findReader } from "../read/find-reader.ts";
import type { EvidenceKind, Reader } from "../read/reader.ts";
import { caseNamesOf } from "./case-names.ts";
import type { EvidenceRequest } from "./case-request.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import type { Stage } from "./stage.ts";

type TableOf<Kind extends EvidenceKind> = Awaited<
  ReturnType<Extract<EvidenceReader, { input: Kind }>["read"]>
>;
type Asked = Pick<CallabilityReadOptions, "callsAt">;
type EvidenceReader = Extract<Reader, { input: EvidenceKind }>;

/**
 * Reads every file of one kind in the order of the request. `variants`: those of the case, whose sample is asked for where the request states none.
 * `callsAt`: for readers of coverage. Throws Refusal "input" for a file that no reader, or more than one, knows.
 */
export async function readEvidence<Kind extends EvidenceKind>(
  kind: Kind,
  requests: readonly EvidenceRequest[],
  { request, report, callsAt }: Pick<Stage, "request" | "report"> & Asked,
  variants: Pick<InterpretedVariants, "tumorSample"> | null,
): Promise<TableOf<Kind>[]> {
  const tables: TableOf<Kind>[] = [];
  for (const { source, sample } of requests) {
    const reader: EvidenceReader = await findReader(kind, source);
    const options = { sample, caseNames: caseNamesOf(request, variants), report };
    tables.push(
      (await reader.read(source, {
        ...options,
        callsAt,
        strict: request.strict,
      })) as TableOf<Kind>,
    );
  }
  return tables;
}
