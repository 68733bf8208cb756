import { describe, expect, test } from "vitest";
import type { SignatureStatus } from "../../../src/model/alteration.ts";
import { observe, run } from "./make-observation.ts";

const tmb = (value: number | null, parts: Partial<SignatureStatus> = {}) =>
  observe(
    {
      kind: "signature",
      marker: "TMB",
      name: null,
      value,
      unit: "mutations/Mb",
      status: null,
      method: null,
      ...parts,
    },
    null,
  );
const high = {
  type: "signature",
  marker: "TMB",
  status: "high",
  cutOff: { atLeast: 10, unit: "mutations/Mb", method: "FoundationOne CDx" },
} as const;

describe("a statement about the whole tumor", () => {
  test.each([
    [9.99, "unmet"],
    [10, "met"],
    [10.01, "met"],
  ])("compares %d mutations/Mb with its cut-off of 10: %s", (value, state) => {
    expect(run(high, tmb(value)).state).toBe(state);
    const low = { ...high, status: "low" } as const;
    expect(run(low, tmb(value)).state).toBe(state === "met" ? "unmet" : "met");
  });

  test.each([
    [3, "high"],
    [30, "low"],
  ])("leaves %d mutations/Mb that are called %s open", (value, status) => {
    const { state, reason } = run(high, tmb(value, { status }));
    expect([state, reason.code]).toEqual(["undetermined", "value-and-status-differ"]);
  });

  test("says by which assay the value is, and that the cut-off is another's", () => {
    expect(run(high, tmb(12, { method: "PURPLE" })).reason.text).toBe(
      "TMB is 12 mutations/Mb by PURPLE, at least 10; the statement's cut-off is that of FoundationOne CDx, and other assays count otherwise.",
    );
    expect(run(high, tmb(12, { method: "FoundationOne CDx" })).reason.text).not.toContain(
      "other assays",
    );
  });

  test("never compares values of two units; then the laboratory's verdict decides", () => {
    const perExome = { unit: "mutations/exome" };
    expect(run(high, tmb(400, perExome))).toMatchObject({
      state: "undetermined",
      reason: { code: "status-not-stated" },
    });
    expect(run(high, tmb(400, { ...perExome, status: "high" })).state).toBe("met");
    expect(run(high, tmb(400, { ...perExome, status: "low" })).state).toBe("unmet");
  });

  test("is not met by another marker, signature or virus", () => {
    const sbs3 = {
      type: "signature",
      marker: "signature",
      name: "SBS3",
      status: "present",
    } as const;
    const seen = (name: string) => tmb(null, { marker: "signature", name, status: "present" });
    expect(run(sbs3, seen("SBS3")).state).toBe("met");
    expect(run(sbs3, seen("SBS31")).reason.code).toBe("other-kind");
    expect(run(sbs3, tmb(1)).reason.code).toBe("other-kind");
  });

  test("is about its marker alone: a high TMB is no MSI, and a gene in the tumor is neither", () => {
    const msi = { type: "signature", marker: "MSI", status: "high" } as const;
    expect(run(msi, tmb(40, { status: "high" }))).toMatchObject({
      state: "unmet",
      reason: { code: "other-kind" },
    });
    expect(run(high, tmb(null, { marker: "MSI", status: "high", unit: null }))).toMatchObject({
      state: "unmet",
      reason: { code: "other-kind" },
    });
    const amplified = observe(
      { kind: "copy-number", gene: "ERBB2", change: "amplification", copies: 40 },
      "ERBB2",
    );
    expect(run(msi, amplified).reason.code).toBe("other-kind");
  });

  test("about a virus means its types, and one about a type means only that", () => {
    const hpv = { type: "signature", marker: "virus", name: "HPV", status: "present" } as const;
    const virus = (name: string, status = "present") =>
      tmb(null, { marker: "virus", name, status });
    expect(run(hpv, virus("HPV-16")).state).toBe("met");
    expect(run(hpv, virus("HPV16", "absent")).state).toBe("unmet");
    expect(run({ ...hpv, name: "HPV16" }, virus("HPV18")).reason.code).toBe("other-kind");
  });
});
