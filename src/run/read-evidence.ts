import { findReader } from "../read/find-reader.ts";
import type { EvidenceKind, Reader } from "../read/reader.ts";
import type { EvidenceRequest } from "./case-request.ts";
import type { Stage } from "./stage.ts";

type TableOf<Kind extends EvidenceKind> = Awaited<
  ReturnType<Extract<EvidenceReader, { input: Kind }>["read"]>
>;
type EvidenceReader = Extract<Reader, { input: EvidenceKind }>;

/**
 * Reads every file of one kind in the order of the request. `tumorSample`: the case's name where the request gives none. Throws
 * Refusal "input" for a file that no reader, or more than one, knows.
 */
export async function readEvidence<Kind extends EvidenceKind>(
  kind: Kind,
  requests: readonly EvidenceRequest[],
  { request, report }: Pick<Stage, "request" | "report">,
  tumorSample?: string,
): Promise<TableOf<Kind>[]> {
  const tables: TableOf<Kind>[] = [];
  for (const { source, sample } of requests) {
    const reader: EvidenceReader = await findReader(kind, source);
    const options = { sample: sample ?? tumorSample, report, strict: request.strict };
    tables.push((await reader.read(source, options)) as TableOf<Kind>);
  }
  return tables;
}
