import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDisease } from "../../../../src/knowledgebase/disease-tree.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { ReferenceCohort } from "../../../../src/read/cohort/cohort.ts";
import { chooseCohorts, type CohortChoice } from "../../../../src/run/proteins/choose-cohorts.ts";
import { refusalOf } from "../../read/cohort/cohort-text.ts";

const { diseases } = await loadKnowledgebase(
  join(import.meta.dirname, "../../../../knowledgebase"),
);

function cohort(name: string, facts: Partial<ReferenceCohort> = {}): ReferenceCohort {
  return {
    name,
    role: "disease",
    disease: null,
    tissue: null,
    file: "ref.csv",
    molecule: "protein",
    scale: "log2-ratio",
    samples: 30,
    removed: [],
    likeCase: [],
    aberrationNegative: false,
    sampleNames: null,
    sampleKeys: () => ({ names: [], whole: [], stems: [] }),
    rows: [],
    ...facts,
  };
}

const known = [
  cohort("breast", { disease: "BRCA" }),
  cohort("colon", { disease: "COAD" }),
  cohort("ours", { disease: "our own breast series" }),
  cohort("all", { role: "pan-cancer" }),
  cohort("liver", { role: "biopsy-site normal", tissue: "Liver" }),
  cohort("lung", { role: "biopsy-site normal", tissue: "lung" }),
];

function choose(changes: Partial<CohortChoice>, cohorts = known) {
  const disease = { id: findDisease(diseases, "BRCA").id, tree: diseases };
  return chooseCohorts(cohorts, { asked: [], disease, biopsySite: "liver", ...changes });
}

describe("chooseCohorts", () => {
  it("takes what fits the case, and says of the others why they do not", () => {
    const { chosen, passedOver } = choose({});
    expect(chosen.map(({ name }) => name)).toEqual(["breast", "ours", "all", "liver"]);
    expect(passedOver).toEqual([
      "cohort colon is not compared with: its tumors are COAD",
      "cohort lung is not compared with: it is of lung, the biopsy of liver",
    ]);
  });

  it.each([
    "Liver metastasis",
    "hepatic",
    "LIVER, segment 7",
    "metastasis of colon cancer to the liver",
  ])("finds the normal tissue of the biopsy site %s, and says which it is", (biopsySite) => {
    const { chosen, site } = choose({ biopsySite });
    expect(chosen.map(({ name }) => name)).toContain("liver");
    expect(site).toEqual({
      severity: "notice",
      text: `normal tissue of the biopsy site "${biopsySite}": liver`,
    });
  });

  it("says that there is no normal tissue of the biopsy site, and which there is", () => {
    expect(choose({ biopsySite: "spleen" }).site).toMatchObject({
      severity: "warning",
      text: expect.stringContaining('biopsy site "spleen" (they hold Liver, lung)'),
    });
    const tumors = known.filter(({ role }) => role !== "biopsy-site normal");
    expect(choose({ biopsySite: "spleen" }, tumors).site?.severity).toBe("notice");
    expect(choose({ biopsySite: null }).site).toBeNull();
    expect(choose({ biopsySite: "liver" }).site).toBeNull();
  });

  it("compares with no normal tissue where the biopsy site is not said", () => {
    expect(choose({ biopsySite: null }).chosen.map(({ name }) => name)).toEqual([
      "breast",
      "ours",
      "all",
    ]);
  });

  it("takes a wider or a narrower tumor type than the case's", () => {
    const lineage = { id: findDisease(diseases, "IDC").id, tree: diseases };
    expect(choose({ disease: lineage }).chosen.map(({ name }) => name)).toContain("breast");
  });

  it("takes exactly the names that are asked for", () => {
    const { chosen } = choose({ asked: ["colon", "lung"] });
    expect(chosen.map(({ name }) => name)).toEqual(["colon", "lung"]);
  });

  it("refuses a name that none has, and names those that there are", async () => {
    expect(await refusalOf(() => choose({ asked: ["brest"] }))).toMatchObject({
      kind: "usage",
      code: "cohort-unknown",
      message: 'there is no cohort "brest"',
      hint: "Known: breast, colon, ours, all, liver, lung. Did you mean breast?",
    });
  });

  it("refuses where none fits, and where two have one name", async () => {
    const none = await refusalOf(() => choose({}, [cohort("colon", { disease: "COAD" })]));
    expect(none.code).toBe("no-cohort-fits");
    const twice = await refusalOf(() => choose({}, [cohort("a"), cohort("a")]));
    expect(twice.code).toBe("cohort-name-twice");
  });
});
