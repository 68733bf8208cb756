import { writeToStream } from "../io/write-output.ts";
import { buildIndex } from "../knowledgebase/index/build-index.ts";
import { describeStatement } from "../knowledgebase/statements/describe-statement.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import { describeOncogenicity, listCriteria } from "../report/render/describe-oncogenicity.ts";
import { type Asked, explainCase, type Explained } from "../run/explain-case.ts";
import { checkAge } from "./knowledge/check-age.ts";
import { checkDigest } from "./knowledge/check-digest.ts";
import { exitCodes } from "./exit-codes.ts";
import { resolveGeneOrDrugs } from "./kb/resolve-names.ts";
import { makeRequest, type RequestOptions } from "./request/make-request.ts";
import { openKnowledgebase } from "./knowledge/open-knowledgebase.ts";
import { openModels, type ModelOptions } from "./knowledge/open-models.ts";
import { printProblems } from "./print-problems.ts";
import { readToolVersion } from "./print-version.ts";
import { makeVoice, type Terminal, visible } from "./terminal.ts";

export interface ExplainOptions extends RequestOptions, ModelOptions {
  readonly kb: readonly string[];
  readonly asOf?: string;
  readonly kbMaxAge?: number;
  readonly kbSha256?: string;
  readonly reannotate?: boolean;
  readonly quiet: boolean;
  readonly format: "text" | "json";
  readonly whyNot?: boolean;
}

/** Prints why each statement of a gene is met by a variant of the case, or is not; or each about a drug. Resolves to 1 when there is none. */
export async function explainVariant(
  input: string,
  words: readonly string[],
  { options, terminal }: { options: ExplainOptions; terminal: Terminal },
): Promise<number> {
  const knowledgebase = await openKnowledgebase(options.kb, { asOf: options.asOf });
  checkAge(knowledgebase, options.kbMaxAge);
  checkDigest(knowledgebase, options.kbSha256);
  const asked = resolveGeneOrDrugs(words.join(" "), knowledgebase, buildIndex(knowledgebase));
  const { stdin } = terminal;
  const request = await makeRequest(input, options, {
    stdin,
    toolVersion: await readToolVersion(),
  });
  const models = await openModels(options);
  const explained = await explainCase(
    { ...request, models, reannotate: options.reannotate },
    asked,
    knowledgebase,
  );
  const text =
    options.format === "json"
      ? toJson(asked, explained)
      : toText(
          headLines(asked, explained, {
            ...knowledgebase,
            treated: request.lesions?.treated.id ?? null,
          }),
          explained,
        );
  await writeToStream(terminal.stdout, text);
  printProblems(explained.problems, await makeVoice(terminal, options));
  return explained.statements.length === 0 ? exitCodes.problems : exitCodes.done;
}

function toJson(asked: Asked, explained: Explained): string {
  const { labels, beside, isInCase, notes, oncogenicity, statements } = explained;
  const rows = statements.map(({ statement, state, reason, weight, history }) => ({
    id: statement.id,
    state,
    reason,
    weight,
    history,
  }));
  const points = oncogenicity.map(({ label, judged }) => ({ variant: label, ...judged }));
  const printed = {
    ...("drugs" in asked ? { drugs: asked.drugs } : {}),
    variants: labels,
    beside,
    isInCase,
    notes,
    oncogenicity: points,
    statements: rows,
  };
  return `${JSON.stringify(printed, null, 2)}\n`;
}

const headings = { met: "Met", undetermined: "Open", unmet: "Not met" };

interface HeadContext extends Pick<Knowledgebase, "therapies"> {
  /** The lesion to be treated; null where the case has one. */
  readonly treated: string | null;
}

/** What was asked for, and of a drug what the answer is: what supports it, and where to look further. */
function headLines(
  asked: Asked,
  { labels, isInCase, statements }: Explained,
  { therapies, treated }: HeadContext,
): string[] {
  const held = treated === null ? "the case" : `${treated}, the lesion to be treated`;
  if ("gene" in asked) {
    const what = labels.length === 0 ? `no variant of ${asked.gene}` : labels.join(", ");
    const others = treated === null ? "" : "; other lesions are not read";
    const where = isInCase ? `in ${held}` : `not in ${held}, judged as if it were${others}`;
    return [`${what} (${labels.length === 0 ? `in ${held}` : where})`];
  }
  const name = asked.drugs.map((id) => therapies.get(id)?.name ?? id).join(" + ");
  if (statements.length === 0) {
    return [`${name}: the knowledgebase has no statement about it, so it is in no report.`];
  }
  const count = (state: keyof typeof headings): string =>
    `${statements.filter((one) => one.state === state).length} ${headings[state].toLowerCase()}`;
  return [
    `${name} (all that ${treated ?? "the case"} holds): ${count("met")}, ${count("undetermined")}, ${count("unmet")}`,
  ];
}

function toText(
  head: readonly string[],
  { beside, notes, oncogenicity, statements }: Explained,
): string {
  const lines = head.map(visible);
  if (beside.length > 0) lines.push(visible(`judged with it: ${beside.join(", ")}`));
  lines.push(...notes.map((note) => visible(`note: ${note}`)));
  for (const { label, judged } of oncogenicity) {
    const criteria = listCriteria(judged).map((line) => `  ${line}`);
    const own = [`Oncogenicity of ${label}: ${describeOncogenicity(judged)}`, ...criteria];
    lines.push("", ...own.map(visible));
  }
  for (const state of ["met", "undetermined", "unmet"] as const) {
    const own = statements.filter((one) => one.state === state);
    if (own.length > 0) lines.push("", `${headings[state]}: ${own.length}`);
    for (const { statement, reason, weight, history } of own) {
      lines.push(`  ${statement.id}  ${describeStatement(statement)}`, `    ${visible(reason)}`);
      const more = state === "unmet" ? weight : [...history, ...weight];
      lines.push(...more.map((text) => `    ${visible(text)}`));
    }
  }
  return `${lines.join("\n")}\n`;
}
