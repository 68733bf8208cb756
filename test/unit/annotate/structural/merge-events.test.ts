import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeEvents } from "../../../../src/annotate/structural/merge-events.ts";
import type { StructuralEvent } from "../../../../src/annotate/structural/structural-event.ts";
import type { ExonChange, Fusion } from "../../../../src/model/alteration.ts";

let line = 0;

function event(
  alteration: Fusion | ExonChange,
  {
    caller = "A",
    reads = 10,
    confidence = null as string | null,
    failedFilters = [] as string[],
  } = {},
): StructuralEvent {
  line += 1;
  const support = { junctionReads: reads, spanningReads: null, rule: "reads", confidence };
  const file = `${caller}.tsv`;
  return {
    alteration,
    call: { source: 0, caller, file, line, sample: null, support, failedFilters },
  };
}

function fusion(text: string, more: Partial<Fusion> = {}): Fusion {
  const [fivePrime = null, threePrime = null] = text
    .split("::")
    .map((gene) => (gene === "?" ? null : gene));
  return { kind: "fusion", fivePrime, threePrime, inFrame: null, ...more };
}

const merge = (...events: StructuralEvent[]) =>
  mergeEvents(events, (gene) => gene === "ALK").map(({ observation }) => observation);

describe("calls of one fusion", () => {
  test("by several callers are one event with its callers and the reads of the best", () => {
    const merged = merge(
      event(fusion("EML4::ALK"), { caller: "B", reads: 3 }),
      event(fusion("EML4::ALK", { inFrame: true }), { caller: "A", reads: 12 }),
      event(fusion("EML4::ALK", { inFrame: false }), { caller: "C", reads: 5 }),
    );
    expect(merged).toMatchObject([
      {
        id: "fusion:EML4::ALK",
        label: "EML4::ALK",
        gene: "ALK",
        alteration: { fivePrime: "EML4", threePrime: "ALK", inFrame: true },
        support: { junctionReads: 12, callers: ["A", "B", "C"] },
        provenance: { file: "A.tsv" },
      },
    ]);
    expect(merged[0]?.alteration).not.toHaveProperty("reciprocal");
  });

  test.each([
    // what is called; label, reciprocal, ordered
    [["EML4::ALK 9", "ALK::EML4 3"], "EML4::ALK", true, true],
    [["EML4::ALK 3", "ALK::EML4 9"], "ALK::EML4", true, true],
    [["EML4::ALK+ 3", "ALK::EML4 9"], "EML4::ALK", true, true],
    [["EML4::ALK- 9", "ALK::EML4 3"], "ALK::EML4", true, true],
    [["EML4::ALK 3", "ALK::EML4? 9"], "EML4::ALK", false, true],
    [["ALK::EML4? 9", "EML4::ALK? 3"], "ALK::EML4", false, false],
  ] as const)("in both products, %j, are one event", (calls, label, reciprocal, ordered) => {
    const merged = merge(
      ...calls.map((call) => {
        const [name = "", reads] = call.split(" ");
        const sign = /[-+?]$/.exec(name)?.[0];
        const more: Partial<Fusion> = sign === "?" ? { ordered: false } : {};
        const inFrame = sign === "+" ? true : sign === "-" ? false : null;
        const partners = name.replace(/[-+?]$/, "");
        return event(fusion(partners, { ...more, inFrame }), { reads: Number(reads) });
      }),
    );
    expect(merged.map((each) => each.label)).toEqual([label]);
    const [{ alteration } = { alteration: undefined }] = merged;
    expect(alteration).toMatchObject({ kind: "fusion" });
    expect("reciprocal" in (alteration as Fusion)).toBe(reciprocal);
    expect("ordered" in (alteration as Fusion)).toBe(!ordered);
  });

  test("stay apart from those of other partners and of partners that are not known", () => {
    const labels = merge(
      event(fusion("EML4::ALK")),
      event(fusion("KIF5B::ALK")),
      event(fusion("?::ALK", { open: "partner" })),
      event(fusion("ALK::?", { open: "partner" })),
    ).map(({ label }) => label);
    expect(labels).toEqual(["?::ALK", "ALK::?", "EML4::ALK", "KIF5B::ALK"]);
  });

  test("settle by one call what another leaves open", () => {
    const [merged] = merge(
      event(fusion("ALK::EML4", { ordered: false, open: "orientation" }), { reads: 50 }),
      event(fusion("EML4::ALK", { kinaseDomain: "kept" }), { reads: 2 }),
    );
    expect(merged?.alteration).toEqual(fusion("EML4::ALK", { kinaseDomain: "kept" }));
  });

  test("keep a kinase domain that one caller finds, and no promoter swap in frame", () => {
    const [merged] = merge(
      event(fusion("EML4::ALK", { kinaseDomain: "lost", promoterSwap: true })),
      event(fusion("EML4::ALK", { kinaseDomain: "kept", inFrame: true })),
    );
    expect(merged?.alteration).toEqual(
      fusion("EML4::ALK", { kinaseDomain: "kept", inFrame: true }),
    );
  });

  test("are named by the product that keeps the kinase, whatever the reads and the frame of the other", () => {
    const [merged] = merge(
      event(fusion("ALK::EML4", { kinaseDomain: "lost", inFrame: true }), { reads: 90 }),
      event(fusion("EML4::ALK", { inFrame: false }), { reads: 4 }),
    );
    expect(merged?.alteration).toEqual(fusion("EML4::ALK", { inFrame: false, reciprocal: true }));
    expect(merged?.support).toMatchObject({ junctionReads: 4 });
  });

  test("take a promoter swap from the product that leads alone", () => {
    const [merged] = merge(
      event(fusion("EML4::ALK", { inFrame: false })),
      event(fusion("ALK::EML4", { kinaseDomain: "lost", promoterSwap: true })),
    );
    expect(merged?.alteration).toEqual(fusion("EML4::ALK", { inFrame: false, reciprocal: true }));
  });

  test("are told by the caller that does not doubt, whatever the reads", () => {
    const [merged] = merge(
      event(fusion("EML4::ALK"), { caller: "A", reads: 90, confidence: "LowConfidence" }),
      event(fusion("EML4::ALK"), { caller: "B", reads: 4, confidence: "high" }),
    );
    expect(merged?.support).toMatchObject({ junctionReads: 4, confidence: "high" });
  });

  test("say that they failed a filter only when all of them did", () => {
    const failed = event(fusion("EML4::ALK"), { failedFilters: ["LowQual"], reads: 90 });
    expect(merge(failed)[0]?.support).toMatchObject({ failedFilters: ["LowQual"] });
    const [merged] = merge(failed, event(fusion("EML4::ALK"), { reads: 4 }));
    expect(merged?.support).not.toHaveProperty("failedFilters");
  });
});

