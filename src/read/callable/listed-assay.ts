import { failedFilters } from "../vcf/failed-filters.ts";
import type { ReadInfo } from "../vcf/info.ts";

export interface ListedAssay {
  readonly assay: "copy-number" | "fusions";
  /** Empty: the assay gave no result. */
  readonly genes: readonly string[];
}

interface Listed {
  readonly id: string;
  readonly alt: string;
  readonly filter: string;
  readonly info: ReadInfo;
}

/**
 * A line in which a panel lists an assay beside its hotspots (Ion Torrent Oncomine, spec clinical 5.1): `<CNV>` of the gene in ID, and
 * `SVTYPE=Fusion` of the pair in ID (`EML4-ALK.E13A20.COSF408`). Null for every other record. A gene without a call
 * (NOCALL) was not measured; a fusion assay that FAILs for want of reads was looked at.
 */
export function readListedAssay({ id, alt, filter, info }: Listed): ListedAssay | null {
  const type = info.values.get("SVTYPE");
  if (alt === "<CNV>" && type === "CNV") {
    const isMeasured = failedFilters(filter).length === 0 && isSymbol(id);
    return { assay: "copy-number", genes: isMeasured ? [id] : [] };
  }
  if (type !== "Fusion") return null;
  const [pair = ""] = id.split(".");
  const partners = pair.split("-");
  const isRead = failedFilters(filter).every((name) => name !== "NOCALL");
  const isPair = partners.length === 2 && partners.every(isSymbol);
  return { assay: "fusions", genes: isRead && isPair ? partners : [] };
}

function isSymbol(text: string): boolean {
  return /^[A-Z][A-Z0-9orf]{1,19}$/.test(text);
}
