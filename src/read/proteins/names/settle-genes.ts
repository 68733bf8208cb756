import { compareText } from "../../../model/order.ts";
import { makeProblem, type ReportProblem } from "../../../model/problem.ts";
import { listExamples, mostExamples } from "./list-examples.ts";
import { membersOf } from "./protein-members.ts";
import {
  genesOfAntibody,
  genesOfName,
  isArrayOfAntibodies,
  isListedAntibody,
  readAccession,
  type ProteinNames,
} from "./protein-names.ts";
import type { GeneRow } from "../tables/gene-row.ts";

/** A row under the name that it is looked up by. */
export interface SettledRow extends GeneRow {
  /** As the file names the row, where that differs. */
  readonly name?: string;
  /** Genes of a row of several, by current symbols where they are known. Not of an alias that may mean one of several. */
  readonly group?: readonly string[];
}

interface NamedRow {
  readonly row: SettledRow;
  readonly names: "one gene" | "several genes" | "accession only";
  /** Nothing is known that the name may mean. */
  readonly isUnknown: boolean;
  /** Accessions that are not known, beside those that name the gene. */
  readonly passedOver?: readonly string[];
  /** What the row names beside its gene, and is of another one. */
  readonly contradicts?: string;
}

export interface SettleContext {
  readonly file: string;
  /** Absent: names stay those of the file. */
  readonly names?: ProteinNames | undefined;
  readonly report: ReportProblem;
}

/**
 * Gives every row its gene, and one row to each gene and phosphosite. Values are settled before. Of several rows of one the row counts that
 * was measured in most reference samples, then the most abundant there, then the first: the case's own value has no say in which row it is
 * judged by. A row of several genes is one of its own, and names them. A phosphosite of several residues is a row of its own and
 * speaks for none of them alone. Tells what was passed over, is ambiguous, was read as another name, and is not known.
 */
export function settleGenes(
  rows: readonly GeneRow[],
  context: SettleContext,
): { readonly rows: SettledRow[]; readonly passedOver: number } {
  const chosen = new Map<string, NamedRow>();
  const repeated = new Set<string>();
  const isArray = isArrayOfAntibodies(rows);
  for (const each of rows) {
    const named = nameWhole(each, { names: context.names, isArray });
    const { gene, site } = named.row;
    const key = site === undefined ? gene : `${gene} ${site}`;
    const before = chosen.get(key);
    if (before !== undefined) repeated.add(key);
    if (before === undefined || isBetter(named.row, before.row)) chosen.set(key, named);
  }
  const settled = [...chosen.values()];
  const passedOver = rows.length - settled.length;
  reportChoice([...repeated], passedOver, context);
  reportNames(settled, context);
  return {
    rows: settled.map(({ row }) => row),
    passedOver,
  };
}

interface NameContext {
  readonly names: ProteinNames | undefined;
  readonly isArray: boolean;
}

/**
 * Names a row by its genes, and by what else it names: accessions and an antibody that are of other genes make it a row of several, since the
 * file says both.
 */
function nameWhole(row: GeneRow, context: NameContext): NamedRow {
  const named = nameRow(row, context);
  const { names } = context;
  // Nearly all rows of most tables name nothing else.
  if (row.accessions === undefined && row.binds === undefined) return named;
  if (names === undefined || named.isUnknown || named.names !== "one gene") return named;
  const { gene } = named.row;
  const others = [
    ...membersOf(row.accessions ?? "")
      .filter((name) => !recentAccession.test(name))
      .map((name) => ({ name, of: names.genesOf(name) })),
    ...(row.binds === undefined ? [] : [{ name: row.binds, of: genesBound(row.binds, names) }]),
  ].filter(({ of }) => of.some((each) => !withoutName.test(each)) && !of.includes(gene));
  const [first] = others;
  if (first === undefined) return named;
  const group = distinct([gene, ...others.flatMap(({ of }) => of)]).toSorted(compareText);
  const { name: _, ...rest } = named.row;
  return {
    row: { ...rest, gene: group.join(";"), group },
    names: "several genes",
    isUnknown: false,
    contradicts: `${gene} beside ${first.name}${first.of.includes(first.name) ? "" : ` of ${first.of.join(";")}`}`,
  };
}