describe("calls of exons lost or doubled", () => {
  const lost = (from: number, to: number, more: Partial<ExonChange> = {}): ExonChange => ({
    kind: "exon-change",
    gene: "EGFR",
    change: "deletion",
    exons: { from, to },
    ...more,
  });

  test("are one event where the exons are the same", () => {
    const merged = merge(
      event(lost(2, 7), { caller: "A" }),
      event(lost(2, 7, { inFrame: true }), { caller: "B" }),
      event(lost(2, 6)),
      event(lost(4, 4, { partial: true })),
      event({ ...lost(2, 7), change: "duplication" }),
      event({ ...lost(2, 7), exons: null }),
    );
    expect(merged.map(({ label }) => label)).toEqual([
      "EGFR deletion of exons 2-6",
      "EGFR deletion of exons 2-7",
      "EGFR partial deletion of exon 4",
      "EGFR deletion of exons",
      "EGFR duplication of exons 2-7",
    ]);
    expect(merged[1]).toMatchObject({
      id: "exon-change:EGFR:deletion:2-7",
      gene: "EGFR",
      alteration: { inFrame: true },
      support: { callers: ["A", "B"] },
    });
  });
});

test("the order of the calls does not matter", () => {
  const events = [
    event(fusion("EML4::ALK"), { caller: "A", reads: 9 }),
    event(fusion("ALK::EML4", { inFrame: true }), { caller: "B", reads: 2 }),
    event(fusion("EML4::ALK", { ordered: false }), { caller: "C", reads: 9 }),
    event(fusion("EML4::ALK"), { caller: "D", reads: 9, confidence: "low" }),
    event(fusion("?::ALK", { open: "partner" })),
  ];
  const expected = JSON.stringify(merge(...events));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(events, { minLength: events.length }),
      (shuffled) => JSON.stringify(merge(...shuffled)) === expected,
    ),
  );
});
