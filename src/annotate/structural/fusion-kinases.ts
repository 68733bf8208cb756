/** Kinases that fusions activate, and which part of them a fusion has to keep. */
import type { Fusion } from "../../model/alteration.ts";
import type { GeneBreak } from "./gene-break.ts";

/**
 * Last residue of the kinase domain (UniProt, CC BY 4.0) of kinases that are activated as the 3' partner: as the 5' partner they lose the domain,
 * unless the break lies behind it. Written by us.
 */
export const threePrimeKinases: ReadonlyMap<string, number> = new Map([
  ["ABL1", 493],
  ["ABL2", 539],
  ["ALK", 1392],
  ["BRAF", 717],
  ["CSF1R", 910],
  ["FLT3", 943],
  ["JAK2", 1124],
  ["MET", 1345],
  ["NTRK1", 781],
  ["NTRK2", 807],
  ["NTRK3", 839],
  ["PDGFRA", 954],
  ["PDGFRB", 962],
  ["RAF1", 609],
  ["RET", 1016],
  ["ROS1", 2222],
]);

/** Kinases whose domain ends before the exons that a 3' partner takes the place of, as in FGFR3::TACC3: either side may keep it. */
const otherKinases: ReadonlySet<string> = new Set([
  "EGFR",
  "ERBB2",
  "ERBB4",
  "FGFR1",
  "FGFR2",
  "FGFR3",
  "FGFR4",
]);

/** True for the gene that a fusion is about, whatever it is joined to: a kinase, or NRG1, the ligand of one. */
export function isFusionDriver(gene: string): boolean {
  return threePrimeKinases.has(gene) || otherKinases.has(gene) || gene === "NRG1";
}

/** Ends of domains differ by a few residues between sources and transcripts. */
const tolerance = 10;

/**
 * `lost` where the 5' partner is a kinase that stands behind its partner in what activates it, and the break, where it is known, lies before
 * the end of its domain. Null where nothing is told. Of the 3' partner, which may be a kinase as well, nothing is said.
 */
export function judgeKinase(
  { fivePrime }: Pick<Fusion, "fivePrime">,
  first: Pick<GeneBreak, "codingBefore"> | null,
): "lost" | null {
  const end = fivePrime === null ? undefined : threePrimeKinases.get(fivePrime);
  if (end === undefined) return null;
  const keepsDomain = first !== null && first.codingBefore / 3 >= end - tolerance;
  return keepsDomain ? null : "lost";
}
