import type { Measured } from "../../../model/alteration.ts";
import { makeProblem, type ReportProblem } from "../../../model/problem.ts";
import { listExamples } from "./list-examples.ts";
import { isNameOfForm, isNumbered, isPosition, namesBesideMark } from "./marked-names.ts";
import { membersOf } from "./protein-members.ts";
import {
  genesOfAntibody,
  isArrayOfAntibodies,
  isListedAntibody,
  type ProteinNames,
} from "./protein-names.ts";
import type { GeneRow } from "../tables/gene-row.ts";

/** `pHER2`, `p-HER2`, `ac-H3`: a mark before a name. `P-Cadherin`, `p53` and `p70S6K` have none. */
const markedName = /^(?:p(?=[A-Z])|p[-_ ]|ac-)(.+)$/;

interface FormContext {
  readonly file: string;
  readonly names: ProteinNames | undefined;
  readonly stated: Measured | undefined;
  readonly report: ReportProblem;
}

/**
 * Leaves out the rows of a form of a protein whose name does not say at which residue it is modified (`ERBB2|pHER2`, `Phospho-HER2`): they are
 * no amount of the protein, and no site that a statement asks about. A mark before a name (`pHER2`) is told by the gene that it then names. Says
 * which rows these are. RNA and kinases have no such forms.
 */
export function leaveOutModified(
  rows: readonly GeneRow[],
  { file, names, stated, report }: FormContext,
): { readonly rows: readonly GeneRow[]; readonly setAside: number } {
  if (stated === "rna" || stated === "kinase-activity") return { rows, setAside: 0 };
  const isArray = isArrayOfAntibodies(rows);
  const areNumbered = isNumbered(rows);
  const kept = rows.filter((row) => !isModifiedForm(row, { names, isArray, areNumbered }));
  const left = rows.length - kept.length;
  if (left === 0) return { rows, setAside: 0 };
  const isKept = new Set(kept);
  const examples = listExamples([...new Set(rows.filter((row) => !isKept.has(row)).map(nameForm))]);
  const message = `rows of a modified form of a protein, or that cannot be told from one, were set aside: ${left} (${examples}); without its residue such a row is no site, and it is no amount of the protein`;
  const hint = "Name the residue, as in HER2_pY1248, where it is known.";
  // An array has a few such rows beside its proteins; where most are set aside, a column was likely read for what it is not.
  const severity = left * 2 > rows.length ? "warning" : "notice";
  report(makeProblem("modified-not-located", severity, message, { where: { file }, hint }));
  return { rows: kept, setAside: left };
}

function nameForm({ gene, binds }: GeneRow): string {
  return binds === undefined ? gene : `${gene}|${binds}`;
}

interface FormFacts {
  readonly names: ProteinNames | undefined;
  readonly isArray: boolean;
  /** Numbers are those of genes or antibodies, and no positions. */
  readonly areNumbered: boolean;
}

function isModifiedForm(
  { gene, site, binds, modified }: GeneRow,
  { names, isArray, areNumbered }: FormFacts,
): boolean {
  if (site !== undefined) return false;
  if (modified === true) return true;
  if (binds !== undefined && isPosition(binds) && !areNumbered) return true;
  if (names === undefined) return false;
  const name = binds ?? gene;
  const bare = withoutMark(name, names);
  // pRb is the protein of RB1, and what laboratories write for its phosphorylated form: of an antibody, nobody knows which.
  if (bare !== null && (isArray || names.genesOf(name).length === 0)) return true;
  return binds !== undefined && isFormOf(gene, binds, names);
}

/** True for the name of a form beside its gene: a symbol or an alias is none, whatever it begins with (PTEN, p53). */
function isFormOf(gene: string, name: string, names: ProteinNames): boolean {
  if (genesOfAntibody(name, names).length > 0) return false;
  if (isNameOfForm(name)) return true;
  const bare = namesBesideMark(name);
  if (bare.length === 0) return false;
  const genes = new Set(membersOf(gene).flatMap((member) => genesOfAntibody(member, names)));
  return bare.some((each) => genesOfAntibody(each, names).some((of) => genes.has(of)));
}

/** True for a name that may begin with a mark of modification. */
export function hasMark(name: string): boolean {
  return (
    markedName.test(name) ||
    isPosition(name) ||
    isNameOfForm(name) ||
    namesBesideMark(name).length > 0
  );
}

/** The known name behind a mark of modification; null where there is none. */
export function withoutMark(name: string, names: ProteinNames): string | null {
  if (isListedAntibody(name)) return null;
  const [, bare] = markedName.exec(name) ?? [];
  return bare !== undefined && genesOfAntibody(bare, names).length > 0 ? bare : null;
}
