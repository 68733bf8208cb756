import { describe, expect, test } from "vitest";
import type { Phase } from "../../../../src/model/observation.ts";
import { groupNeighbors, type Neighbor } from "../../../../src/run/variants/group-neighbors.ts";

interface Given {
  readonly phase?: Phase;
  readonly vaf?: number;
  readonly depth?: number;
}

/** `10:A:T` on chromosome 1. */
function neighbor(text: string, { phase, vaf = 0.3, depth = 100 }: Given = {}): Neighbor {
  const [position, ref = "", alt = ""] = text.split(":");
  const allele = { assembly: "GRCh38", contig: "1", position: Number(position), ref, alt } as const;
  return { id: text, allele, phase, support: { vaf, depth, altReads: null } };
}

const ids = (...neighbors: Neighbor[]): string[][] =>
  groupNeighbors(neighbors).map(({ members }) => members.map(({ id }) => id));
const onCopy = (...haplotypes: number[]): Given => ({ phase: { set: "PS 7", haplotypes } });

describe("variants that the file phases", () => {
  test("are one group when they lie on one copy, beside each other or one base apart", () => {
    expect(ids(neighbor("10:A:T", onCopy(1)), neighbor("11:C:G", onCopy(1)))).toHaveLength(1);
    expect(ids(neighbor("12:C:G", onCopy(1)), neighbor("10:A:T", onCopy(1)))).toEqual([
      ["10:A:T", "12:C:G"],
    ]);
    expect(ids(neighbor("10:A:T", onCopy(1)), neighbor("16:C:G", onCopy(1)))).toEqual([]);
  });

  test("are one wide group when they are of neighboring codons", () => {
    const three = [
      neighbor("10:A:T", onCopy(1)),
      neighbor("11:C:G", onCopy(1)),
      neighbor("14:C:G", onCopy(1)),
    ];
    expect(groupNeighbors(three)).toMatchObject([
      { isWide: false, isAdjacent: true, members: [{}, {}] },
      { isWide: true, isAdjacent: false, members: [{}, {}, {}] },
    ]);
  });

  test("are apart on two copies, however well their fractions agree", () => {
    expect(ids(neighbor("10:A:T", onCopy(0)), neighbor("11:C:G", onCopy(1)))).toEqual([]);
  });

  test("are one group, once, when one is homozygous or both are", () => {
    expect(ids(neighbor("10:A:T", onCopy(0, 1)), neighbor("11:C:G", onCopy(1)))).toHaveLength(1);
    expect(ids(neighbor("10:A:T", onCopy(0, 1)), neighbor("11:C:G", onCopy(0, 1)))).toHaveLength(1);
  });

  test("are read on while the frame is not restored", () => {
    const shift = [neighbor("10:AC:A", onCopy(1)), neighbor("25:G:GT", onCopy(1))];
    expect(ids(...shift)).toEqual([["10:AC:A", "25:G:GT"]]);
    expect(ids(...shift, neighbor("36:A:T", onCopy(1)))).toHaveLength(1);
    expect(ids(neighbor("10:ACTG:A", onCopy(1)), neighbor("25:G:T", onCopy(1)))).toEqual([]);
  });

  test("are not joined over bases that both change", () => {
    expect(ids(neighbor("10:ACTG:A", onCopy(1)), neighbor("12:T:G", onCopy(1)))).toEqual([]);
  });
});

describe("substitutions that nothing phases", () => {
  test("are one group when they are adjacent and their fractions agree", () => {
    const [group] = groupNeighbors([neighbor("10:A:T"), neighbor("11:C:G", { vaf: 0.33 })]);
    expect(group).toMatchObject({ isPhased: false, isAdjacent: true });
    expect(ids(neighbor("10:A:T"), neighbor("12:C:G"))).toEqual([]);
    expect(ids(neighbor("10:A:T"), neighbor("11:C:G", { vaf: 0.9 }))).toEqual([]);
    expect(ids(neighbor("10:A:T"), neighbor("11:C:CG"))).toEqual([]);
  });

  test("agree more easily where few reads tell", () => {
    const pair = (depth: number) => [
      neighbor("10:A:T", { vaf: 0.3, depth }),
      neighbor("11:C:G", { vaf: 0.5, depth }),
    ];
    expect(ids(...pair(20))).toHaveLength(1);
    expect(ids(...pair(500))).toEqual([]);
  });

  test("are apart where the reads are not stated", () => {
    const silent = { ...neighbor("11:C:G"), support: { vaf: 0.3, depth: null, altReads: null } };
    expect(ids(neighbor("10:A:T"), silent)).toEqual([]);
  });
});
