import { describe, expect, it } from "vitest";
import { findRestoredFrames } from "../../../../src/assess/caveats/restored-frame.ts";
import type { Observation } from "../../../../src/model/observation.ts";

interface Seen {
  change: string;
  term: string;
  gene?: string;
  position?: number;
  /** Bases of the reference, bases that stand in their place. */
  size?: readonly [number, number];
}

function seen({ change, term, gene = "BRCA2", position = 1000, size = [2, 1] }: Seen): Observation {
  const [ref, alt] = size.map((length) => "A".repeat(length));
  const allele = { assembly: "GRCh38", contig: "13", position, ref, alt } as const;
  const rest = { transcript: null, codingChange: null, exon: null, preferred: true } as const;
  const source = "CSQ" as const;
  const consequences = [{ gene, proteinChange: change, terms: [term], source, ...rest }];
  return {
    id: `${gene} ${change}`,
    label: `${gene} ${change}`,
    gene,
    alteration: {
      kind: "small-variant",
      allele: { ...allele, ref: ref ?? "", alt: alt ?? "" },
      consequences,
      populationFrequency: null,
    },
    support: { kind: "reads", vaf: 0.3, depth: 50, altReads: 15, rule: null, genotype: "absent" },
    provenance: { file: "a.vcf", line: 1, sample: null },
  };
}

const germline = seen({ change: "S1982Rfs*22", term: "frameshift_variant" });
const second = { change: "K1984Ifs*18", term: "frameshift_variant", position: 1005 };
const told = (first: Observation, ...others: Observation[]): string[] => {
  const all = new Map([first, ...others].map((each) => [each.id, each]));
  return findRestoredFrames(first, all).map(({ text }) => text);
};

describe("two frameshifts", () => {
  it("that keep the frame together near each other may restore the protein", () => {
    const texts = told(germline, seen({ ...second, size: [3, 1] }));
    expect(texts).toEqual([
      expect.stringMatching(/^BRCA2 K1984Ifs\*18 and BRCA2 S1982Rfs\*22 keep the reading frame/),
    ]);
    // The pair is named alike from either side.
    expect(told(seen({ ...second, size: [3, 1] }), germline)).toEqual(texts);
    expect(told(germline, seen({ ...second, size: [1, 2] }))).toHaveLength(1);
  });
  it("that do not, that lie far apart or in two genes say nothing", () => {
    expect(told(germline, seen({ ...second, size: [2, 1] }))).toEqual([]);
    expect(told(germline, seen({ ...second, size: [3, 1], position: 1301 }))).toEqual([]);
    expect(told(germline, seen({ ...second, size: [3, 1], gene: "BRCA1" }))).toEqual([]);
    expect(told(germline)).toEqual([]);
  });
});

describe("a change with many partners", () => {
  const others = [900, 1290, 1010, 980, 1150].map((position) =>
    seen({ change: `K${position}fs`, term: "frameshift_variant", size: [3, 1], position }),
  );
  it("is told with the three that lie nearest", () => {
    const texts = told(germline, ...others);
    const partners = texts.map((text) => /BRCA2 K(\d+)fs/.exec(text)?.[1]);
    expect(partners).toEqual(["1010", "980", "900"]);
  });
});

describe("an early stop", () => {
  const stop = seen({ change: "E1493*", term: "stop_gained", size: [1, 1] });
  const deletion = (change: string): Observation =>
    seen({ change, term: "inframe_deletion", size: [13, 1] });
  it("whose codon a deletion within the frame takes out may be reverted", () => {
    expect(told(stop, deletion("Q1492_D1495del"))[0]).toContain(
      "are an early stop and a deletion of its codon",
    );
    expect(told(deletion("Q1492_D1495del"), stop)).toHaveLength(1);
  });
  it("that the deletion does not reach, or a frameshift beside a deletion in the frame, says nothing", () => {
    expect(told(stop, deletion("D1495_F1498del"))).toEqual([]);
    expect(told(germline, deletion("Q1492_D1495del"))).toEqual([]);
  });
});
