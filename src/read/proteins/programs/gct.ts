import type { OpenedText } from "../../../io/open-text.ts";
import { delimiters } from "../../../io/table-delimiter.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { gctHead, readGctLines, type GctLayout } from "./gct-layout.ts";
import { makeGctRowReader } from "./gct-rows.ts";
import { sampleNotFound } from "../tables/protein-sample.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { showText } from "../../show-text.ts";
import type { TabLine } from "../../tables/tab-lines.ts";
import { makeNumberReader, type NumberReader } from "../../tables/table-number.ts";
import { makeRefusedRows, type RefusedRows } from "../../tables/table-refused-rows.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "../tables/gene-row.ts";

/**
 * The Broad Institute's GCT 1.2 and 1.3, which CPTAC's and PTRC's proteomes and phosphosites are distributed in: sizes, names, facts of the
 * samples as rows, facts of the rows as columns, then the matrix (cmapR, GenePattern and Spectrum Mill's reports of PANOPLY).
 */
export const gct: ProteinReader = {
  id: "gct",
  title: "GCT 1.2 or 1.3 of the Broad Institute: proteins, phosphosites or RNA",
  input: "protein",
  extensions: [".gct", ".gct.gz"],
  columns: [
    { name: "#1.3", meaning: "version (or #1.2), above the sizes of the table", required: true },
    {
      name: "id",
      meaning: "gene, accession or phosphosite (Name in version 1.2)",
      required: true,
    },
    {
      name: "geneSymbol",
      meaning:
        "gene; else GN= of id.description, else accession_number or accession_numbers, else id (in 1.2 Description)",
      required: false,
    },
    { name: "variableSites", meaning: "residues of a phosphosite; else of id", required: false },
    { name: "(sample name)", meaning: "value of one sample", required: true },
  ],
  detect: (head) => gctHead.test(head),
  // The names may be longer than the head of the file; the empty name asks for whichever sample is the first.
  firstSample: () => "",
  read: (source, options) => readProteinTable(source, { id: gct.id, findInText }, options),
};

async function findInText(text: OpenedText, options: ProteinReadOptions): Promise<FoundProteins> {
  const { name: file } = text;
  const { layout, lines } = await readGctLines(text, options);
  const names = layout.samples.map(({ name }) => name);
  const own = options.sample === "" ? layout.samples[0] : findSample(layout, options.sample);
  if (own === undefined) {
    throw sampleNotFound(options.sample, names, { file, line: layout.headerLine });
  }
  const others = layout.samples.filter((sample) => sample !== own);
  const sampleTypes = reportFacts(file, layout, options);
  const [delimiter] = delimiters;
  const context: RowContext = {
    file,
    numbers: makeNumberReader(file, { delimiter, columns: layout.columns }),
    refusedRows: makeRefusedRows(options),
    own: own.column,
    others: others.map(({ column }) => column),
    options,
  };
  const found = await readRows({ layout, lines }, context);
  return {
    ...found,
    ...(sampleTypes === null ? {} : { sampleTypes }),
    sample: own.name,
    cohortSamples: others.map(({ name }) => name),
    stated: stateScale(options.scale, null),
    layout: `GCT ${layout.version}`,
  };
}

function findSample(layout: GctLayout, asked: string): GctLayout["samples"][number] | undefined {
  return layout.samples.find(({ name }) => name === asked);
}

interface RowContext {
  readonly file: string;
  readonly numbers: NumberReader;
  readonly refusedRows: RefusedRows;
  /** Columns of the case and of the other samples. */
  readonly own: number;
  readonly others: readonly number[];
  readonly options: ProteinReadOptions;
}

async function readRows(
  table: { layout: GctLayout; lines: AsyncIterable<readonly TabLine[]> },
  { file, numbers, refusedRows, own, others, options }: RowContext,
): Promise<Pick<FoundProteins, "rows" | "refused" | "setAside">> {
  const rowReader = makeGctRowReader(table.layout, options.names);
  const reasons = new Map<string, number>();
  const rows: GeneRow[] = [];
  const at = (cells: readonly string[], line: number, column: number): number => {
    const cell = cells[column] ?? "";
    return cell === missingNumber ? Number.NaN : numbers.read(cell, line, column);
  };
  for await (const block of table.lines) {
    for (const { cells, line } of block) {
      const name = rowReader.name(cells, { file, line });
      if ("setAside" in name) {
        reasons.set(name.setAside, (reasons.get(name.setAside) ?? 0) + 1);
        continue;
      }
      const { refused, remarks, ...named } = name;
      if (refused !== null) {
        refusedRows.add(refused);
        continue;
      }
      for (const remark of remarks) options.report(remark);
      const cohort = new Float64Array(others.length);
      for (const [place, column] of others.entries()) cohort[place] = at(cells, line, column);
      rows.push({ ...named, line, value: at(cells, line, own), cohort });
    }
  }
  numbers.finish(options.report);
  const setAside = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  if (setAside > 0) {
    const counts = [...reasons].map(([reason, count]) => `${reason}: ${count}`).toSorted();
    const message = `rows that are no measurement of a phosphosite were set aside (${counts.join(", ")})`;
    if (rows.length === 0 && refusedRows.count() === 0) {
      throw refuse("input", "table-not-read", message, {
        where: { file },
        hint: "Tables of other modifications are not read.",
      });
    }
    options.report(makeProblem("rows-set-aside", "notice", message, { where: { file } }));
  }
  return { rows, refused: refusedRows.count(), setAside };
}

/** What cmapR and its relatives write for a value that is missing. */
const missingNumber = "-666";

/** Names of a row of facts that say which samples are tumors, in CPTAC's releases; and what they say of normal tissue. */
const typeNames = /^(?:sample[._ ]?)?type$|^sample_tumor_normal$/i;
const normalTissue = /^(?:nat|normal|adjacent[ _]normal|normal[ _]adjacent(?:[ _]tissue)?)$/i;

/**
 * Facts of samples are no values. Normal tissue among the samples is worth a warning: the case would be compared with it. Gives the types of the
 * samples; null where no row states them.
 */
function reportFacts(
  file: string,
  { facts, samples, headerLine }: GctLayout,
  { report, isReference = false }: ProteinReadOptions,
): ReadonlyMap<string, string> | null {
  if (facts.length === 0) return null;
  const where = { file, line: headerLine + 1 };
  const names = facts.map(({ name }) => showText(name));
  const shown = names.slice(0, 5).join(", ");
  const message = `rows that describe the samples were passed over: ${names.length} (${shown}${names.length > 5 ? ", ..." : ""})`;
  report(makeProblem("gct-facts", "notice", message, { where }));
  const type = facts.find(({ name }) => typeNames.test(name));
  if (type === undefined) return null;
  const types = new Map(samples.map(({ name, column }) => [name, type.cells[column] ?? ""]));
  const normals = samples.filter(({ name }) => normalTissue.test(types.get(name) ?? ""));
  const [normal] = normals;
  if (normal === undefined) return types;
  const warning = `by its row ${showText(type.name)}, ${normals.length} of ${samples.length} samples are normal tissue (${showText(normal.name)}); without their roles in --cohort-meta they are references like the tumors`;
  report(
    // Beside the case's own table the user may have told their roles.
    makeProblem("normal-among-references", isReference ? "notice" : "warning", warning, {
      where: { file, line: type.line },
      hint: "Give the file with --cohort and the roles of its samples with --cohort-meta, or leave those samples out.",
    }),
  );
  return types;
}
