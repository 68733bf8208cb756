import type { VcfHeader } from "./header.ts";
import {
  findByGenomes,
  findDeclaredSample,
  findInCommand,
  findInDragen,
  type SampleDeclaration,
} from "./tumor-sample.ts";
import type { ChosenSample } from "../variant-reader.ts";

/** The ways in which callers name the normal in the header, the plainest first. */
const declarations: readonly SampleDeclaration[] = [
  {
    decidedBy: "##normal_sample of the header",
    find: ({ key, value }) => (key === "normal_sample" ? value.trim() : undefined),
  },
  {
    decidedBy: "the command of MuTect in the header",
    find: (line) => findInCommand(line, /^(?:MuTect|GATKCommandLine)/i, "normal"),
  },
  {
    decidedBy: "the command of Sentieon in the header",
    find: (line) => findInCommand(line, /^SentieonCommandLine/i, "normal"),
  },
  {
    decidedBy: "the command of DRAGEN in the header",
    find: (line) => findInDragen(line, "--RGSM"),
  },
  {
    decidedBy: "##SAMPLE of the header",
    find: (line) => findByGenomes(line, "Germline"),
  },
  {
    decidedBy: "##PEDIGREE of the header",
    find: ({ key, items }) => (key === "PEDIGREE" ? items?.get("Original") : undefined),
  },
];

/** Names of tumors: of two lesions in one file neither is the other's normal. */
const tumorLike = /^(?!.*normal).*(?:tumou?r|metasta|primary|lesion|relapse|recurr|biops)/i;

/**
 * Which column is the matched normal of the tumor: the one that the header names; else one called NORMAL in any case; else, of
 * two samples, the other one, unless its name is that of a tumor. `others` are samples that the case reads as tumors too. Null
 * when this decides nothing.
 */
export function findNormalSample(
  { meta, samples }: Pick<VcfHeader, "meta" | "samples">,
  { tumor, others }: { readonly tumor: string; readonly others: readonly string[] },
): ChosenSample | null {
  const left = samples.filter((sample) => sample !== tumor && !others.includes(sample));
  const declared = findDeclaredSample({ meta, samples: left }, declarations);
  if (declared !== null) return declared;
  const byName = left.filter((sample) => /^normal$/i.test(sample));
  const [named] = byName;
  if (named !== undefined && byName.length === 1) return { name: named, decidedBy: "its name" };
  const [other] = left;
  if (samples.length !== 2 || other === undefined || tumorLike.test(other)) return null;
  return { name: other, decidedBy: "the only other sample of the file" };
}
