import { join } from "node:path";
import { truncateFile } from "../../io/append-file.ts";
import { sha256 } from "../../io/sha256.ts";
import { writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import { Refusal } from "../../model/refusal.ts";
import { readRecord } from "../../responses/read-record.ts";
import type { Terminal } from "../terminal.ts";
import { appendLines, readStudy, recordName, whileLocked } from "./study-record.ts";

/** Faults of the end of a record that only its head tells of. */
const lost: ReadonlySet<string> = new Set(["record-cut", "record-rewritten"]);

/**
 * Makes a record that ends in a part of a line one that can be added to, and loses no byte: the part goes into a file of its own first. A
 * line that lacks its line feed alone gets it. Throws Refusal "input" for every other fault: those are not for a program to mend.
 */
export async function repairResponse(
  { study }: { readonly study: string },
  terminal: Terminal,
): Promise<void> {
  const text = await whileLocked(study, async () => {
    const record = await readStudy(study, { mayBeNew: false });
    const { tornAt, problems, bytes, path, known } = record;
    const others = problems.filter(({ code }) => code !== "record-torn");
    if (others.length > 0) throw new Refusal("input", others);
    if (tornAt === null) return `${recordName}: nothing to repair\n`;
    const ended = readRecord(Buffer.concat([bytes, Buffer.from("\n")]), {
      file: recordName,
      known,
    });
    // A line feed on the last line that is left must not hide that there were more.
    const cut = ended.problems.filter(({ code }) => lost.has(code));
    if (cut.length > 0) throw new Refusal("input", cut);
    if (ended.problems.length === 0) {
      await appendLines(study, "\n", ended.head);
      return `${recordName}: line ${ended.head.seq} is whole and got its line feed\n`;
    }
    const torn = bytes.subarray(tornAt);
    const aside = `responses.torn-${record.head.seq + 1}-${sha256(torn).slice(0, 8)}`;
    await writeFileAtomic(join(study, aside), torn, { noClobber: false });
    await truncateFile(path, tornAt);
    return `${recordName}: the ${torn.length} bytes of the torn line ${record.head.seq + 1} are in ${aside}; add its event again\n`;
  });
  await writeToStream(terminal.stdout, text);
}
