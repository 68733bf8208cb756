import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findCaseIdFault, findPersonalId } from "../../../src/model/case-id.ts";
import { caseIdSchema } from "../../../src/model/case-id-schema.ts";

const fixtures = readdirSync(join(import.meta.dirname, "../../../fixtures/cases"), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe("a pseudonym passes", () => {
  test.each([
    ...fixtures,
    "T001",
    "COLO829",
    "X01BR001",
    "11BR031",
    "TCGA-A1-A0SB",
    "MA-017",
    "demo-crc-01",
    "case",
    "stdin",
    "Sample-Alpha",
    "Breast_Liver",
    "Tumor.Normal",
    "HCC1395",
    "P-0000004-T01-IM3",
    "metastasis",
    "S20240115001",
    "20240115-001",
    "12345678901",
    "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "KRAS-positive-lung",
    "MetAction",
    "x",
  ])("%s", (id) => {
    expect(findCaseIdFault(id)).toBeNull();
  });
});

describe("a name is refused", () => {
  test.each([
    "Ola.Nordmann",
    "Ola_Nordmann",
    "Xaver-Zwiebel",
    "Anne-Marie.Hansen",
    "kari_hansen",
    "KARI-HANSEN",
    "KariHansen",
    "kari",
    "per_olsen",
    "ola.nordmann.2",
    "17-hansen",
  ])("%s", (id) => {
    expect(findPersonalId(id)).toBe("looks like a person's name");
  });
});

/** Made up, or the examples of the authorities themselves. */
describe("a national number is refused", () => {
  test.each([
    ["Norwegian", "01010112345"],
    ["Norwegian with a blank sign", "010101-12345"],
    ["Norwegian D-number", "41010112345"],
    ["Norwegian H-number", "01410112345"],
    ["Norwegian for tests", "01810112345"],
    ["Danish", "010101-1234"],
    ["Danish without a sign", "0101011234"],
    ["Swedish", "811228-9874"],
    ["Swedish without a sign", "8112289874"],
    ["Swedish of twelve digits", "19811228-9874"],
    ["Swedish coordination number", "701063-2391"],
    ["Finnish", "131052-308T"],
    ["Finnish of this century", "131002A308T"],
    ["Norwegian within an id", "MA-15076500565"],
  ])("%s: %s", (_, id) => {
    expect(findPersonalId(id)).toBe("looks like a national identity number");
  });
});

test("the schema says what is wrong and what to do", () => {
  const { error } = caseIdSchema.safeParse("Ola.Nordmann");
  expect(error?.issues[0]?.message).toMatch(/a person's name\. Use the study's pseudonym/u);
  expect(caseIdSchema.safeParse("no blanks").success).toBe(false);
});
