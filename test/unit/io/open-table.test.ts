import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OpenTable, openTable, peekTable } from "../../../src/io/open-table.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import type { TableRow } from "../../../src/io/table-row.ts";

interface ReadTable {
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly rows: readonly TableRow[];
  readonly problems: readonly Problem[];
}

/** Reads a whole table from bytes that come in pieces of `pieceSize`. */
async function read(
  content: string | Buffer,
  { pieceSize = 1 << 16, strict = false } = {},
): Promise<ReadTable> {
  const bytes = Buffer.from(content);
  const problems: Problem[] = [];
  const source = {
    name: "t.csv",
    async *chunks() {
      for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
    },
  };
  const table = await openTable(source, { strict, report: (problem) => problems.push(problem) });
  const rows: TableRow[] = [];
  for await (const block of table.rows()) rows.push(...block);
  return { columns: table.columns, delimiter: table.delimiter.name, rows, problems };
}

const cellsOf = async (content: string): Promise<(readonly string[])[]> =>
  (await read(content)).rows.map((row) => row.cells);

/** The first problem of the refusal that reading ends in. */
async function refusalOf(content: string | Buffer, strict = false): Promise<Problem> {
  const error: unknown = await read(content, { strict }).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error("the table was not refused", { cause: error });
  expect(error.kind).toBe("input");
  return error.problems[0]!;
}

describe("openTable", () => {
  it.each([
    ["whose header is refused", "one\n1\n", async () => await Promise.resolve()],
    [
      "that is not read behind its first rows",
      "a,b\n1,2\n",
      async (table: OpenTable) => {
        for await (const _ of table.rows()) break;
      },
    ],
    [
      "whose first row is refused",
      "a,b\n1\n",
      async (table: OpenTable) => {
        for await (const _ of table.rows()) throw new Error("taken");
      },
    ],
  ])("closes the file of a table %s", async (_, content, use) => {
    let isClosed = false;
    const source = {
      name: "t.csv",
      async *chunks() {
        try {
          yield Buffer.from(content);
          yield Buffer.from("3,4\n");
        } finally {
          isClosed = true;
        }
      },
    };
    const options = { strict: false, report: () => {} };
    await openTable(source, options)
      .then(use)
      .catch(() => {});
    expect(isClosed).toBe(true);
  });

  it("gives the header and the rows with their lines", async () => {
    const table = await read("gene,S1\nERBB2,1.5\nKIT,-2\n");
    expect(table.columns).toEqual(["gene", "S1"]);
    expect(table.rows).toEqual([
      { line: 2, cells: ["ERBB2", "1.5"] },
      { line: 3, cells: ["KIT", "-2"] },
    ]);
    expect(table.problems).toEqual([]);
  });

  it.each([
    ["comma", "a,b\n1,2\n"],
    ["tab", "a\tb\n1\t2\n"],
    ["semicolon", "a;b\n1;2\n"],
    ["semicolon", "a;b\n1,5;2,5\n"],
    ["comma", 'a,"b;c;d"\n1,2\n'],
    ["tab", "gene name, short\tvalue\nERBB2\t1\n"],
  ])("finds that the columns are separated by %s in %j", async (name, content) => {
    const table = await read(content);
    expect(table.delimiter).toBe(name);
    expect(table.columns).toHaveLength(2);
  });

  it("obeys a sep= line, and counts it as a line", async () => {
    const table = await read("sep=;\na,x;b,y\n1;2\n");
    expect(table.columns).toEqual(["a,x", "b,y"]);
    expect(table.rows[0]?.line).toBe(3);
  });

  it("reads the same whatever the pieces that the bytes come in", async () => {
    const content = 'sep=;\r\n\r\ngene;"a ""b"""\r\n"x\r\ny";1\r\nKIT;2\r\n';
    const whole = await read(content);
    expect(whole.columns).toEqual(["gene", 'a "b"']);
    expect(whole.rows).toEqual([
      { line: 4, cells: ["x\ny", "1"] },
      { line: 6, cells: ["KIT", "2"] },
    ]);
    for (const pieceSize of [1, 2, 3, 7]) {
      expect(await read(content, { pieceSize })).toEqual(whole);
    }
  });

  it("reads quoted cells as RFC 4180 writes them", async () => {
    expect(await cellsOf('a,b\n"x,y",1\n"say ""hi""",2\n"",3\n"two\nlines",4\n')).toEqual([
      ["x,y", "1"],
      ['say "hi"', "2"],
      ["", "3"],
      ["two\nlines", "4"],
    ]);
  });

  it("agrees with csv-parse on every well-formed table", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "1", ",", '"', "\n", " ", "å", ";"),
      maxLength: 6,
    });
    const write = (text: string, quoted: boolean): string =>
      quoted || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const row = fc.tuple(fc.tuple(cell, fc.boolean()), fc.tuple(cell, fc.boolean()));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const lines = rows.map((cells) =>
          cells.map(([text, quoted]) => write(text, quoted)).join(),
        );
        const content = `head,er\n${lines.join("\n")}\n`;
        const expected = parse(content, { from: 2 }).filter((cells) =>
          cells.some((text) => text.trim() !== ""),
        );
        expect(await cellsOf(content)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps columns named like object members, or like numbers, in their places", async () => {
    const table = await read("gene,__proto__,constructor,7,1\nA,x,y,4.2,-4.2\n");
    expect(table.columns).toEqual(["gene", "__proto__", "constructor", "7", "1"]);
    expect(table.rows[0]?.cells).toEqual(["A", "x", "y", "4.2", "-4.2"]);
  });

  it("passes blank rows over and says so", async () => {
    const table = await read("a,b\n\n1,2\n , \n");
    expect(table.rows).toEqual([{ line: 3, cells: ["1", "2"] }]);
    expect(table.problems[0]).toMatchObject({ code: "blank-row", where: { line: 2 } });
  });

  it("warns of a missing final newline, and refuses the file when strict", async () => {
    const { problems, rows } = await read("a,b\n1,-0");
    expect(rows).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: "no-final-newline", severity: "warning", where: { file: "t.csv", line: 2 } },
    ]);
    expect(await refusalOf("a,b\n1,-0", true)).toMatchObject({ code: "no-final-newline" });
  });

  it("reads CRLF without a final newline as one kind of line end", async () => {
    expect((await read("a,b\r\n1,2\r\n3,4")).rows[1]?.cells).toEqual(["3", "4"]);
  });
});

