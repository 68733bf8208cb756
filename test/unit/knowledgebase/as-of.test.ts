import { expect, test } from "vitest";
import { knowledgebaseAsOf } from "../../../src/knowledgebase/as-of.ts";
import type { Knowledgebase, Statement } from "../../../src/knowledgebase/knowledgebase.ts";
import { statement } from "../match/constructed-case.ts";

type Approval = Statement["approvals"][number];

function approval(date: string | null, more: Partial<Approval> = {}): Approval {
  return { agency: "FDA", status: "regular", date, documents: [], ...more };
}

function filter(date: string, ...statements: Statement[]): Knowledgebase {
  const drug = {
    id: "vemurafenib",
    name: "Vemurafenib",
    ncit: null,
    chembl: null,
    synonyms: [],
    targets: [],
    class: null,
    status: [
      { agency: "FDA", status: "approved", date: "2011-08-17" },
      { agency: "EMA", status: "approved", date: "2012-02" },
    ],
  } as const;
  const knowledgebase = { statements, therapies: new Map([[drug.id, drug]]) };
  return knowledgebaseAsOf(knowledgebase as unknown as Knowledgebase, date);
}

const idsOf = ({ statements }: Knowledgebase): string[] => statements.map(({ id }) => id);

const dated = (id: string, date: string | null, parts: Partial<Statement> = {}): Statement => ({
  ...statement({ id, level: "B" }),
  documents: [{ id: `LABEL:${id}`, label: id, url: "https://example.org/", date }],
  ...parts,
});

test("a statement whose known dates are all later is left out, one of them is enough to keep it", () => {
  const known = filter(
    "2017-11-30",
    dated("later", "2018-01"),
    dated("before", "2016"),
    dated("both", "2020", { approvals: [approval("2014-05-01"), approval("2019-01-01")] }),
  );
  expect(idsOf(known)).toEqual(["before", "both"]);
  expect(known.statements[1]?.approvals).toMatchObject([{ date: "2014-05-01" }]);
  expect(known.asOf).toEqual({
    date: "2017-11-30",
    statementsLeftOut: 1,
    approvalsLeftOut: 1,
    undated: 0,
  });
});

test("an approval without a date is not shown to have been there; a later withdrawal had not happened", () => {
  const withdrawn = approval("2012", { status: "withdrawn", withdrawn: "2021-04" });
  const [kept] = filter(
    "2017",
    dated("x", "2012", { approvals: [approval(null), withdrawn] }),
  ).statements;
  expect(kept?.approvals).toMatchObject([{ date: "2012", status: null }]);
});

test("what nothing dates is kept and counted", () => {
  expect(filter("2001", dated("x", null)).asOf).toMatchObject({ undated: 1, statementsLeftOut: 0 });
});

test("an undated statement of level A is no older than the first approval of its drug", () => {
  const validated = statement({ id: "S1", level: "A", documents: ["PMID:1"] });
  expect(idsOf(filter("2011-08-16", validated))).toEqual([]);
  expect(idsOf(filter("2011-08-17", validated))).toEqual(["S1"]);
  const resistance = statement({ id: "S2", level: "A", predicate: "resistance" });
  expect(idsOf(filter("2001", resistance))).toEqual(["S2"]);
});

test("a successor that was named later, a later ESCAT tier and a later first approval are left out", () => {
  const later = dated("x", "2012", {
    supersededBy: {
      therapy: { relation: "single", drugs: [] },
      documents: [{ id: "G", label: "G", url: "https://example.org/", date: "2020" }],
    },
  });
  const { statements, therapies } = filter("2011-12", later, dated("y", "2010"));
  expect(idsOf({ statements } as Knowledgebase)).toEqual(["y"]);
  expect(therapies.get("vemurafenib")?.status).toMatchObject([{ agency: "FDA" }]);
  expect(filter("2015", later).statements[0]?.supersededBy).toBeNull();
});
