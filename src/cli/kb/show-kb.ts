import { makePlaceChange } from "../../annotate/models/place-change.ts";
import { writeToStream } from "../../io/write-output.ts";
import { buildIndex } from "../../knowledgebase/index/build-index.ts";
import { findDisease } from "../../knowledgebase/disease-tree.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { statementsAbout } from "../../knowledgebase/statements/statements-about.ts";
import { lookUpAlteration } from "../../match/look-up-alteration.ts";
import { nameAlteration } from "../../match/name-alteration.ts";
import { nearest } from "../../model/nearest.ts";
import { refuse } from "../../model/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { openModels } from "../knowledge/open-models.ts";
import { openKnowledgebase } from "../knowledge/open-knowledgebase.ts";
import { lineWidth, makePaint, type Terminal, visible } from "../terminal.ts";
import { resolveGene } from "./resolve-names.ts";
import { formatStatements, statementJson, type StatementRow } from "./statement-table.ts";

export interface ShowOptions {
  readonly kb: readonly string[];
  readonly tumorType?: string;
  readonly format: "text" | "json";
}

/** Prints what the knowledgebase says of a gene, or of one alteration of it. Resolves to 1 when it says nothing. */
export async function showAlteration(
  words: readonly string[],
  options: ShowOptions,
  terminal: Terminal,
): Promise<number> {
  const knowledgebase = await openKnowledgebase(options.kb);
  const index = buildIndex(knowledgebase);
  const [first = "", ...rest] = words;
  const gene = resolveGene(first, knowledgebase, index);
  const disease =
    options.tumorType === undefined ? null : findDisease(knowledgebase.diseases, options.tumorType);
  const text = rest.join(" ");
  const observation = text === "" ? null : nameAlteration(gene, text, index);
  const models = observation === null ? undefined : (await openModels({}))?.("GRCh38");
  const rows: StatementRow[] =
    text !== "" && observation === null
      ? byLabel(gene, text, knowledgebase)
      : lookUpAlteration(
          { gene, observation, disease: disease?.id ?? null },
          knowledgebase,
          index,
          makePlaceChange(models),
        ).map(({ statement, specificity, relation }) => ({
          statement,
          match: specificity ?? "",
          relation: disease === null ? "" : relation,
        }));
  await print(
    rows,
    { title: `${gene} ${text}`.trim(), tumor: disease?.name ?? null },
    options,
    terminal,
  );
  return rows.length === 0 ? exitCodes.problems : exitCodes.done;
}

async function print(
  rows: readonly StatementRow[],
  { title, tumor }: { title: string; tumor: string | null },
  options: ShowOptions,
  terminal: Terminal,
): Promise<void> {
  if (options.format === "json") {
    const document = { asked: title, tumor, statements: rows.map(statementJson) };
    await writeToStream(terminal.stdout, `${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const paint = await makePaint(terminal);
  const count = `${rows.length} ${rows.length === 1 ? "statement" : "statements"}`;
  const inTumor = tumor === null ? "" : `, seen from ${tumor}`;
  const head = paint.bold(`${visible(title)}: ${count}${visible(inTumor)}`);
  const table = rows.length === 0 ? "" : formatStatements(rows, paint, lineWidth(terminal));
  await writeToStream(terminal.stdout, `${head}\n${table}`);
}

/** Words that are no alteration in themselves may be a curator's own name of one: `exon 19 deletion`. */
function byLabel(gene: string, text: string, knowledgebase: Knowledgebase): StatementRow[] {
  const all = statementsAbout(gene, knowledgebase);
  const asked = text.toLowerCase();
  const found = all.filter(({ variant }) => variant.label.toLowerCase().includes(asked));
  if (found.length > 0) {
    return found.map((statement) => ({ statement, match: "by its name", relation: "" }));
  }
  const labels = new Set(all.map(({ variant }) => variant.label));
  const near = nearest(text, labels, 3);
  throw refuse("usage", "alteration-unknown", `no alteration of ${gene} is called "${text}"`, {
    hint:
      near.length === 0
        ? "Give a protein change (V600E), amplification, loss, fusion, A::B, protein high, or a curator's name."
        : `Near: ${near.join(", ")}.`,
  });
}
