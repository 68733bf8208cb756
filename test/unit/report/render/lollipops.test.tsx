import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { Finding } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { Lollipops } from "../../../../src/report/render/html/lollipops.tsx";
import { describeLollipops, lollipopGenes } from "../../../../src/report/render/lollipop-genes.ts";
import { sampleParts } from "../sample-report.ts";

const report = buildReport(sampleParts());
const model = report.findings.find(({ kind }) => kind === "small-variant");
if (model === undefined) throw new Error("the sample has no small variant");

function change(label: string, changes: Partial<Finding> = {}): Finding {
  const [gene = "", name = ""] = label.split(" ");
  return {
    ...model!,
    label,
    gene,
    transcript: `ENST-${gene}`,
    statements: ["a"],
    hgvs: { coding: null, protein: `p.${name}` },
    protein: { length: 766, regions: [{ name: "exon 15", start: 581, end: 620 }] },
    ...changes,
  };
}

function genesOf(...findings: readonly Finding[]) {
  return lollipopGenes({ ...report, findings: [...findings] }).genes;
}

test("changes of a gene stand on one axis at their first residue", () => {
  const [braf, ...others] = genesOf(change("BRAF V600E"), change("BRAF L597_K601del"));
  expect(others).toEqual([]);
  expect(braf?.changes.map(({ label, residue }) => [label, residue])).toEqual([
    ["BRAF V600E", 600],
    ["BRAF L597_K601del", 597],
  ]);
});

test.each([
  ["no statement speaks of it", { statements: [] }],
  ["the length of the protein is not known", { protein: undefined }],
  ["no residue is named", { hgvs: { coding: "c.1A>G", protein: null } }],
  ["it is numbered beyond the end", { hgvs: { coding: null, protein: "p.V900E" } }],
])("a change is not drawn where %s", (_, changes) => {
  expect(genesOf(change("BRAF V600E", changes))).toEqual([]);
});

test("a change on another transcript of the gene has no place on its axis", () => {
  const other = change("BRAF V640E", { transcript: "ENST-OTHER" });
  expect(genesOf(change("BRAF V600E"), other)[0]?.changes).toHaveLength(1);
});

test("at most twelve genes are drawn, and the others are counted", () => {
  const many = Array.from({ length: 20 }, (_, at) => change(`GENE${at} V600E`));
  const drawn = lollipopGenes({ findings: many });
  expect(drawn.genes).toHaveLength(12);
  expect(renderToString(<Lollipops {...drawn} />)).toContain(
    "8 more genes with such changes stand in the table only.",
  );
});

test("names that would lie over each other are left out of the drawing, and stand in its words", () => {
  const crowd = Array.from({ length: 9 }, (_, at) => change(`BRAF V${600 + at}E`));
  const svg = renderToString(<Lollipops genes={genesOf(...crowd)} undrawn={0} />);
  const drawn = [...svg.matchAll(/>(V6\d\dE)<\/text>/gu)].map(([, name]) => name);
  expect(drawn).toEqual(["V600E", "V601E"]);
  expect(svg).toContain("BRAF V608E at residue 608");
  expect(svg.match(/<circle/gu)).toHaveLength(9);
});

test("the drawing says in words what it shows", () => {
  const [gene] = genesOf(
    change("BRAF V600E", { support: { ...model?.support, vaf: 0.25 } as Finding["support"] }),
  );
  const text =
    "BRAF, 766 residues; exon 15 (581 to 620). Changes: BRAF V600E at residue 600, VAF 25.0%.";
  expect(gene && describeLollipops(gene)).toBe(text);
  const svg = renderToString(<Lollipops genes={gene ? [gene] : []} undrawn={0} />);
  expect(svg).toContain(`<desc id="protein-1-text">${text}</desc>`);
  expect(svg).not.toContain("style=");
  expect(renderToString(<Lollipops genes={[]} undrawn={0} />)).toBe("");
});