/** Loci without a symbol of their own, which share their accessions with a gene that has one. */
const withoutName = /^LOC\d+$/;

/** Of the accessions that UniProt gives since 2014, many are of fragments, and their genes still change: the file's name may be the newer one. */
const recentAccession = /(?:^|\|)A0A[A-Z\d]{7}(?:[-|]|$)/;

/** Cluster of differentiation: each number is one molecule. */
const clusterName = /^CD\d+$/;

/** An alias is no proof of another gene: MEK is written for MAP2K1, and listed as an alias of MAP2K7. */
function genesBound(antibody: string, names: ProteinNames): readonly string[] {
  const told = [antibody, antibody.toUpperCase()].find(
    (name) =>
      isListedAntibody(name) || names.isSymbol(name) || isAccession(name) || clusterName.test(name),
  );
  return told === undefined ? [] : genesOfAntibody(told, names);
}

function nameRow(row: GeneRow, { names, isArray }: NameContext): NamedRow {
  if (names !== undefined && !isArray && names.isSymbol(row.gene)) {
    return { row, names: "one gene", isUnknown: false };
  }
  const stated = membersOf(row.gene);
  const accessions = membersOf(row.accessions ?? "");
  const label = stated.length > 0 ? stated.join(";") : (accessions[0] ?? "");
  if (names === undefined) {
    return { row: asStated(row, label, stated), names: countNames(stated), isUnknown: false };
  }
  const found = stated.map((member) =>
    isArray ? genesOfAntibody(member, names) : genesOfName(member, names),
  );
  const bySymbols = distinct(found.flat());
  // A stated symbol that is not known is a gene of its own. An accession that is not known is mostly a fragment of the protein beside it.
  if (
    bySymbols.length > 0 &&
    found.some((each) => each.length === 0) &&
    !stated.every(isAccession)
  ) {
    const members = found.flatMap((each, index) =>
      each.length > 0 ? each : (stated[index] ?? []),
    );
    return {
      row: { ...underGene(row, label), group: distinct(members) },
      names: "several genes",
      isUnknown: false,
    };
  }
  const genes =
    bySymbols.length > 0 ? bySymbols : distinct(accessions.flatMap((each) => names.genesOf(each)));
  const [gene] = genes;
  if (gene === undefined) {
    return { row: asStated(row, label, stated), names: countNames(stated), isUnknown: true };
  }
  if (genes.length > 1) {
    // In one order, so that a reference file that lists them otherwise has the same row.
    const members = genes.toSorted(compareText);
    const joined = underGene(row, members.join(";"));
    // An alias of several genes is of one of them, and nobody knows of which.
    const isAlias = !isArray && stated.length === 1 && !stated.every(isAccession);
    return {
      row: isAlias ? joined : { ...joined, group: members },
      names: "several genes",
      isUnknown: false,
    };
  }
  const named = gene === label ? underGene(row, gene) : { ...row, name: label, gene };
  const asked = bySymbols.length > 0 ? stated : accessions;
  const passedOver = asked.filter((each) => isAccession(each) && names.genesOf(each).length === 0);
  return {
    row: named,
    names: "one gene",
    isUnknown: false,
    ...(passedOver.length === 0 ? {} : { passedOver }),
  };
}

/** The row itself where nothing changes: a proteome has tens of thousands. */
function underGene(row: GeneRow, gene: string): SettledRow {
  return row.gene === gene ? row : { ...row, gene };
}

/** Under the names of the file, of which nothing is known. */
function asStated(row: GeneRow, label: string, stated: readonly string[]): SettledRow {
  const named = underGene(row, label);
  return stated.length > 1 ? { ...named, group: stated } : named;
}

