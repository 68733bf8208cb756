/** Reads the variant names of CIViC. One rule set a family of names; the first that knows the name decides. */
import { readOtherAssay } from "./other-assay-names.ts";
import { readFusion } from "./fusion-names.ts";
import { readGeneName } from "./gene-names.ts";
import { readChange, readProteinName } from "./protein-names.ts";
import { readRegion } from "./region-names.ts";
import { skip, skippedNames } from "./skip-reasons.ts";
import type { NameReading, VariantShape } from "./variant-shape.ts";

/** The alterations that a variant name of CIViC means, or a coded reason why it cannot be said. */
export function readVariantName(rawName: string, gene: string): NameReading {
  const name = rawName
    .trim()
    .replaceAll(/\s+/g, " ")
    .replace(/\bmutations$/i, "MUTATION");
  return (
    skippedNames.get(name.toUpperCase()) ??
    readOtherAssay(name, gene) ??
    readGeneName(name, gene) ??
    readRegion(name, gene) ??
    readFusionName(name, gene) ??
    readSeveral(name, gene) ??
    readProteinName(name, gene) ??
    skip("unreadable-name")
  );
}

function readFusionName(name: string, gene: string): NameReading | null {
  const found = readFusion(name, gene);
  if (!found || "skipped" in found) return found;
  if (found.breakpoint) return { shapes: [found.fusion, found.breakpoint] };
  if (found.rest === "") return { shapes: [found.fusion] };
  const rest = readSeveral(found.rest, gene) ?? readVariantName(found.rest, gene);
  return "skipped" in rest ? rest : { shapes: [found.fusion, ...rest.shapes] };
}

/** `A and B`, `C1156Y-L1198F`, `E255K V299L`: all of them together. */
function readSeveral(name: string, gene: string): NameReading | null {
  const parts = name
    .replace(/^and /i, "")
    .split(/ and | (?=[A-Z]\d+[A-Z]\b)|(?<=\d[A-Z])-(?=[A-Z]\d)/);
  if (parts.length < 2) return /^and /i.test(name) ? readVariantName(name.slice(4), gene) : null;
  const readings = parts.map((part) => {
    const change = readChange(part, gene);
    return change ? { shapes: [change] } : readVariantName(part, gene);
  });
  const shapes: VariantShape[] = [];
  for (const reading of readings) {
    if ("skipped" in reading) return null;
    shapes.push(...reading.shapes);
  }
  return { shapes };
}
