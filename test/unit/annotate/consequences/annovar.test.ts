import { describe, expect, test } from "vitest";
import { annovar } from "../../../../src/annotate/consequences/annovar.ts";
import { makeCall } from "../make-call.ts";

const fields = ["Gene", "Transcript", "Exon", "Coding", "Protein"];
const read = (entry: string, allele = "7:140453136:A:T") =>
  annovar.read(
    { dialect: "ANNOVAR", fields, entries: [entry.replaceAll(":", "|")] },
    makeCall(allele),
  );

describe("ANNOVAR's AAChange", () => {
  test("names a substitution on each transcript, in the order of HGVS", () => {
    const v600e = read("BRAF:NM_004333:exon15:c.T1799A:p.V600E");
    expect(v600e).toMatchObject({ yieldsToOurs: true, doubt: null });
    expect(v600e.effects).toEqual([
      {
        gene: "BRAF",
        transcript: "NM_004333",
        terms: ["missense_variant"],
        proteinChange: "p.V600E",
        codingChange: "c.1799T>A",
        exon: 15,
        preference: 0,
      },
    ]);
  });

  test.each(["p.R213X", "p.R213*"])("names a stop in %s", (protein) => {
    const { effects } = read(`TP53:NM_000546.5:exon6:c.C637T:${protein}`, "17:7578212:G:A");
    expect(effects).toMatchObject([{ terms: ["stop_gained"], proteinChange: "p.R213*" }]);
  });

  test.each([
    ["of another ALT of the record", "BRAF:NM_004333:exon15:c.T1799C:p.V600A"],
    ["of a deletion", "EGFR:NM_005228:exon19:c.2235_2249del:p.745_750del"],
    ["without a change of the protein", "ALK:NM_004304:exon22:c.3451_3509TGAG"],
    ["that changes no residue", "BRAF:NM_004333:exon15:c.T1799A:p.V600V"],
    ["of the whole gene", "BRAF:NM_004333:wholegene"],
    ["that says nothing", "UNKNOWN"],
  ])("leaves an entry %s to our own call", (_, entry) => {
    expect(read(entry)).toMatchObject({ effects: [], doubt: null });
  });
});
