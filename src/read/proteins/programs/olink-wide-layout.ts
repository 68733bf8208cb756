import type { TableRow } from "../../../io/table-row.ts";

/** Rows above the samples, by the first cell; what they say of the columns. */
const topNames = ["panel", "assay", "uniprot id", "olinkid"] as const;
/** Rows below the samples. NPX has the first three kinds; those of quantified data are known so that they are no sample. */
const limitNames: ReadonlySet<string> = new Set(["lod", "max lod", "maxlod"]);
const plateLimitNames: ReadonlySet<string> = new Set(["plate lod", "platelod"]);
const otherNames: ReadonlySet<string> = new Set([
  "missing data freq.",
  "normalization",
  "assay warning",
  "lloq",
  "uloq",
  "lowest quantifiable level",
]);

/** The export of Olink's software taken apart; rows and columns as in the file. */
export interface OlinkWide {
  /** Columns of assays. */
  readonly assays: readonly OlinkAssay[];
  readonly samples: readonly TableRow[];
  /** Limits of detection, the one of the whole project first. */
  readonly limits: readonly TableRow[];
  /** Limits of single plates. */
  readonly plateLimits: readonly TableRow[];
  /** Columns of a panel by its name: the plate of a sample, and whether it passed. */
  readonly plateOf: ReadonlyMap<string, number>;
  readonly warningOf: ReadonlyMap<string, number>;
  /** What the row `Normalization` holds, each once. */
  readonly normalizations: readonly string[];
  /** What the data are by the row `Unit`, which only quantified data have; null where there is none. */
  readonly unit: string | null;
}

export interface OlinkAssay {
  readonly column: number;
  readonly panel: string;
  readonly assay: string;
  readonly uniProt: string;
}

const nameOf = ({ cells }: TableRow): string => (cells[0] ?? "").trim().toLowerCase();

/** Null where the four rows above the samples are not there in their order. */
export function layOutOlink(rows: readonly TableRow[]): OlinkWide | null {
  const start = rows.findIndex((row) => nameOf(row) === topNames[0]);
  const top = topNames.map((name, index) => {
    const row = rows[start + index];
    return row !== undefined && nameOf(row) === name ? row.cells.map((cell) => cell.trim()) : null;
  });
  const [panels, assays, uniProts, ids] = top;
  if (start === -1 || !panels || !assays || !uniProts || !ids) return null;
  const below = rows.slice(start + topNames.length);
  const units = below.find((row) => nameOf(row) === "unit");
  const isLimit = (row: TableRow): boolean => limitNames.has(nameOf(row));
  const isPlateLimit = (row: TableRow): boolean => plateLimitNames.has(nameOf(row));
  const isOther = (row: TableRow): boolean => otherNames.has(nameOf(row)) || row === units;
  const findOfPanel = (title: string): ReadonlyMap<string, number> =>
    new Map(
      assays.flatMap((assay, column) =>
        assay.toLowerCase() === title ? [[panels[column] ?? "", column] as const] : [],
      ),
    );
  const normalization = below.find((row) => nameOf(row) === "normalization")?.cells.slice(1) ?? [];
  return {
    assays: ids.flatMap((id, column) =>
      /^OID\d/i.test(id)
        ? [
            {
              column,
              panel: panels[column] ?? "",
              assay: assays[column] ?? "",
              uniProt: uniProts[column] ?? "",
            },
          ]
        : [],
    ),
    samples: below.filter(
      (row) => nameOf(row) !== "" && !isLimit(row) && !isPlateLimit(row) && !isOther(row),
    ),
    limits: below.filter(isLimit).toSorted((a, b) => nameOf(a).length - nameOf(b).length),
    plateLimits: below.filter(isPlateLimit),
    plateOf: findOfPanel("plate id"),
    warningOf: findOfPanel("qc warning"),
    normalizations: [...new Set(normalization.map((cell) => cell.trim()))].filter(
      (cell) => cell !== "",
    ),
    unit:
      units === undefined ? null : (units.cells.slice(1).find((cell) => cell.trim() !== "") ?? ""),
  };
}