function countNames(stated: readonly string[]): NamedRow["names"] {
  if (stated.length === 0) return "accession only";
  return stated.length === 1 ? "one gene" : "several genes";
}

function isAccession(name: string): boolean {
  return readAccession(name) !== null;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function isBetter(row: GeneRow, before: GeneRow): boolean {
  const [a, b] = [weigh(row.cohort), weigh(before.cohort)];
  return a.measured === b.measured ? a.sum > b.sum : a.measured > b.measured;
}

function weigh(cohort: Float64Array): { measured: number; sum: number } {
  let measured = 0;
  let sum = 0;
  for (const value of cohort) {
    if (Number.isNaN(value)) continue;
    measured += 1;
    sum += value;
  }
  return { measured, sum };
}

function reportChoice(
  repeated: readonly string[],
  passedOver: number,
  { file, report }: SettleContext,
): void {
  if (passedOver === 0) return;
  const message = `genes with several rows (groups of proteins, probes or antibodies): ${repeated.length} (${listExamples(repeated)}); the row measured in most reference samples, then the most abundant there, is read`;
  report(makeProblem("gene-groups", "notice", message, { where: { file } }));
}

function reportNames(rows: readonly NamedRow[], { file, names, report }: SettleContext): void {
  const where = { file };
  const several: string[] = [];
  const unnamed: string[] = [];
  const unknown: string[] = [];
  const renamed: SettledRow[] = [];
  const passedOver: string[] = [];
  const contradictions: string[] = [];
  for (const { row, names: of, isUnknown, ...beside } of rows) {
    passedOver.push(...(beside.passedOver ?? []));
    if (beside.contradicts !== undefined) contradictions.push(beside.contradicts);
    if (of === "several genes") several.push(row.gene);
    if (of === "accession only") unnamed.push(row.gene);
    if (of === "one gene" && isUnknown) unknown.push(row.gene);
    if (row.name !== undefined) renamed.push(row);
  }
  if (several.length > 0) {
    const message = `rows of several genes: ${several.length} (${listExamples(distinct(several))}); a gene of them without a row of its own gets the value as an ambiguous one`;
    report(makeProblem("gene-ambiguous", "notice", message, { where }));
  }
  if (contradictions.length > 0) {
    const message = `rows that name one gene, and beside it an accession or an antibody of another: ${contradictions.length} (${listExamples(distinct(contradictions))}); read as rows of several genes`;
    report(makeProblem("gene-contradicted", "warning", message, { where }));
  }
  if (passedOver.length > 0) {
    const message = `accessions that are not known, beside those of one known gene, which the row is read as: ${passedOver.length} (${listExamples(distinct(passedOver))})`;
    report(makeProblem("accessions-passed-over", "notice", message, { where }));
  }
  if (unnamed.length > 0) {
    const message = `groups of proteins without a gene name: ${unnamed.length} (${listExamples(unnamed)})`;
    const severity = unnamed.length === rows.length ? "warning" : "notice";
    report(makeProblem("gene-not-named", severity, message, { where }));
  }
  if (names === undefined) return;
  const [first] = renamed;
  if (first !== undefined) {
    const shown = distinct(renamed.map(({ name, gene }) => `${name ?? ""} read as ${gene}`));
    const list = shown.slice(0, mostExamples).join(", ");
    const message =
      shown.length === 1
        ? list
        : `rows read under the current symbol of their gene: ${renamed.length} (${list}${shown.length > mostExamples ? ", ..." : ""})`;
    report(makeProblem("gene-renamed", "notice", message, { where: { file, line: first.line } }));
  }
  if (unknown.length > 0) {
    const shown = listExamples(distinct(unknown));
    const message = `rows whose name is no symbol, alias or accession of a known gene: ${unknown.length} of ${rows.length} (${shown})`;
    // Of a table of the laboratory's own names nothing is read, however high a protein is.
    const severity = unknown.length * 2 > rows.length ? "warning" : "notice";
    report(makeProblem("gene-not-resolved", severity, message, { where }));
  }
}
