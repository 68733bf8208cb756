/** Fusion names of CIViC: `EML4-ALK`, `ALK FUSIONS`, `BCR-ABL T315I`. */
import { otherAssay } from "./other-assay-names.ts";
import { skip } from "./skip-reasons.ts";
import type { NamedConstraint, NameReading, VariantShape } from "./variant-shape.ts";

/** Names of fusion partners that are no current symbol. */
const partnerSymbols: ReadonlyMap<string, string> = new Map([
  ["ABL", "ABL1"],
  ["MGEA5", "OGA"],
  ["MLL", "KMT2A"],
  ["NPM", "NPM1"],
  ["RCSD", "RCSD1"],
  ["ZNF198", "ZMYM2"],
  ["ZNF340", "ZBTB46"],
]);

/** Partners that no gene is called by: `WASFL-BRAF`. */
const unknownPartners = new Set(["WASFL"]);

/** Genes with a dash in their own symbol do not occur as partners in CIViC. */
const pairPattern = /^([A-Z0-9]{2,})-([A-Z0-9]{2,})(?:\s+(.+))?$/;

interface FusionReading {
  readonly fusion: NamedConstraint;
  readonly rest: string;
  readonly breakpoint?: VariantShape;
}

/** The fusion of a name and what follows it (`T315I`, `and AMPLIFICATION`); null when the name is of no fusion. */
export function readFusion(
  name: string,
  gene: string,
): FusionReading | Extract<NameReading, { skipped: unknown }> | null {
  // A fusion that cuts the gene's product short, whatever the partner.
  if (/^TRUNCATING FUSION$/i.test(name)) {
    return atBreakpoint({ type: "fusion", gene }, gene, "truncating");
  }
  const promiscuous = /^(?:([A-Z0-9]+) )?(?:FUSIONS?|REARRANGEMENT)(?: (.+))?$/i.exec(name);
  if (promiscuous) {
    const [, named = gene, rest = ""] = promiscuous;
    return { fusion: { type: "fusion", gene: named }, rest };
  }
  const intron = /^(intron \d+) rearrangement$/i.exec(name)?.[1];
  if (intron !== undefined) return atBreakpoint({ type: "fusion", gene }, gene, intron);
  const pair = pairPattern.exec(name);
  if (!pair) return null;
  const [, first = "", second = "", rest = ""] = pair;
  if (unknownPartners.has(first)) return skip("unknown-gene");
  const fivePrime = partnerSymbols.get(first) ?? first;
  const threePrime = partnerSymbols.get(second) ?? second;
  // CIViC writes some pairs with the gene of the record first whatever its side, so that its order says nothing.
  const order = fivePrime === gene ? ({ ordered: false } as const) : {};
  const fusion: NamedConstraint = { type: "fusion", fivePrime, threePrime, ...order };
  const isBreakpoint = /^(?:[A-Z]?\d+[;-][A-Z]?\d+|Type \d)$/i.test(rest);
  return isBreakpoint ? atBreakpoint(fusion, gene, rest) : { fusion, rest };
}

/** The fusion can be seen, and which exons it joins cannot. */
function atBreakpoint(fusion: NamedConstraint, gene: string, detail: string): FusionReading {
  return { fusion, rest: "", breakpoint: otherAssay(gene, "breakpoint of a fusion", detail) };
}
