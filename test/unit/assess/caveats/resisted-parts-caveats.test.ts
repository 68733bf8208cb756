import { expect, test } from "vitest";
import { findResistedPartsCaveats } from "../../../../src/assess/caveats/resisted-parts-caveats.ts";
import type { BlockedTherapy, EvidenceRow } from "../../../../src/model/report.ts";
import { therapy } from "../constructed-therapy.ts";
import { makeEvidence } from "../../report/sample-report.ts";

const g12c = { observation: "g12c", label: "KRAS G12C", gene: "KRAS" };
const combination = { therapy: therapy("Adagrasib", "Cetuximab"), alterations: [g12c] };

function alone(parts: Partial<EvidenceRow>) {
  const row: EvidenceRow = {
    ...makeEvidence(),
    predicate: "resistance",
    direction: "supports",
    ampLevel: "D",
    specificity: "allele",
    observations: ["y96d"],
    ...parts,
  };
  return { therapy: therapy("Adagrasib"), evidence: [row] };
}

function caveats(
  parts: Partial<EvidenceRow>,
  target = combination,
  blocked: readonly BlockedTherapy[] = [],
): string[] {
  const labelOf = (id: string): string => (id === "y96d" ? "KRAS Y96D" : id);
  const others = { targets: [alone(parts)], blocked, labelOf };
  return findResistedPartsCaveats(target, others).map(({ text }) => text);
}

test("another alteration that resists a drug of a combination is told beside it", () => {
  expect(caveats({})).toEqual([
    expect.stringMatching(
      /^Adagrasib alone is resisted in this case by KRAS Y96D, which the evidence for the combination does not rest on: /,
    ),
  ]);
  expect(caveats({ predicate: "reduced sensitivity", ampLevel: "C" })).toHaveLength(1);
  // Of another tumor: it flags the drug alone as well.
  expect(caveats({ ampLevel: null })).toHaveLength(1);
});

test("a drug that is not ranked counts as well, unless it is blocked, which is told elsewhere", () => {
  const entry = (kind: BlockedTherapy["kind"]): BlockedTherapy => ({
    ...alone({}),
    id: "adagrasib",
    kind,
    alterations: [],
    reason: { code: "resistance", text: "Resistance." },
  });
  const told = (kind: BlockedTherapy["kind"]) =>
    findResistedPartsCaveats(combination, {
      targets: [],
      blocked: [entry(kind)],
      labelOf: (id) => id,
    });
  expect(told("resistance evidence")).toHaveLength(1);
  expect(told("blocked")).toEqual([]);
});

test("nothing is said of a single drug, of the combination's own alteration, or of what does not count here", () => {
  expect(caveats({}, { ...combination, therapy: therapy("Adagrasib") })).toEqual([]);
  expect(caveats({ observations: ["g12c"] })).toEqual([]);
  expect(caveats({ direction: "does not support" })).toEqual([]);
  expect(caveats({ predicate: "sensitivity" })).toEqual([]);
  expect(caveats({ specificity: "gene" })).toEqual([]);
});
