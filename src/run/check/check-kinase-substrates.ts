import type { ByteSource } from "../../io/byte-source.ts";
import { readKinaseSubstrates } from "../../read/proteins/names/kinase-substrates.ts";
import { gatherFindings, type CheckedFile } from "./check-input.ts";

/** Checks the table of kinases and their substrate sites of a case, as `annotate` reads it. */
export async function checkKinaseSubstrates(source: ByteSource): Promise<CheckedFile> {
  return await gatherFindings(source, async (findings) => {
    findings.format = "kinase-substrates";
    await readKinaseSubstrates(source, { report: findings.report, strict: false });
  });
}
