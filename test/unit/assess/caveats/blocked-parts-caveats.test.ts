import { expect, test } from "vitest";
import { findBlockedPartsCaveats } from "../../../../src/assess/caveats/blocked-parts-caveats.ts";
import type { BlockedTherapy } from "../../../../src/model/report.ts";
import { therapy } from "../constructed-therapy.ts";
import { makeEvidence } from "../../report/sample-report.ts";

const braf = { observation: "braf", label: "BRAF V600E", gene: "BRAF" };
const kras = { observation: "kras", label: "KRAS G12D", gene: "KRAS" };

function blocked(
  alterations: BlockedTherapy["alterations"],
  kind: BlockedTherapy["kind"] = "blocked",
) {
  return {
    id: "cetuximab",
    kind,
    therapy: therapy("Cetuximab"),
    alterations,
    reason: { code: "resistance-in-tumor", text: "Resistance." },
    evidence: [makeEvidence()],
  };
}

const combination = { therapy: therapy("Cetuximab", "Encorafenib"), alterations: [braf] };

test("a part that is blocked by the alteration itself is told beside the combination", () => {
  expect(findBlockedPartsCaveats(combination, [blocked([braf])])).toEqual([
    {
      code: "part-blocked",
      text: "Cetuximab alone is blocked in this case (BRAF V600E); the evidence here is of the combination.",
    },
  ]);
});

test("another alteration that blocks the part is named: the combination was not shown to overcome it", () => {
  const [caveat] = findBlockedPartsCaveats(combination, [blocked([braf, kras])]);
  expect(caveat?.text).toMatch(
    /^Cetuximab alone is blocked in this case, also by KRAS G12D, which/,
  );
});

test("nothing is said of a single drug, of drugs that are not blocked, or of weaker evidence", () => {
  expect(
    findBlockedPartsCaveats({ ...combination, therapy: therapy("Cetuximab") }, [blocked([braf])]),
  ).toEqual([]);
  expect(findBlockedPartsCaveats(combination, [])).toEqual([]);
  expect(findBlockedPartsCaveats(combination, [blocked([braf], "resistance evidence")])).toEqual(
    [],
  );
});
