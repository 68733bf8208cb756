/** What could not be decided, folded by the reason and by what would settle it. */
import type { InputNeed } from "../model/alteration.ts";
import { compareText } from "../model/order.ts";
import type { NotAssessed } from "../model/report.ts";
import { distinct } from "./evaluation.ts";
import { gapOfReason, type Gap } from "./gap-of-reason.ts";
import type { Match } from "./match.ts";

/**
 * One entry per missing input and per other reason, sorted by code. A statement that hangs on two inputs counts
 * in both entries, because each of them has to be given.
 */
export function foldNotAssessed(undetermined: readonly Match[]): NotAssessed[] {
  const folded = new Map<string, { gap: Gap; statements: Set<string>; genes: Set<string> }>();
  for (const match of undetermined) {
    for (const gap of gapsOf(match)) {
      // Each place is an entry of its own: the reader has to see which one is missing.
      const key = `${gap.code} ${gap.what}`;
      const entry = folded.get(key) ?? { gap, statements: new Set(), genes: new Set() };
      folded.set(key, entry);
      entry.statements.add(match.statement.id);
      entry.genes.add(match.statement.gene);
    }
  }
  return [...folded.values()]
    .map(({ gap, statements, genes }) => ({
      ...gap,
      statements: statements.size,
      genes: [...genes].toSorted(compareText),
    }))
    .toSorted((a, b) => compareText(a.code, b.code) || compareText(a.what, b.what));
}

function gapsOf({ missing, notCovered, reason }: Match): Gap[] {
  if (missing.length > 0) return distinct(missing).map((need) => gapOfNeed[need]);
  if (notCovered.length > 0) return distinct(notCovered).map(coverageGap);
  return [gapOfReason.get(reason.code) ?? otherGap(reason.code)];
}

function coverageGap(text: string): Gap {
  return {
    code: "not-covered",
    what: `Statements about wild type or absence: ${text.replace(/\.$/, "")}`,
    reason: "That nothing was called does not prove that the place was read.",
    settledBy: "A test that reads these places, and its regions or calls given by --callable",
  };
}

const gapOfNeed: Readonly<Record<InputNeed, Gap>> = {
  "small-variants": {
    code: "no-variant-input",
    what: "Statements about mutations",
    reason: "No variant file was given.",
    settledBy: "A VCF of the metastasis",
  },
  "protein-annotation": {
    code: "no-protein-annotation",
    what: "Statements about the effect of variants that the file does not annotate",
    reason: "A variant lies in the gene, and the file does not say what it does to the protein.",
    settledBy: "A VCF annotated by VEP, SnpEff or bcftools csq, or --fasta",
  },
  "copy-number": {
    code: "no-copy-number-input",
    what: "Statements about amplifications and deletions",
    reason: "No copy-number input was given.",
    settledBy: "A copy-number table of the metastasis",
  },
  fusions: {
    code: "no-fusion-input",
    what: "Statements about fusions",
    reason: "No fusion input was given.",
    settledBy: "A list of fusions of the metastasis (--fusion), or its structural variants (--sv)",
  },
  "structural-variants": {
    code: "no-structural-variant-input",
    what: "Statements about exons lost or doubled",
    reason: "No structural variants were given.",
    settledBy: "Structural variants of the metastasis (--sv)",
  },
  "protein-expression": {
    code: "no-protein-input",
    what: "Statements about protein expression",
    reason: "No protein table was given.",
    settledBy: "A protein table with the case and a reference cohort",
  },
  status: {
    code: "no-status-input",
    what: "Statements about TMB, MSI, HRD, signatures and viruses",
    reason: "No result of the marker was given; not tested is not negative.",
    settledBy: "The result of such an assay, given by --status",
  },
  ihc: {
    code: "no-ihc-input",
    what: "Statements about immunohistochemistry",
    reason: "No result of the stain was given; not tested is not negative.",
    settledBy: "A result of the stain that the statement names, given by --ihc",
  },
  callability: {
    code: "no-callability",
    what: "Statements about wild type and about the absence of alterations",
    reason: "That nothing was called does not prove that the place was read.",
    settledBy: "Proof of what was read, such as a gVCF or a panel BED, given by --callable",
  },
  "other-assay": {
    code: "no-other-assay",
    what: "Statements about what no input shows: methylation, isoforms, breakpoints, exons gained or lost, zygosity",
    reason: "None of the files that this version reads tells.",
    settledBy: "The assay that the statement names",
  },
};

/** Reasons of rules that the list does not know yet are kept apart by their code. */
function otherGap(code: string): Gap {
  return {
    code,
    what: "Other statements that stay open",
    reason: `The rule leaves it open (${code}).`,
    settledBy: "See the reason of each statement",
  };
}
