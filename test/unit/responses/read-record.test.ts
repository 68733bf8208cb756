import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/io/sha256.ts";
import { planAdditions } from "../../../src/responses/plan-additions.ts";
import { course, measurement, read, writeRecord } from "./sample-record.ts";

const { lines, head } = writeRecord(course);
const codes = (given: ReturnType<typeof read>) =>
  given.problems.map(({ code, where }) => `${code}:${where?.line}`);

test("a record that was only added to is whole", () => {
  const record = read(lines, head);
  expect(record).toMatchObject({ problems: [], tornAt: null, head });
  expect(record.lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(record.lines.map(({ entry }) => entry)).toEqual(course);
});

test("each line holds the digest of the line before, as sha256sum prints it", () => {
  const previous = lines.map((line) => (JSON.parse(line) as { previous: string }).previous);
  expect(previous).toEqual(["0".repeat(64), ...lines.slice(0, -1).map((line) => sha256(line))]);
});

test("a changed byte is found in its line, wherever it is", () => {
  for (const [at, line] of lines.entries()) {
    for (let place = 0; place < line.length; place += 7) {
      const char = line[place] === "x" ? "y" : "x";
      const changed = line.slice(0, place) + char + line.slice(place + 1);
      expect(codes(read(lines.with(at, changed), head))).toEqual([`record-changed:${at + 1}`]);
    }
  }
});

test("a changed line with a new digest of its own is found by the line after it, or by the head", () => {
  for (const [at, line] of lines.entries()) {
    const open = line.slice(0, line.lastIndexOf(',"sha256"')).replace("T1", "T2");
    const forged = `${open},"sha256":"${sha256(open)}"}`;
    const isLast = at === lines.length - 1;
    const found = codes(read(lines.with(at, forged), head));
    expect(found).toEqual([isLast ? "record-rewritten:7" : `record-chain:${at + 2}`]);
  }
});

test("a missing line is found, and named", () => {
  for (let at = 0; at < lines.length - 1; at += 1) {
    const { problems } = read(lines.toSpliced(at, 1), head);
    expect(problems[0]).toMatchObject({
      code: "record-missing",
      message: `line ${at + 1} is missing before line ${at + 2}`,
      where: { line: at + 1 },
    });
  }
});

test("lines that are cut from the end are found by the head", () => {
  for (let kept = 0; kept < lines.length; kept += 1) {
    expect(read(lines.slice(0, kept), head).problems[0]).toMatchObject({ code: "record-cut" });
  }
  expect(read(lines.slice(0, 3), null).problems).toEqual([]);
});

test("lines that changed places are found", () => {
  for (let at = 0; at < lines.length - 1; at += 1) {
    const swapped = lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!);
    expect(codes(read(swapped, head))[0]).toBe(`record-order:${at + 1}`);
  }
});

test("a line that stands twice is found", () => {
  for (const [at, line] of lines.entries()) {
    expect(codes(read(lines.toSpliced(at, 0, line), head))[0]).toBe(`record-twice:${at + 2}`);
  }
});

test("two lines that were added to the same one are found", () => {
  const base = read(lines.slice(0, 5));
  const clock = { recordedAt: "2026-11-26T12:00:00Z", today: "2026-11-26" };
  const added = [1, 2].map((mm) => {
    const plan = planAdditions(base, [measurement("2026-02-01", [mm, 2])], clock);
    return "at" in plan ? "" : plan.text.trimEnd();
  });
  expect(codes(read([...lines.slice(0, 5), ...added]))).toEqual(["record-twice:7"]);
});

describe("a last line without its line feed", () => {
  test("is told as torn at each length, and where it begins is known", () => {
    const last = lines.at(-1) ?? "";
    const before = read(lines.slice(0, -1)).head;
    const start = Buffer.byteLength(`${lines.slice(0, -1).join("\n")}\n`);
    for (let length = 1; length <= last.length; length += 1) {
      const record = read([...lines.slice(0, -1), last.slice(0, length)], before, "");
      expect(codes(record)).toEqual(["record-torn:7"]);
      expect(record.tornAt).toBe(start);
    }
  });

  test("is told as cut when it was whole before", () => {
    const cut = lines.with(6, lines[6]!.slice(0, 40));
    expect(codes(read(cut, head, ""))).toEqual(["record-cut:7"]);
  });
});

test("line ends of another system are named as such", () => {
  const found = codes(read(lines.map((line) => `${line}\r`)));
  expect(new Set(found.map((code) => code.split(":")[0]))).toEqual(new Set(["record-line-ends"]));
});

test.each([
  ["an empty line", ""],
  ["text", "hello"],
  ["an object", "{}"],
])("%s is no line", (_, text) => {
  expect(codes(read(lines.toSpliced(3, 0, text)))[0]).toBe("record-changed:4");
});

test("a line of a newer schema is refused and not passed over", () => {
  const open = JSON.stringify({ seq: 1, previous: "0".repeat(64), entry: { event: "new" } }).slice(
    0,
    -1,
  );
  const line = `${open},"sha256":"${sha256(open)}"}`;
  expect(codes(read([line]))).toEqual(["record-unknown:1"]);
});
