import { findUnreadName } from "../../annotate/hgvs/name-call.ts";
import type { ByteSource } from "../../io/byte-source.ts";
import type { ResolvedTherapy } from "../../knowledgebase/therapies/resolve-therapy.ts";
import type { Assembly } from "../../model/locus.ts";
import type { NamedCall } from "../../model/observation.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import { findReader, nameKnown, nameNearest, recognize } from "../../read/find-reader.ts";
import type { EvidenceKind, PriorReader, Reader } from "../../read/reader.ts";
import { readers } from "../../read/readers.ts";
import { vcf } from "../../read/vcf/vcf.ts";
import { makeBuildCheck } from "./check-build.ts";
import type { KnownGenomes } from "./check-reference.ts";
import { findDrugs } from "../interpret-prior.ts";
import { makeProblemKinds, type ProblemKind } from "./problem-kinds.ts";
import type { EvidenceReadOptions, EvidenceTable } from "../../read/evidence-reader.ts";
import type { ProteinReader, ProteinReadOptions } from "../../read/protein-reader.ts";
import type { VariantReader } from "../../read/variant-reader.ts";

/** What a check found in one file. */
export interface CheckedFile {
  /** Base name. */
  readonly file: string;
  /** As it was given; null for standard input. */
  readonly path: string | null;
  /** `vcf VCFv4.2`, `protein-wide`, `case`, `report`; `unknown` when it was refused before that was clear. */
  readonly format: string;
  /** The file as a whole cannot be used. */
  readonly isRefused: boolean;
  /** Records or rows, and how many of them were refused alone; null when none were read. */
  readonly counts: { readonly read: number; readonly refused: number } | null;
  /** The tumor's column, where the file has samples and one is decided. */
  readonly tumorSample: string | null;
  readonly kinds: readonly ProblemKind[];
}

/** What a case or the command line says of a file; all of it may be open. */
export interface CheckOptions {
  readonly tumorSample?: string | undefined;
  readonly tumorAfTag?: string | undefined;
  readonly tumorDpTag?: string | undefined;
  readonly proteinSample?: string | undefined;
  readonly proteinScale?: ProteinReadOptions["scale"];
  readonly proteinMolecule?: ProteinReadOptions["molecule"];
  /** Knows genes and accessions, to say which rows of protein tables nothing is known of. */
  readonly proteinNames?: ProteinReadOptions["names"];
  /** Name of the case in a file of another kind; the tumor sample or the case's own id when absent. */
  readonly sample?: string | undefined;
  readonly caseId?: string | undefined;
  readonly allowTruncated: boolean;
  /** The genome build that the case names. */
  readonly assembly?: Assembly | undefined;
  /** Knows sites, alleles and bases on both builds, to say whether a file is of one; undefined where nothing does. */
  readonly openGenomes?: () => Promise<KnownGenomes | undefined>;
  /** Knows drugs and classes, for the names of a patient's history. */
  readonly openTherapies?: () => Promise<((name: string) => ResolvedTherapy) | undefined>;
}

/** What a reading gives to its check; `format` is set as soon as it is known. */
interface Findings {
  format: string;
  counts: CheckedFile["counts"];
  tumorSample: string | null;
  readonly report: ReportProblem;
}

/**
 * Runs one reading to its end and gathers what it reports. A refusal of any kind is a finding like the others and ends the
 * reading; only a bug comes through as an error.
 */
export async function gatherFindings(
  { name, path }: Pick<ByteSource, "name" | "path">,
  read: (findings: Findings) => Promise<void>,
): Promise<CheckedFile> {
  const problems = makeProblemKinds();
  const findings: Findings = {
    format: "unknown",
    counts: null,
    tumorSample: null,
    report: problems.report,
  };
  let isRefused = false;
  try {
    await read(findings);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    isRefused = true;
    for (const problem of error.problems) problems.report(problem);
  }
  const { format, counts, tumorSample } = findings;
  return { file: name, path, format, isRefused, counts, tumorSample, kinds: problems.kinds() };
}

/** Checks a file of any kind, whichever its content is. `input`: the kind that a case gives it as. */
export async function checkFile(
  source: ByteSource,
  options: CheckOptions,
  input?: EvidenceKind,
): Promise<CheckedFile> {
  return await gatherFindings(source, async (findings) => {
    // A stream cannot be looked at and then read.
    const { head, claiming } =
      source.path === null ? { head: "#", claiming: [vcf] } : await recognize(source);
    const reader =
      input === undefined
        ? chooseReader(source.name, { head, claiming, report: findings.report })
        : await findReader(input, source);
    findings.format = reader.id;
    if (reader.input === "variants") await readVariants(source, { options, findings, reader });
    else if (reader.input === "protein") {
      await readProteins(source, { options, findings, reader, head });
    } else if (reader.input === "prior-therapy") {
      await readPrior(source, { options, findings, reader });
    } else countRows(findings, await reader.read(source, evidenceOptions({ options, findings })));
  });
}

/** A drug that the knowledgebase does not know marks nothing, which is worth knowing before the case is run. */
async function readPrior(
  source: ByteSource,
  about: { options: CheckOptions; findings: Findings; reader: PriorReader },
): Promise<void> {
  const { options, findings } = about;
  const { report } = findings;
  const table = await about.reader.read(source, evidenceOptions(about));
  countRows(findings, table);
  const resolve = await options.openTherapies?.();
  if (resolve === undefined) return;
  for (const row of table.rows) findDrugs(row, table.file, { resolve, report });
}

