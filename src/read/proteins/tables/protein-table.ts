import type { ByteSource } from "../../../io/byte-source.ts";
import { openTable, type OpenTable } from "../../../io/open-table.ts";
import { openText, type OpenedText } from "../../../io/open-text.ts";
import type { Measured } from "../../../model/alteration.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { doubtMolecule } from "../names/doubt-molecule.ts";
import { settleScale } from "../scale/protein-scale.ts";
import { leaveOutMarked } from "../names/leave-out-marked.ts";
import { leaveOutModified } from "../names/modified-forms.ts";
import { readKnownSites } from "../names/known-sites.ts";
import { leaveOutControls } from "./leave-out-controls.ts";
import { settleGenes, type SettledRow } from "../names/settle-genes.ts";
import type { ProteinReadOptions, ProteinTable } from "../../protein-reader.ts";
import type { GeneRow, FoundProteins } from "./gene-row.ts";

export type ProteinFormat = {
  readonly id: string;
} & (
  | {
      /** Whether rows may leave out empty cells at their end. */
      readonly fillRows?: boolean;
      /** `literal` where the program knows no quoting. */
      readonly quotes?: "literal";
      find(table: OpenTable, file: string, options: ProteinReadOptions): Promise<FoundProteins>;
    }
  | {
      /** For files that are no plain table. */
      findInText(text: OpenedText, options: ProteinReadOptions): Promise<FoundProteins>;
    }
);

/**
 * Opens a table of proteins, lets its format find the rows, settles the scale of their values, and gives one row to each gene and
 * phosphosite. `counts.read` is the number of rows in the result, of those refused and of those set aside. Throws Refusal "input",
 * "identity" or "usage".
 */
export async function readProteinTable(
  source: ByteSource,
  format: ProteinFormat,
  options: ProteinReadOptions,
): Promise<ProteinTable> {
  const { report } = options;
  const text = await openText(source, { report });
  const file = text.name;
  const asFound = await findProteins(text, format, options);
  const marked = leaveOutMarked(asFound.rows, { file, report });
  const asNamed = leaveOutControls({ ...asFound, rows: marked.rows }, file, options);
  const stated = options.molecule ?? asNamed.molecule;
  const { names } = options;
  const located = readKnownSites(asNamed.rows, { names, stated });
  const measured = leaveOutModified(located, { file, names, stated, report });
  const found = {
    ...asNamed,
    rows: measured.rows,
    setAside: asNamed.setAside + marked.setAside + measured.setAside,
  };
  const { cohortSamples, refused, sample = options.sample } = found;
  if (found.rows.length === 0 && refused > 0) {
    throw refuse("input", "table-no-rows", "no row of the table could be read", {
      where: { file },
    });
  }
  if (found.rows.length === 0) {
    report(makeProblem("table-no-rows", "warning", "the table has no rows", { where: { file } }));
  }
  const molecule = stated ?? moleculeOf(found.rows);
  const scale = settleScale({
    ...found,
    file,
    molecule,
    isMoleculeStated: stated !== undefined,
    samples: [sample, ...cohortSamples],
    report,
  });
  if (stated === undefined && molecule === "protein") {
    const doubt = doubtMolecule(found.rows, { file, names });
    if (doubt !== null) report(doubt);
  }
  const { rows, passedOver } = settleGenes(found.rows, { file, names, report });
  const references = cohortSamples.length + (options.isReference === true ? 1 : 0);
  const layout = `${found.layout ?? "a table"}; ${countRows(rows, molecule)}, reference samples: ${references}, scale: ${scale.name} (${scale.decidedBy})`;
  report(makeProblem("protein-table", "notice", `read as ${layout}`, { where: { file } }));
  const setAside = found.setAside + passedOver;
  return {
    file,
    format: format.id,
    molecule,
    sample,
    cohortSamples,
    cohortName: options.cohortName ?? `other samples of ${file}`,
    scale,
    ...(found.detection === undefined ? {} : { detection: found.detection }),
    rows: rows.map(toProteinRow),
    counts: { read: rows.length + refused + setAside, refused, setAside },
    digest: text.digest(),
  };
}

async function findProteins(
  text: OpenedText,
  format: ProteinFormat,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  if ("findInText" in format) return await format.findInText(text, options);
  const { fillRows = false, quotes } = format;
  const table = await openTable(text, {
    ...options,
    fillRows,
    ...(quotes === undefined ? {} : { quotes }),
  });
  const found = await format.find(table, text.name, options);
  return { layout: `${table.delimiter.name}-separated`, ...found };
}

/** A table of sites alone is one of phosphosites. */
function moleculeOf(rows: readonly GeneRow[]): Measured {
  return rows.length > 0 && rows.every(({ site }) => site !== undefined)
    ? "phosphosite"
    : "protein";
}

function countRows(rows: readonly SettledRow[], molecule: Measured): string {
  const sites = rows.filter(({ site }) => site !== undefined).length;
  const whole = rows.length - sites;
  const others =
    molecule === "rna" ? "genes (RNA)" : molecule === "kinase-activity" ? "kinases" : "genes";
  return [
    ...(whole > 0 || sites === 0 ? [`${others}: ${whole}`] : []),
    ...(sites > 0 ? [`phosphosites: ${sites}`] : []),
  ].join(", ");
}

function toProteinRow(row: SettledRow): ProteinTable["rows"][number] {
  const { gene, name, group, site, line, cohort, notDetected } = row;
  const given = Number.isNaN(row.value) ? null : row.value;
  // Most rows, and there are many: parts that are put together cost several times as much.
  const isPlain = name === undefined && group === undefined && site === undefined;
  if (isPlain && notDetected === undefined) {
    return { gene, line, value: given, cohort };
  }
  const isUndetected = notDetected?.[0] === 1;
  const others = notDetected?.subarray(1);
  return {
    gene,
    ...(name === undefined ? {} : { name }),
    ...(group === undefined ? {} : { group }),
    ...(site === undefined ? {} : { site }),
    line,
    value: isUndetected ? null : given,
    cohort,
    ...(isUndetected ? { notDetected: { value: given } } : {}),
    ...(others?.includes(1) === true ? { cohortNotDetected: others } : {}),
  };
}
