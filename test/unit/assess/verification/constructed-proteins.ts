/** Stains, copies, calls and signatures of made-up cases, and their verification by the rules that ship. */
import type { OutlierCall } from "../../../../src/annotate/proteins/protein-outliers.ts";
import { gatherProteinEvidence } from "../../../../src/assess/verification/protein-evidence.ts";
import { verifyTarget } from "../../../../src/assess/verification/verify-target.ts";
import type {
  CopyNumberAlteration,
  Fusion,
  IhcResult,
  SignatureStatus,
} from "../../../../src/model/alteration.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import { call, index, variant } from "../../match/constructed-case.ts";

export interface Seen {
  outliers?: readonly OutlierCall[];
  /** Scores of kinases as a laboratory gives them, of a table that holds no protein. */
  kinaseScores?: readonly OutlierCall[];
  /** Stains, other alterations and signatures of the case. */
  beside?: readonly Observation[];
  drugs?: readonly string[];
  /** Alterations of the row that its level does not rest on. */
  others?: readonly Observation[];
}

export function verifyFully(
  alterations: Observation | readonly Observation[],
  { outliers, kinaseScores = [], beside = [], drugs = ["drug"], others = [] }: Seen,
) {
  const held = "id" in alterations ? [alterations] : alterations;
  const evidence = gatherProteinEvidence({
    observations: [...new Set([...held, ...others, ...beside])],
    outliers: [...(outliers ?? []), ...kinaseScores],
    proteinGiven: outliers !== undefined,
    index,
  });
  return verifyTarget({ deciding: held, others }, drugs, evidence);
}

export function verify(alterations: Observation | readonly Observation[], seen: Seen) {
  return verifyFully(alterations, seen).verification;
}

export function copies(
  gene: string,
  change: CopyNumberAlteration["change"],
): Observation<CopyNumberAlteration> {
  return {
    ...variant(gene, "X1Y"),
    id: `copy-number:${gene}`,
    label: `${gene} ${change}`,
    alteration: { kind: "copy-number", gene, change, copies: null },
  };
}

export function stain(
  gene: string,
  score: string,
  parts: Partial<IhcResult> = {},
): Observation<IhcResult> {
  const marker = gene === "ERBB2" ? "HER2" : gene;
  return {
    id: `ihc:${marker}:${score}:${parts.unit ?? ""}`,
    label: `${marker} ${score}`,
    gene,
    alteration: {
      kind: "ihc",
      marker,
      gene,
      score,
      unit: null,
      assay: null,
      clone: null,
      ...parts,
    },
    support: { kind: "value", value: null, text: score, unit: null, method: null },
    provenance: { file: "ihc.csv", line: 2, sample: null },
  };
}

export const ish = (unit: "ratio" | "copies", score: number) =>
  stain("ERBB2", String(score), { unit, assay: "FISH" });

export function msi(status: "high" | "low" | "stable"): Observation<SignatureStatus> {
  return {
    id: `signature:MSI:${status}`,
    label: `MSI ${status}`,
    gene: null,
    alteration: {
      kind: "signature",
      marker: "MSI",
      name: null,
      value: null,
      unit: null,
      status,
      method: "PCR",
    },
    support: { kind: "value", value: null, text: status, unit: null, method: "PCR" },
    provenance: { file: "status.csv", line: 3, sample: null },
  };
}

export function fusion(fivePrime: string, threePrime: string): Observation<Fusion> {
  return {
    ...variant(threePrime, "X1Y"),
    id: `fusion:${fivePrime}::${threePrime}`,
    label: `${fivePrime}::${threePrime}`,
    alteration: { kind: "fusion", fivePrime, threePrime, inFrame: true },
  };
}

/** A phosphosite of the gene. */
export function site(gene: string, verdict: OutlierCall["call"], name?: string): OutlierCall {
  const named = name === undefined ? {} : { site: name };
  return { ...call(gene, verdict), molecule: "phosphosite", ...named };
}

export const mmr = (lost: readonly string[]) =>
  ["MLH1", "MSH2", "MSH6", "PMS2"].map((gene) =>
    stain(gene, lost.includes(gene) ? "lost" : "retained"),
  );