describe("openTable refuses", () => {
  it.each([
    { what: "an empty table", content: "\n\n", code: "table-empty" },
    { what: "a table of one column", content: "gene\nERBB2\n", code: "table-one-column", line: 1 },
    { what: "a short row", content: "a,b,c\n1,2,3\n1,2\n", code: "row-length", line: 3 },
    { what: "a long row", content: "a,b\n1,2\n1,2,3\n", code: "row-length", line: 3 },
    {
      what: "a quote never closed",
      content: 'a,b\n1,2\n"x,2\n3,4\n',
      code: "quote-not-closed",
      line: 3,
    },
    { what: "a quote inside a cell", content: 'a,b\nx"y"z,2\n', code: "quote-misplaced", line: 2 },
    {
      what: "text after a closing quote",
      content: 'a,b\n"x"z,2\n',
      code: "quote-misplaced",
      line: 2,
    },
    { what: "CRLF that turns into LF", content: "a,b\r\n1,2\r\n3,4\n", code: "line-ends", line: 3 },
    { what: "LF that turns into CRLF", content: "a,b\n1,2\r\n", code: "line-ends", line: 2 },
    { what: "a lone carriage return", content: "a,b\n1,2\r3,4\n", code: "line-ends", line: 2 },
  ])("$what, naming the line", async ({ content, code, line }) => {
    const problem = await refusalOf(content);
    expect(problem.code).toBe(code);
    expect(problem.where?.line).toBe(line);
  });

  it("two columns of one name, naming both places", async () => {
    const problem = await refusalOf("gene,z, z \nA,1,2\n");
    expect(problem).toMatchObject({
      code: "column-twice",
      message: 'column "z" appears twice: columns 2 and 3',
      where: { line: 1, column: 3 },
    });
  });

  it("bytes that are not UTF-8, naming the line", async () => {
    const latin1 = Buffer.from("a,b\n1,2\nPr\u00f8ve,3\n", "latin1");
    expect(await refusalOf(latin1)).toMatchObject({ code: "not-utf8", where: { line: 3 } });
  });

  it("a line above 1 MiB, and an open quote that swallows as much", async () => {
    expect(await refusalOf(`a,b\n${"x".repeat(1.1e6)},2\n`)).toMatchObject({
      code: "line-too-long",
    });
    expect(await refusalOf(`a,b\n"${`${"x".repeat(99)}\n`.repeat(2e4)}`)).toMatchObject({
      code: "quote-not-closed",
      where: { line: 2 },
    });
  });

  it("does not mistake a long record with awkward quotes for one too long", async () => {
    const long = "x".repeat(5e5);
    expect(await cellsOf(`a,b\n"${long}""",2\n`)).toEqual([[`${long}"`, "2"]]);
  });
});

describe("peekTable", () => {
  it("gives the names and the first row of the beginning of a table", () => {
    expect(peekTable("\ufeffsep=;\r\ngene ;S1\r\nERBB2;1,5\r\nKI")).toEqual({
      columns: ["gene", "S1"],
      firstRow: ["ERBB2", "1,5"],
      rows: [["ERBB2", "1,5"]],
    });
  });

  it("gives the names even when the first row is faulty", () => {
    expect(peekTable('a,b\r\nx"y"z,2\n')).toEqual({
      columns: ["a", "b"],
      firstRow: [],
      rows: [],
    });
  });

  it("gives the first rows also where they are far from the beginning, and take many lines each", () => {
    const rows = Array.from({ length: 30 }, (_, at) => `"G\n\n${at}",${at}\n`);
    const text = `${"#\n".repeat(100)}gene,S1\n${rows.join("")}`;
    const start = peekTable(text, { comments: true });
    expect(start?.columns).toEqual(["gene", "S1"]);
    expect(start?.rows).toHaveLength(20);
    expect(start?.rows.at(-1)).toEqual(["G\n\n19", "19"]);
  });

  it("knows a text that is no table", () => {
    expect(peekTable("")).toBeNull();
    expect(peekTable("##fileformat=VCFv4.2\n")).toBeNull();
    expect(peekTable('"a,b')).toBeNull();
  });
});
