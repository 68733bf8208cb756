import type { Threads } from "../io/threads.ts";
import type { ByteSource } from "../io/byte-source.ts";
import { digestWhole, type Digest } from "../io/digest-source.ts";
import type { OpenedText } from "../io/open-text.ts";
import { readByIndex } from "../io/read-by-index.ts";
import type { RegionTable } from "../io/region-table.ts";
import type { Problem, ReportProblem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";

/** The way around most of a file that has an index. */
export interface Jump {
  /** Blocks of whole lines that hold all records of the regions; null when the file has to be read whole. */
  blocks(regions: RegionTable): Promise<AsyncIterable<Buffer> | null>;
  /** Of the whole stored file either way; complete once the blocks or the text are read to the end. */
  digest(): Digest;
}

/** Reads a BGZF file by its index, and the bytes of all of it for their hash: the report says which file it was. */
export function makeJump(
  source: ByteSource,
  text: OpenedText,
  { threads, report }: { readonly threads: Threads | null; readonly report: ReportProblem },
): Jump {
  let whole: Digest | null = null;

  async function* withDigest(
    blocks: AsyncIterable<Buffer>,
    hashing: Promise<Digest>,
  ): AsyncGenerator<Buffer> {
    yield* blocks;
    whole = await hashing;
  }

  return {
    async blocks(regions) {
      if (source.path === null || text.content !== "BGZF") return null;
      const blocks = await readByIndex(source.path, regions, { name: text.name, report });
      if (blocks === null) return null;
      await text.close();
      const hashing = digestWhole(source, threads);
      // Its failure is heard at the end; until then it must not count as unheard.
      hashing.catch(() => {});
      return withDigest(blocks, hashing);
    },
    digest: () => whole ?? text.digest(),
  };
}

/** Lines between those that were read are not counted, so no line has a number. */
export function withoutLine(problem: Problem): Problem {
  const { where } = problem;
  if (where?.line === undefined) return problem;
  const { line: _, ...rest } = where;
  return { ...problem, where: rest };
}

/** The same refusal without line numbers; any other error as it is. */
export function refuseWithoutLine(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.kind, error.problems.map(withoutLine), { cause: error.cause });
}
