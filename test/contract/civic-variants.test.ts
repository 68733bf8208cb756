import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { callEffects } from "../../src/annotate/call-effects.ts";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { parseProteinChange, sameProteinChange } from "../../src/annotate/protein-change.ts";
import { placeAllele } from "../../src/knowledgebase/import/reference/place-allele.ts";
import { normalizeContig } from "../../src/model/contig-name.ts";
import { shared } from "./check-shared-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const models = openPackedModels(
  readFileSync(`${root}knowledgebase/gene-models.txt`),
  "gene-models.txt",
).of("GRCh37");
const path = `${shared}data/kb/civic/01-Aug-2021-VariantSummaries.tsv.gz`;

/** Where our call of CIViC's allele has another name than CIViC, and why. */
const lostStart = "what replaces a lost start codon is not known: M1?";
const duplicated = "a duplication: dup goes before ins";
const firstChanged =
  "CIViC names the codon that is hit, HGVS the first residue that changes behind it";
const reasons: Readonly<Record<string, string>> = {
  "BRCA1 M1I": lostStart,
  "BRCA2 M1I": lostStart,
  "BRCA2 M1R": lostStart,
  "MLH1 M1L": lostStart,
  "EGFR D770_N771insSVD": duplicated,
  "EGFR H773_V774insNPH": duplicated,
  "ERBB2 P780INS": duplicated,
  "EGFR D770_N771insGY": "CIViC's allele takes D770 as well: D770delinsGY",
  "MLH1 P536FS": firstChanged,
  "MSH2 E28FS": firstChanged,
  "PTEN V317FS": firstChanged,
  "VHL K159fs (c.477_478insCA)": firstChanged,
  "VHL L153fs (c.457delC)": firstChanged,
  "VHL P103FS (c.309_310delTG)": firstChanged,
  "VHL P154fs (c.462delA)": firstChanged,
  "VHL R60FS (c.179delG)": firstChanged,
};

function readVariants(): ReadonlyMap<string, string>[] {
  const [head = "", ...lines] = gunzipSync(readFileSync(path))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return new Map(columns.map((column, at) => [column, cells[at] ?? ""]));
  });
}

const baseAt =
  (contig: string) =>
  (position: number): string | undefined => {
    const base = models.bases(contig, position, position);
    return base === "N" ? undefined : base;
  };

interface Compared {
  readonly name: string;
  readonly outcome: "agrees" | "not covered" | "differs";
  readonly found: readonly string[];
}

/** Null for a variant without an allele or without a protein change in its name. */
function compare(row: ReadonlyMap<string, string>): Compared | null {
  const cell = (column: string): string => row.get(column) ?? "";
  const gene = cell("gene");
  const expected = parseProteinChange(cell("variant"));
  const contig = normalizeContig(cell("chromosome"));
  const [ref, alt] = [cell("reference_bases"), cell("variant_bases")];
  if (expected === null || expected.start === 0 || contig === null || ref + alt === "") return null;
  const stated = { contig, start: Number(cell("start")), end: Number(cell("stop")), ref, alt };
  const placed = placeAllele(stated, baseAt(contig));
  const name = `${gene} ${cell("variant")}`;
  const called =
    placed === null
      ? []
      : callEffects({ assembly: "GRCh37", ...placed }, models, (symbol) => symbol);
  const changes = called.flatMap((own) =>
    own.gene === gene && own.proteinChange ? [own.proteinChange] : [],
  );
  const found = [...new Set(changes)];
  if (found.length === 0) return { name, outcome: "not covered", found };
  const agrees = found.some((text) => {
    const own = parseProteinChange(text);
    return own !== null && (own.text === expected.text || sameProteinChange(own, expected));
  });
  return { name, outcome: agrees ? "agrees" : "differs", found };
}

describe.skipIf(!existsSync(path))("CIViC's variants of August 2021", () => {
  const rows = existsSync(path) ? readVariants() : [];
  const compared = rows.flatMap((row) => compare(row) ?? []);
  const of = (outcome: Compared["outcome"]) => compared.filter((one) => one.outcome === outcome);

  test("are all read", () => {
    expect(rows).toHaveLength(1_469);
    expect(compared.length).toBeGreaterThanOrEqual(614);
  });

  test("give their protein change wherever our coding sequence covers them, but for those with a reason", () => {
    expect(of("agrees").length).toBeGreaterThanOrEqual(474);
    expect(of("not covered").length).toBeLessThanOrEqual(124);
    const differing = of("differs").map(({ name }) => name);
    expect(differing.toSorted()).toEqual(Object.keys(reasons).toSorted());
  });
});
