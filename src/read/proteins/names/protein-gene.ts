import { makeProblem, type Problem, type ProblemWhere } from "../../../model/problem.ts";
import { membersOf } from "./protein-members.ts";
import { readRowName, type RowName } from "./protein-row-name.ts";
import { showText } from "../../show-text.ts";

/** The name of a row of a protein table. `refused`: the row cannot be used, because nobody knows which gene it is. */
export interface GeneCell extends RowName {
  readonly refused: Problem | null;
  readonly remarks: readonly Problem[];
}

const month = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const dayMonth = new RegExp(`^(\\d{1,2})-(${month})(?:-\\d{2,4})?$`, "i");
const monthDay = new RegExp(`^(${month})-(\\d{1,2})$`, "i");
const isoDate = /^\d{4}-(\d{2})-(\d{2})(?:[ T][\d:]+)?$/;
const slashDate = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/;
const numeric = /^\d+(?:\.\d*)?(?:[eE]\+?\d+)?$/;
const dateSeparator = /[-/.]/;
const noBreakSpace = "\u00a0";
const notPrintableAscii = /[^ -~]/;

/** Nothing but a gene: no site, antibody or accession with a version, no date and no number is written like this. */
const plainGene = /^[A-Za-z][A-Za-z\d]{0,99}$/;
const noRemarks: readonly Problem[] = [];

/** Reads the name of one row: gene, phosphosite or antibody, and looks for what spreadsheets do to genes. */
export function readGene(cell: string, where: ProblemWhere): GeneCell {
  if (plainGene.test(cell)) return { gene: cell, refused: null, remarks: noRemarks };
  const name = readRowName(cell);
  const refused = findDamage(name.gene, where);
  const remarks = refused === null ? findRemarks(cell, name.gene, where) : [];
  return { ...name, refused, remarks };
}

function findDamage(gene: string, where: ProblemWhere): Problem | null {
  if (membersOf(gene).length === 0) {
    return makeProblem("gene-missing", "warning", "the row names no gene", { where });
  }
  const date = readDate(gene);
  if (date === null) return null;
  const meant = meantGene(date);
  const guess = meant === null ? "" : `; ${meant} was probably meant`;
  const message = `gene ${showText(gene)} looks like a date made by a spreadsheet${guess}`;
  const hint = "Correct the name; import gene columns as text.";
  return makeProblem("gene-is-date", "error", message, { where, hint });
}

function findRemarks(cell: string, gene: string, where: ProblemWhere): Problem[] {
  const remarks: Problem[] = [];
  if (cell.includes(noBreakSpace) && !gene.includes(noBreakSpace)) {
    const message = `a no-break space was trimmed from gene ${showText(gene)}`;
    remarks.push(makeProblem("gene-trimmed", "notice", message, { where }));
  }
  if (notPrintableAscii.test(gene)) {
    const message = `gene ${showText(gene)} holds characters that no gene symbol has`;
    const hint = "A letter may be of another alphabet and only look like the right one.";
    remarks.push(makeProblem("gene-not-ascii", "warning", message, { where, hint }));
  }
  if (numeric.test(gene)) {
    const message = `gene ${showText(gene)} is a number, not a symbol`;
    const hint =
      "Spreadsheets turn dates and identifiers into numbers; Entrez ids are not read here.";
    remarks.push(makeProblem("gene-is-number", "warning", message, { where, hint }));
  }
  return remarks;
}

interface MonthAndDay {
  readonly month: string;
  readonly day: number;
}

/** What a spreadsheet made a date of; an empty month where day and month cannot be told apart. */
function readDate(gene: string): MonthAndDay | null {
  if (!dateSeparator.test(gene)) return null;
  const [, day, dayMonthName] = dayMonth.exec(gene) ?? [];
  if (dayMonthName !== undefined) return { month: dayMonthName.toLowerCase(), day: Number(day) };
  const [, monthDayName, number] = monthDay.exec(gene) ?? [];
  if (monthDayName !== undefined) return { month: monthDayName.toLowerCase(), day: Number(number) };
  const [, isoMonth, isoDay] = isoDate.exec(gene) ?? [];
  if (isoMonth !== undefined) {
    return { month: month.split("|")[Number(isoMonth) - 1] ?? "", day: Number(isoDay) };
  }
  return slashDate.test(gene) ? { month: "", day: 0 } : null;
}

/**
 * The gene that became this date, by its current symbol: SEPT1-14 are SEPTIN1-14, MARCH1-11 MARCHF1-11,
 * MARC1-2 MTARC1-2, DEC1 DELEC1 (HGNC, 2020) and OCT4 is POU5F1.
 */
function meantGene({ month: name, day }: MonthAndDay): string | null {
  if (name === "sep" && day <= 14) return `SEPTIN${day}`;
  if (name === "mar" && day <= 2) return `MARCHF${day} or MTARC${day}`;
  if (name === "mar" && day <= 11) return `MARCHF${day}`;
  if (name === "dec" && day === 1) return "DELEC1";
  if (name === "oct" && day === 4) return "POU5F1";
  return null;
}
