import type { ByteSource } from "../../../io/byte-source.ts";
import { openTable } from "../../../io/open-table.ts";
import { openText } from "../../../io/open-text.ts";
import { makeProblem, type ProblemWhere, type ReportProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { showText } from "../../show-text.ts";
import { makeRefusedRows } from "../../tables/table-refused-rows.ts";

/** One site that a kinase phosphorylates. */
export interface KinaseSubstrate {
  /** Genes as in the file. */
  readonly kinase: string;
  readonly gene: string;
  /** Residue and position in the human protein: `S9`. */
  readonly site: string;
}

export interface KinaseSubstrates {
  /** Base name. */
  readonly file: string;
  readonly digest: { readonly sha256: string; readonly bytes: number };
  readonly substrates: readonly KinaseSubstrate[];
}

/** Names of the columns, preferred first: our own, then those of PhosphoSitePlus and of KSEA, in lower case. */
const columnNames = {
  kinase: ["kinase_gene", "gene", "kinase"],
  gene: ["substrate_gene", "sub_gene", "substrate"],
  site: ["site", "sub_mod_rsd", "residue"],
} as const;
const organismNames = ["kin_organism", "sub_organism"];

const siteForm = /^p?([STY])([1-9]\d{0,4})$/i;

/**
 * Reads a table of kinases and their substrate sites: a row for each pair. Rows of other organisms are set aside where columns name them. A
 * row without a gene or with a site that is none is refused alone and counted. Throws Refusal "input" for a table without the columns.
 */
export async function readKinaseSubstrates(
  source: ByteSource,
  { report, strict }: { readonly report: ReportProblem; readonly strict: boolean },
): Promise<KinaseSubstrates> {
  const text = await openText(source, { report });
  const file = text.name;
  const table = await openTable(text, { report, strict });
  const columns = findColumns(table.columns, { file, line: table.headerLine });
  const refused = makeRefusedRows({ report, strict });
  const substrates = new Map<string, KinaseSubstrate>();
  let others = 0;
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const at = (index: number): string => (cells[index] ?? "").trim();
      if (columns.organisms.some((index) => !/^human$/i.test(at(index)))) {
        others += 1;
        continue;
      }
      const [kinase, gene] = [at(columns.kinase), at(columns.gene)];
      const [, residue, position] = siteForm.exec(at(columns.site)) ?? [];
      if (kinase === "" || gene === "" || residue === undefined || position === undefined) {
        const message = `the row names no kinase, substrate and site such as S9, but ${showText([kinase, gene, at(columns.site)].join(" "))}`;
        refused.add(
          makeProblem("substrate-unreadable", "warning", message, { where: { file, line } }),
        );
        continue;
      }
      const site = `${residue.toUpperCase()}${position}`;
      substrates.set([kinase, gene, site].join("\t"), { kinase, gene, site });
    }
  }
  if (substrates.size === 0) {
    throw refuse("input", "table-no-rows", "no row of the table could be read", {
      where: { file },
    });
  }
  const kinases = new Set([...substrates.values()].map(({ kinase }) => kinase)).size;
  const aside = others === 0 ? "" : `; rows of other organisms that were set aside: ${others}`;
  const message = `read ${substrates.size} substrate sites of ${kinases} kinases${aside}`;
  report(makeProblem("substrates-read", "notice", message, { where: { file } }));
  return { file, digest: text.digest(), substrates: [...substrates.values()] };
}

function findColumns(columns: readonly string[], where: ProblemWhere) {
  const names = columns.map((name) => name.toLowerCase().replaceAll(/[ .-]+/g, "_"));
  const find = (candidates: readonly string[]): number =>
    candidates.map((name) => names.indexOf(name)).find((index) => index !== -1) ?? -1;
  const [kinase, gene, site] = [
    find(columnNames.kinase),
    find(columnNames.gene),
    find(columnNames.site),
  ];
  if (kinase === -1 || gene === -1 || site === -1 || kinase === gene) {
    throw refuse(
      "input",
      "columns-missing",
      "the table has no columns of kinase, substrate and site",
      {
        where,
        hint: "Name them kinase, substrate and site; those of PhosphoSitePlus (GENE, SUB_GENE, SUB_MOD_RSD) are read too.",
      },
    );
  }
  const organisms = organismNames
    .map((name) => names.indexOf(name))
    .filter((index) => index !== -1);
  return { kinase, gene, site, organisms };
}
