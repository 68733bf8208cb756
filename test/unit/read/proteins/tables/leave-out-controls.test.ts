import { describe, expect, it } from "vitest";
import { gct } from "../../../../../src/read/proteins/programs/gct.ts";
import { proteinLong } from "../../../../../src/read/proteins/tables/protein-long.ts";
import { proteinWide } from "../../../../../src/read/proteins/tables/protein-wide.ts";
import { codesOf, readProtein, rowsOf } from "../read-protein-text.ts";

const wide = (samples: readonly string[]): string =>
  `gene,${samples.join(",")}\nERBB2,${samples.map((_, index) => 20 + index / 8).join(",")}\n`;
const patients = ["P1", "P2", "P3", "P4", "P5"];

describe("leaveOutControls", () => {
  it("takes a pool and a quality control out of the reference and names them", async () => {
    const { table, problems } = await readProtein(
      proteinWide,
      wide(["TUMOR", "P1", "RefPool", "P2", "P3", "QC1", "P4", "P5"]),
    );
    expect(table.cohortSamples).toEqual(patients);
    expect(rowsOf(table)).toEqual([["ERBB2", 20, [20.125, 20.375, 20.5, 20.75, 20.875]]]);
    const told = problems.find(({ code }) => code === "control-samples-set-aside");
    expect(told?.message).toBe(
      'samples that are no tumor of a patient by their names or types were taken out of the reference: 2 (pool: "RefPool"; quality control: "QC1")',
    );
  });

  it("keeps what a table declares not detected beside the sample that declares it", async () => {
    const text = `sample,gene,value,detection\nTUMOR,KIT,,not detected\nRef,KIT,20,\nP1,KIT,21,\nP2,KIT,,not detected\nP3,KIT,22,\nP4,KIT,23,\n`;
    const { table } = await readProtein(proteinLong, text);
    const [row] = table.rows;
    expect(table.cohortSamples).toEqual(["P1", "P2", "P3", "P4"]);
    expect([...(row?.cohortNotDetected ?? [])]).toEqual([0, 1, 0, 0]);
    expect(row?.notDetected).toEqual({ value: null });
  });

  it("takes samples for those of the study where more than a third are named like references", async () => {
    const { table, problems } = await readProtein(
      proteinWide,
      wide(["TUMOR", "Ref1", "Ref2", "Ref3", "P1"]),
    );
    expect(table.cohortSamples).toEqual(["Ref1", "Ref2", "Ref3", "P1"]);
    expect(codesOf(problems)).toContain("controls-among-references");
  });

  it("says nothing where a laboratory numbers its references so", async () => {
    const { table, problems } = await readProtein(
      proteinWide,
      wide(["TUMOR", "REF01", "REF02", "REF03"]),
    );
    expect(table.cohortSamples).toEqual(["REF01", "REF02", "REF03"]);
    expect(codesOf(problems)).toEqual([]);
  });

  it("warns about a case that is named like a pool, and keeps it", async () => {
    const { table, problems } = await readProtein(proteinWide, wide(["Pool", ...patients]), {
      sample: "Pool",
    });
    expect(table.sample).toBe("Pool");
    expect(codesOf(problems)).toContain("case-like-control");
  });

  it("puts another sample in the place of a first one that is a pool, in a table of references", async () => {
    const { table } = await readProtein(proteinWide, wide(["Pool", ...patients]), {
      sample: "Pool",
      isReference: true,
    });
    expect([table.sample, ...table.cohortSamples]).toEqual(patients);
    expect(rowsOf(table)).toEqual([["ERBB2", 20.125, [20.25, 20.375, 20.5, 20.625]]]);
  });

  it("leaves a sample that the user has described", async () => {
    const { table } = await readProtein(proteinWide, wide(["TUMOR", "QC1", ...patients]), {
      isReference: true,
      isDescribed: (name) => name === "QC1",
    });
    expect(table.cohortSamples).toContain("QC1");
  });

  it("warns of normal tissue and of controls by their names, and leaves them in", async () => {
    const { table, problems } = await readProtein(
      proteinWide,
      wide(["TUMOR", "P1", "P1.N", "Control 1", ...patients.slice(1)]),
    );
    expect(table.cohortSamples).toHaveLength(7);
    const messages = problems.filter(({ code }) => code.endsWith("-among-references"));
    expect(messages.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        'by their names, 1 of 7 reference samples are normal tissue ("P1.N"); they are references like the tumors',
      ],
      [
        "warning",
        'by their names, 1 of 7 reference samples are controls ("Control 1"); they are references like the tumors',
      ],
    ]);
  });

  it("asks the types that a GCT states", async () => {
    const text =
      "#1.3\n2\t6\t0\t1\nid\tTUMOR\tP1\tP2\tX9\tP3\tP4\nSample.Type\tTumor\tTumor\tTumor\tPool\tTumor\tTumor\nERBB2\t1\t2\t3\t4\t5\t6\nMET\t1\t2\t3\t4\t5\t6\n";
    const { table, problems } = await readProtein(gct, text);
    expect(table.cohortSamples).toEqual(["P1", "P2", "P3", "P4"]);
    expect(codesOf(problems)).toContain("control-samples-set-aside");
  });
});
