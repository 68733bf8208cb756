/**
 * The fault tables of `../shared/faults/csv`, each with its one outcome. Where `EXPECTED.tsv` allows two, the
 * stricter one that loses no data is taken; the reason stands beside it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { proteinLong } from "../../../../src/read/proteins/tables/protein-long.ts";
import { proteinWide } from "../../../../src/read/proteins/tables/protein-wide.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "./read-protein-text.ts";

const folder = fileURLToPath(new URL("../../../../../shared/faults/csv/", import.meta.url));
const bytesOf = (file: string): Buffer => readFileSync(`${folder}${file}`);

type Row = [gene: string, value: number | null, cohort: number[]];

/** Two proteins of TUMOR, as `ok.csv` has them. */
const twoRows: Row[] = [
  ["ERBB2", 12.1, []],
  ["EGFR", 8, []],
];

interface Accepted {
  readonly rows: readonly Row[];
  readonly codes?: readonly string[];
  readonly sample?: string;
  readonly scale?: string;
  readonly refused?: number;
}

const accepted = new Map<string, Accepted>([
  ["ok.csv", { rows: twoRows }],
  [
    "alias_gene.csv",
    {
      rows: [
        ["HER2", 12.1, []],
        ["EGFR", 8, []],
      ],
    },
  ],
  ["bom.csv", { rows: twoRows, codes: ["byte-order-mark"] }],
  ["crlf.csv", { rows: twoRows }],
  // A delimiter is sniffed and said; a tab loses nothing.
  ["tab.csv", { rows: twoRows }],
  ["semicolon_decimal_comma.csv", { rows: [["ERBB2", 12.1, []]], codes: ["decimal-comma"] }],
  ["header_only.csv", { rows: [], codes: ["table-no-rows"] }],
  ["proto_header.csv", { rows: [["ERBB2", 4.2, []]], scale: "z" }],
  ["int_headers.csv", { rows: [["ERBB2", 4.2, [-4.2]]], sample: "7" }],
  // The rows of a date are refused, each alone; a number may be a date or an Entrez id, so it only warns.
  [
    "excel_dates.csv",
    {
      rows: [["44256", 1, []]],
      refused: 3,
      codes: ["gene-is-date", "gene-is-date", "gene-is-number", "gene-is-date", "scale-uncertain"],
    },
  ],
  [
    "excel_sci_id.csv",
    { rows: [["2.31E+13", 1, []]], codes: ["gene-is-number", "scale-uncertain"] },
  ],
  // Text of a formula is a name like any other; it is neutralized where a table is written.
  [
    "formula.csv",
    {
      sample: "+TUMOR",
      rows: [
        ["ERBB2", null, [12.1, Number.NaN, Number.NaN]],
        ["EGFR", 1, [Number.NaN, Number.NaN, Number.NaN]],
        ["KIT", null, [Number.NaN, 1, Number.NaN]],
        ["MET", null, [Number.NaN, Number.NaN, 1]],
      ],
      codes: ["scale-uncertain"],
    },
  ],
  // An unknown gene: it is kept, counted, and escaped where it is shown.
  ["xss.csv", { rows: [["<script>alert(1)</script>", 12.1, []]] }],
  ["escape.csv", { rows: [["ERBB2\u001b[2J", 12.1, []]], codes: ["gene-not-ascii"] }],
  [
    "nbsp_confusable.csv",
    {
      rows: [
        ["ERBB2", 12.1, []],
        ["\u0415\u0420BB2", 1, []],
      ],
      codes: ["gene-trimmed", "gene-not-ascii"],
    },
  ],
  // A warning; strict refuses it, see below.
  ["trunc_mid_number.csv", { rows: twoRows, codes: ["no-final-newline"] }],
]);

interface Refused {
  readonly kind?: "input" | "identity";
  readonly code: string;
  readonly line?: number;
  readonly column?: number;
  readonly message?: string;
  readonly strict?: boolean;
}

const refused = new Map<string, Refused>([
  // Two files put together: the line is named, and nothing is guessed.
  ["mixed_eol.csv", { code: "line-ends", line: 2 }],
  ["cr_only.csv", { code: "cr-line-ends" }],
  ["decimal_comma_quoted.csv", { code: "not-a-number", line: 2, column: 3, message: '"12,1"' }],
  ["thousands.csv", { code: "not-a-number", line: 2, column: 3, message: '"1,234.5"' }],
  ["dup_header.csv", { code: "column-twice", message: '"zscore" appears twice: columns 3 and 4' }],
  ["dup_gene_row.csv", { code: "gene-twice", message: "lines 2 and 4" }],
  // NaN and an empty cell before it are missing; Inf is no measurement.
  ["numbers_bad.csv", { code: "not-a-number", line: 4, column: 3, message: '"Inf"' }],
  ["ragged_short.csv", { code: "row-length", line: 4 }],
  ["ragged_long.csv", { code: "row-length", line: 4 }],
  ["unclosed_quote.csv", { code: "quote-not-closed", line: 4 }],
  ["trunc_mid_number.csv", { code: "no-final-newline", line: 3, strict: true }],
  ["empty.csv", { code: "file-empty" }],
  ["no_header.csv", { code: "columns-missing" }],
  ["nul.csv", { code: "nul-byte" }],
  ["utf16.csv", { code: "content-utf16" }],
  ["latin1.csv", { code: "not-utf8", line: 2 }],
  ["sample_mismatch.csv", { kind: "identity", code: "protein-sample-missing", message: '"OTHER"' }],
  // A name of other letters may be another sample: it is named, not taken.
  ["sample_case.csv", { kind: "identity", code: "protein-sample-missing", message: '"tumor"' }],
  ["big_field.csv", { code: "line-too-long" }],
]);

describe.skipIf(!existsSync(folder))("the fault tables of ../shared", () => {
  it("all have an outcome here", () => {
    const known = new Set([...accepted.keys(), ...refused.keys()]);
    expect([...known].sort()).toEqual(readdirSync(folder).sort());
    expect(known.size).toBe(34);
  });

  it.each([...accepted])("%s is read", async (file, expected) => {
    const content = bytesOf(file);
    const reader = [proteinWide, proteinLong].find(({ detect }) => detect(content.toString()));
    const { table, problems } = await readProtein(reader!, content, {
      sample: expected.sample ?? "TUMOR",
    });
    expect(rowsOf(table)).toEqual(expected.rows);
    expect(codesOf(problems)).toEqual(expected.codes ?? []);
    expect(table.counts.refused).toBe(expected.refused ?? 0);
    if (expected.scale !== undefined) expect(table.scale.name).toBe(expected.scale);
  });

  it.each([...refused])("%s is refused", async (file, expected) => {
    const refusal = await refusalOf(proteinLong, bytesOf(file), {
      strict: expected.strict ?? false,
    });
    expect(refusal.kind).toBe(expected.kind ?? "input");
    expect(refusal.code).toBe(expected.code);
    if (expected.line !== undefined) expect(refusal.where?.line).toBe(expected.line);
    if (expected.column !== undefined) expect(refusal.where?.column).toBe(expected.column);
    expect(refusal.message).toContain(expected.message ?? "");
  });

  it("leave Object.prototype as it was", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    await readProtein(proteinLong, bytesOf("proto_header.csv"));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
