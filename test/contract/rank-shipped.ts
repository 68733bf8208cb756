/** Ranks small cases, written as texts, by the shipped knowledgebase. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileSource } from "../../src/io/byte-source.ts";
import { knowledgebaseAsOf } from "../../src/knowledgebase/as-of.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../src/model/report.ts";
import { noEvidence, type EvidenceRequest } from "../../src/run/case-request.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";

/** The knowledgebase as it ships. */
export const shipped = await loadKnowledgebase(join(import.meta.dirname, "../../knowledgebase"));
const dated = new Map<string, typeof shipped>();

export interface SmallCase {
  readonly tumorType: string;
  /** `BRAF V600E`, or `KIT c.…`: gene and change. */
  readonly variants?: readonly string[];
  /** `ERBB2 amplification`, `PTEN deletion`. */
  readonly copies?: readonly string[];
  /** `EML4::ALK`, `::RET`. */
  readonly fusions?: readonly string[];
  /** `HER2 3+`, `PD-L1 60 TPS 22C3`. */
  readonly stains?: readonly string[];
  /** `MSI high`, `TMB 12`. */
  readonly markers?: readonly string[];
  readonly asOf?: string;
}

/** The report of a case; alterations of tumors are written as a laboratory would list them. */
export async function rankShipped(given: SmallCase): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "metaction-shipped-"));
  const table = (name: string, header: string, rows: readonly string[] = []): EvidenceRequest[] => {
    if (rows.length === 0) return [];
    const path = join(folder, name);
    writeFileSync(path, [header, ...rows, ""].join("\n"));
    return [{ source: fileSource(path) }];
  };
  const cells = (texts: readonly string[] = []): string[][] => texts.map((text) => text.split(" "));
  try {
    const list = table(
      "variants.csv",
      "gene,change",
      cells(given.variants).map(([gene, ...change]) => `${gene},${change.join(" ")}`),
    );
    return await interpretCase(
      {
        id: "shipped",
        tumorType: given.tumorType,
        ...(list[0] === undefined ? {} : { variants: list[0].source }),
        ...noEvidence,
        copyNumber: table(
          "copies.csv",
          "gene,copies",
          cells(given.copies).map(([gene, call]) => `${gene},${call === "deletion" ? 0 : 12}`),
        ),
        fusions: table(
          "fusions.csv",
          "five_prime,three_prime",
          given.fusions?.map((fusion) => fusion.replace("::", ",")),
        ),
        ihc: table(
          "stains.csv",
          "marker,score,unit,clone",
          cells(given.stains).map(
            ([marker, score, unit = "", clone = ""]) => `${marker},${score},${unit},${clone}`,
          ),
        ),
        status: table(
          "markers.csv",
          "marker,value,unit,status",
          cells(given.markers).map(([marker, value = ""]) =>
            /^\d/u.test(value) ? `${marker},${value},mutations/Mb,` : `${marker},,,${value}`,
          ),
        ),
        protein: [],
        includeFiltered: false,
        strict: false,
        allowTruncated: false,
        toolVersion: "0.0.0",
      },
      knowledgebaseOf(given.asOf),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function knowledgebaseOf(asOf: string | undefined): typeof shipped {
  if (asOf === undefined) return shipped;
  const known = dated.get(asOf) ?? knowledgebaseAsOf(shipped, asOf);
  dated.set(asOf, known);
  return known;
}

/** What a report says of a drug by itself: its rank, held back by a flag or not, or why it is not ranked. */
export function stateOf(
  { targets, blocked }: Report,
  drug: string,
): "ranked" | "flagged" | "blocked" | "resistance evidence" | "no benefit evidence" | "absent" {
  const entry = blocked.find(({ therapy }) => therapy.id === drug);
  if (entry !== undefined) return entry.kind;
  const target = targets.find(({ therapy }) => therapy.id === drug);
  if (target === undefined) return "absent";
  return target.flags.length > 0 ? "flagged" : "ranked";
}
