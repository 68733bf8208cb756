/** The statements that we write ourselves: each can be looked up, is dated, and stands once. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeDocument } from "../../src/knowledgebase/load/describe-document.ts";
import {
  documentsFileSchema,
  geneFileSchema,
  manifestSchema,
  therapiesFileSchema,
} from "../../src/knowledgebase/schema/schema.ts";
import type {
  RawPredictive,
  RawStatement,
} from "../../src/knowledgebase/schema/schema-statements.ts";
import { shared } from "./check-shared-file.ts";

const folder = join(import.meta.dirname, "../../knowledgebase");
const rulesFile = `${shared}cases/resistance_rules.csv`;
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

const manifest = manifestSchema.parse(read("manifest.json"));
const documents = new Map(
  documentsFileSchema.parse(read("documents.json")).documents.map((entry) => [entry.id, entry]),
);
const therapies = therapiesFileSchema.parse(read("therapies.json")).therapies;
const files = readdirSync(join(folder, "statements")).map((name) =>
  geneFileSchema.parse(read(`statements/${name}`)),
);
const statements = files.flatMap((file) => file.statements);
const curated = statements.filter(({ source }) => source.name === "metaction curation");
const predictive = curated.filter((statement) => statement.type === "predictive");
const approved = predictive.filter(({ approvals = [] }) => approvals.length > 0);

/** Dates are compared as far as both are known: `2026-11` is not after `2026-11-25`. */
const isAfter = (date: string, last: string): boolean => date > last.slice(0, date.length);

const drugsOf = ({ therapy }: RawPredictive): string =>
  `${therapy.relation} ${therapy.drugs.toSorted().join("+")}`;

describe("every curated statement", () => {
  test("is one of ours, and there are as many as the README says", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(readme).toContain(`${curated.length} curated statements`);
    const decisions = approved.flatMap(({ approvals = [] }) => approvals).length;
    expect(readme).toContain(`${approved.length} statements of`);
    expect(readme).toContain(`with ${decisions} decisions`);
    const wrong = curated.filter(({ id, source }) => id !== `metaction:${source.record}`);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("has a document with an https address", () => {
    const without = curated.filter(
      (statement) =>
        !statement.documents.some((id) => describeDocument(id, documents).url.startsWith("https:")),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test("has no date after the manifest's", () => {
    const late = predictive.flatMap(({ id, source, approvals = [] }) =>
      [source.reviewed, ...approvals.flatMap(({ date, withdrawn }) => [date, withdrawn ?? null])]
        .filter((date) => date !== null)
        .filter((date) => isAfter(date, manifest.date))
        .map((date) => [id, date]),
    );
    expect(late).toEqual([]);
  });

  test("cites in its documents what its approvals rest on", () => {
    const uncited = predictive.filter(({ documents: own, approvals = [] }) =>
      approvals.some((approval) => approval.documents.some((id) => !own.includes(id))),
    );
    expect(uncited.map(({ id }) => id)).toEqual([]);
  });

  test("says what no other curated statement says of the same alteration, disease, drug and agency", () => {
    const keys = predictive.flatMap((statement) => {
      const { variant, disease, predicate, direction, approvals = [] } = statement;
      const agencies = [...new Set(approvals.map(({ agency }) => agency)), "none"];
      const claim = [variant, disease, drugsOf(statement), predicate, direction];
      return (agencies.length > 1 ? agencies.slice(0, -1) : agencies).map((agency) =>
        [...claim, agency].join(" | "),
      );
    });
    const repeated = keys.filter((key, at) => keys.indexOf(key) !== at);
    expect(repeated).toEqual([]);
  });
});

describe("approvals", () => {
  test("are level A while one of them stands, and not when all are withdrawn", () => {
    const wrong = approved.filter(({ approvals = [], evidenceLevel }) => {
      const stands = approvals.some(({ status }) => status !== "withdrawn");
      return stands !== (evidenceLevel === "A");
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("are cited by a label of their own agency", () => {
    const wrong = approved.flatMap(({ id, approvals = [] }) =>
      approvals
        .filter(({ agency, documents: cited }) =>
          cited.every((label) => documents.get(label)?.publisher !== agency),
        )
        .map(({ agency, date }) => [id, agency, date]),
    );
    expect(wrong).toEqual([]);
  });

  test("are not earlier than the first approval of each of their drugs by that agency", () => {
    const first = new Map(
      therapies.flatMap(({ id, status }) =>
        status.map(({ agency, date }) => [`${id} ${agency}`, date] as const),
      ),
    );
    const early = approved.flatMap(({ id, therapy, approvals = [] }) =>
      approvals.flatMap(({ agency, date }) =>
        therapy.drugs
          .filter((drug) => {
            const known = first.get(`${drug} ${agency}`) ?? null;
            return date !== null && known !== null && isAfter(known, date);
          })
          .map((drug) => [id, agency, date, drug, first.get(`${drug} ${agency}`)]),
      ),
    );
    expect(early).toEqual([]);
  });
});

/** Genes and alterations of the worked rules that no constraint can say, with the reason. */
const inexpressible = new Map([
  ["BRAF p61 splice variant", "a splice variant inside the gene is no alteration that is read"],
]);

const codonOf = (alteration: string): string | undefined =>
  /^codon (\d+) missense$/u.exec(alteration)?.[1];

/** Whether a statement of the gene speaks of that alteration, by its label. */
function speaksOf(statement: RawStatement, alteration: string): boolean {
  const label = statement.variant.slice(statement.variant.indexOf(":") + 1);
  const codon = codonOf(alteration);
  if (codon !== undefined) return new RegExp(`^[A-Z]${codon}$`, "u").test(label);
  if (alteration === "LBD mutation") return label === "codons-310-547";
  return label === alteration || label.startsWith(`${alteration}-`);
}

describe.skipIf(!existsSync(rulesFile))(
  "the worked rules of resistance, read in place (skipped without the folder of shared cases)",
  () => {
    const text = existsSync(rulesFile) ? readFileSync(rulesFile, "utf8") : "";
    const [, ...rules] = text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));

    test.each(rules)("%s %s in %s: a statement says so", (gene = "", alteration = "") => {
      const found = statements.filter(
        (statement) =>
          statement.variant.startsWith(`${gene}:`) &&
          speaksOf(statement, alteration) &&
          statement.type === "predictive" &&
          (statement.direction === "does not support" || statement.predicate !== "sensitivity"),
      );
      expect(found.length > 0 || inexpressible.has(`${gene} ${alteration}`)).toBe(true);
    });
  },
);
