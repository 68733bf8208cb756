import type { ByteSource } from "../../io/byte-source.ts";
import { openTable, peekTable } from "../../io/open-table.ts";
import { openText } from "../../io/open-text.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import { makeProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { nameAsked } from "../own-sample.ts";
import type { StructuralVariantReader } from "../reader.ts";
import { showText } from "../show-text.ts";
import type { Breakend, StructuralCall, StructuralTable } from "./structural-call.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";
import type { EvidenceReadOptions } from "../evidence-reader.ts";

/** LINX, Hartwig: the junctions of PURPLE with their clusters. Older tables without coordinates are refused. */
export const linxSvs: StructuralVariantReader = {
  id: "linx-svs",
  title: "LINX: svs.tsv",
  input: "structural-variants",
  extensions: [".tsv"],
  columns: [
    { name: "svId", meaning: "id of the junction", required: true },
    { name: "type", meaning: "DEL, DUP, INV, BND, INS, SGL or INF", required: true },
    { name: "coordsStart", meaning: "chromosome:position:orientation", required: true },
    { name: "coordsEnd", meaning: "the same of the other end; empty for SGL", required: true },
  ],
  detect(head) {
    const columns = peekTable(head)?.columns ?? [];
    return ["svId", "clusterId", "geneStart", "geneEnd"].every((name) => columns.includes(name));
  },
  read,
};

async function read(source: ByteSource, options: EvidenceReadOptions): Promise<StructuralTable> {
  const text = await openText(source, { report: options.report });
  const table = await openTable(text, { ...options, quotes: "literal" });
  const file = text.name;
  const [id = -1, type = -1, start = -1, end = -1] = [
    "svId",
    "type",
    "coordsStart",
    "coordsEnd",
  ].map((name) => table.columns.indexOf(name));
  if (start === -1 || end === -1) {
    throw refuse("input", "linx-without-coordinates", `${file} gives no coordinates`, {
      where: { file, line: table.headerLine },
      hint: "Give the VCF of PURPLE, which this table was made of.",
    });
  }
  const refused = makeRefusedRows(options);
  const rows: StructuralCall[] = [];
  let count = 0;
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      count += 1;
      const first = readEnd(cells[start] ?? "");
      const second = (cells[end] ?? "").trim() === "" ? null : readEnd(cells[end] ?? "");
      if (first === undefined || second === undefined) {
        const column = (first === undefined ? start : end) + 1;
        const found = showText(cells[column - 1] ?? "");
        const message = `row refused: ${found} is no chromosome:position:orientation`;
        const where = { file, line, column };
        refused.add(makeProblem("linx-place-malformed", "error", message, { where }));
        continue;
      }
      rows.push({
        ...unstated,
        line,
        id: cells[id] ?? null,
        type: cells[type] ?? "BND",
        ends: [first, second],
      });
    }
  }
  return {
    file,
    format: linxSvs.id,
    caller: "LINX",
    sample: nameAsked(options),
    contigs: new Map(),
    reference: null,
    rows,
    passedOver: [],
    counts: { read: count, refused: refused.count(), setAside: 0 },
    digest: text.digest(),
  };
}

const unstated = {
  mate: null,
  method: null,
  inserted: null,
  failedFilters: [],
  genotype: "absent",
  support: { junctionReads: null, spanningReads: null, rule: null, confidence: null },
} as const;

/** `1:1000:1`; orientation 1 keeps what lies left of the position, -1 what lies right. Undefined for anything else. */
function readEnd(cell: string): Breakend | undefined {
  const found = /^([^:\s]+):(\d{1,15}):(-?1)$/.exec(cell.trim());
  if (found === null) return undefined;
  const [, contig = "", position, orientation] = found;
  return {
    contig: normalizeContig(contig) ?? contig,
    position: Number(position),
    keeps: orientation === "1" ? "left" : "right",
  };
}
