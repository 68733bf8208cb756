import { openText, type OpenedText } from "../../io/open-text.ts";
import { refuseRepeatedKeys } from "../../io/json/repeated-keys.ts";
import { readStream } from "../../io/read-files.ts";
import type { ProblemWhere } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { refuseWithoutRows, takeRow } from "../tables/evidence-table.ts";
import { findEntryLines } from "./json-entry-lines.ts";
import type { StatusReader } from "../reader.ts";
import { showText } from "../show-text.ts";
import { checkStatusRow, readMarker, readStatus, type StatusRow } from "./status-row.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";

const keys = ["marker", "value", "unit", "status", "method", "name"] as const;

/** More bytes than any list of markers has. */
const mostBytes = 1 << 20;

/** The same markers as JSON: an array of objects with the columns of `status-table` as keys. */
export const statusJson: StatusReader = {
  id: "status-json",
  title: "Markers of the whole tumor as a JSON array",
  input: "status",
  extensions: [".json"],
  columns: [
    { name: "marker", meaning: "TMB, MSI, HRD, signature or virus", required: true },
    { name: "value", meaning: "a number", required: false },
    { name: "unit", meaning: "of the value, e.g. mutations/Mb", required: false },
    { name: "status", meaning: "as in status-table", required: false },
    { name: "method", meaning: "assay or program", required: false },
    { name: "name", meaning: "which signature or virus", required: false },
  ],
  detect: (head) => /^\s*\[\s*\{/u.test(head) && head.includes('"marker"'),
  async read(source, options) {
    const text = await openText(source, options);
    const file = text.name;
    const json = await readStream(boundedChunks(text), file);
    const entries = parseArray(json, file);
    refuseRepeatedKeys(json, file);
    const lines = findEntryLines(json);
    const refused = makeRefusedRows(options);
    const rows: StatusRow[] = [];
    for (const [index, entry] of entries.entries()) {
      const line = lines[index] ?? 1;
      const found = takeRow(() => [readEntry(entry, { file, line })], refused.add);
      if (found !== null) rows.push(...found);
    }
    const counts = { read: entries.length, refused: refused.count(), setAside: 0 };
    refuseWithoutRows(file, counts, { ...options, first: refused.first() });
    return { file, format: statusJson.id, rows, counts, digest: text.digest() };
  },
};

async function* boundedChunks(text: OpenedText): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of text.chunks()) {
    size += chunk.length;
    if (size > mostBytes) {
      throw refuse("input", "status-too-large", `${text.name} is too large for a list of markers`, {
        where: { file: text.name },
      });
    }
    yield chunk;
  }
}

function parseArray(json: string, file: string): readonly object[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw refuse("input", "status-not-json", `${file} is not valid JSON`, {
      where: { file },
      cause: error,
    });
  }
  // Lines are those of objects, so that no other entry may stand between them.
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw refuse("input", "status-not-json", `${file} holds no array of objects`, {
    where: { file },
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readEntry(entry: object, where: ProblemWhere & { line: number }): StatusRow {
  const given = new Map<string, unknown>(Object.entries(entry));
  for (const key of given.keys()) {
    if (!(keys as readonly string[]).includes(key)) {
      throw refuse("input", "status-key-unknown", `${showText(key)} is no key of a marker`, {
        where,
        hint: `Known: ${keys.join(", ")}.`,
      });
    }
  }
  const text = (key: (typeof keys)[number]): string => {
    const value = given.get(key) ?? "";
    if (typeof value === "string") return value.trim();
    throw refuse("input", "status-key-type", `${key} is no text`, { where });
  };
  const value = given.get("value") ?? null;
  if (value !== null && typeof value !== "number") {
    throw refuse("input", "status-key-type", "value is no number", { where });
  }
  const marker = readMarker(text("marker"), where);
  const row = {
    line: where.line,
    marker,
    name: text("name") || null,
    value,
    unit: text("unit") || null,
    status: readStatus(marker, text("status"), where),
    method: text("method") || null,
  };
  return checkStatusRow(row, where);
}