/**
 * A damaged VCF is nobody's; it is still a VCF that `annotate` would be given, and one of copy numbers or breakends is held to the same
 * specification. Tables of genes and values look alike, whatever was measured: one that only its case can tell is checked as the first
 * kind that reads it, and that is said.
 */
function chooseReader(
  name: string,
  {
    head,
    claiming,
    report,
  }: {
    readonly head: string;
    readonly claiming: readonly Reader[];
    readonly report: ReportProblem;
  },
): Reader {
  const [reader, other] = claiming;
  if (reader !== undefined && other === undefined) return reader;
  const isAnnotated = claiming.some(({ input }) => input === "outside-calls");
  if (reader?.input === "variants" && !isAnnotated) return reader;
  if (reader === undefined && (head.startsWith("#") || /\.(?:vcf|bcf)(?:\.|$)/i.test(name))) {
    return vcf;
  }
  const kinds = new Set(claiming.map(({ input }) => input));
  if (reader !== undefined && kinds.size === claiming.length) {
    const named = claiming.filter(({ id }) => !anyGenes.has(id));
    const chosen = named[0] ?? reader;
    const others = claiming.filter((each) => each !== chosen).map(({ id }) => id);
    const message = `checked as ${chosen.id}; what a case calls it decides, for it could be ${others.join(" or ")}`;
    const where = { file: name };
    report(makeProblem("format-by-case", "notice", message, { where }));
    return chosen;
  }
  const message =
    reader === undefined
      ? `${name} is none of the formats that metaction reads`
      : `${name} could be ${claiming.map(({ id }) => id).join(" or ")}`;
  const code = reader === undefined ? "format-unknown" : "format-ambiguous";
  throw refuse("input", code, message, {
    where: { file: name, line: 1 },
    hint: reader === undefined ? nameNearest(readers, head) : nameKnown(claiming, readers.length),
  });
}

/** Formats that any table of genes and numbers has: one whose columns are named stands over them. */
const anyGenes: ReadonlySet<string> = new Set(["protein-wide", "cna-matrix"]);

interface Reading {
  readonly options: CheckOptions;
  readonly findings: Findings;
}

async function readVariants(
  source: ByteSource,
  { options, findings, reader }: Reading & { readonly reader: VariantReader },
): Promise<void> {
  const { tumorSample, tumorAfTag, tumorDpTag, allowTruncated } = options;
  const file = await reader.open(source, {
    tumorSample,
    tumorAfTag,
    tumorDpTag,
    allowTruncated,
    strict: false,
    audit: true,
    report: findings.report,
  });
  findings.format = [reader.id, file.header.fileFormat].filter(Boolean).join(" ");
  findings.tumorSample = file.header.tumorSample?.name ?? null;
  const genomes = await options.openGenomes?.();
  const { report } = findings;
  const build =
    genomes === undefined
      ? null
      : makeBuildCheck(file.header, genomes, { asked: options.assembly, report });
  let unread = 0;
  try {
    for await (const record of file.records(null)) {
      const { named } = record;
      if (named !== undefined && !isRead(named, report)) unread += 1;
      build?.add(record);
    }
    build?.finish();
  } finally {
    const { read, refused } = file.counts();
    findings.counts = { read, refused: refused + unread };
  }
  for (const { input } of file.header.alsoHolds ?? []) {
    const other = await findReader(input, source);
    countRows(findings, await other.read(source, evidenceOptions({ options, findings })));
  }
}

function evidenceOptions({ options, findings: { report } }: Reading): EvidenceReadOptions {
  const { sample, caseId: id, tumorSample } = options;
  return { sample, caseNames: { id, tumorSample }, report, strict: false };
}

/** Behind variants of the same file its rows are counted with them. */
function countRows(findings: Findings, { format, counts }: EvidenceTable): void {
  const before = findings.counts ?? { read: 0, refused: 0 };
  if (findings.counts === null) findings.format = format;
  findings.counts = { read: before.read + counts.read, refused: before.refused + counts.refused };
}

/** Whether the names of a variant can be read; that they fit the gene is seen when they are looked up. */
function isRead(named: NamedCall, report: ReportProblem): boolean {
  const problem = findUnreadName(named);
  if (problem !== null) report(problem);
  return problem === null;
}

async function readProteins(
  source: ByteSource,
  reading: Reading & { readonly reader: ProteinReader; readonly head: string },
): Promise<void> {
  const { options, findings, reader, head } = reading;
  const { report } = findings;
  const read = async (sample: string): Promise<void> => {
    const table = await reader.read(source, {
      sample,
      scale: options.proteinScale,
      molecule: options.proteinMolecule,
      names: options.proteinNames,
      strict: false,
      report,
    });
    findings.counts = { read: table.counts.read, refused: table.counts.refused };
  };
  const asked = options.proteinSample;
  const any = reader.firstSample(head, options.proteinNames) ?? "";
  if (asked === undefined) {
    const where = { file: source.name };
    const message = "which sample of the table is the case is not said; every row was checked";
    const hint = "Say it with --protein-sample NAME.";
    report(makeProblem("protein-sample-undecided", "notice", message, { where, hint }));
    await read(any);
    return;
  }
  try {
    await read(asked);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "identity") throw error;
    for (const problem of error.problems) report(problem);
    await read(any);
  }
}
