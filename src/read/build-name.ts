import type { Assembly } from "../model/locus.ts";

const buildNames: readonly (readonly [RegExp, Assembly])[] = [
  [/^(?:37|hg19|b37|hs37d5|grch37(?:[-._].*)?)$/i, "GRCh37"],
  [/^(?:38|hg38|hs38.*|grch38(?:[-._].*)?)$/i, "GRCh38"],
];

/** The genome build that a cell names: `37`, `hg19`, `GRCh38.p14`. Null for any other text. */
export function readBuildName(text: string): Assembly | null {
  return buildNames.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
