import type { IhcResult, SignatureStatus } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { compareMmrToMsi, type MsiState } from "../grids/mmr-against-msi.ts";
import {
  fitsMmrGene,
  type MmrPattern,
  type MmrProtein,
  mmrProteins,
  readMmrPattern,
} from "../grids/mmr-pattern.ts";
import type { ProteinMeasurement } from "./protein-measurement.ts";
import { isStainLost } from "./read-stain.ts";

/** Stains of the four proteins and the state of the microsatellites. */
export interface MismatchRepairEvidence {
  readonly stains: readonly Observation<IhcResult>[];
  readonly signatures: readonly Observation<SignatureStatus>[];
}

/** What is known of the mismatch repair of the tumor. */
export interface MismatchRepair {
  /** The stain of each protein that has one result. */
  readonly results: ReadonlyMap<MmrProtein, Observation<IhcResult>>;
  /** One loss makes a pattern; that all are retained takes all four. Null: neither. */
  readonly pattern: MmrPattern | null;
  /** Null where microsatellites were not tested, or two tests differ. */
  readonly msi: {
    readonly state: MsiState;
    readonly observation: Observation<SignatureStatus>;
  } | null;
  /** The stains in words, with the microsatellites where both are known. */
  readonly text: string;
}

/** Reads the stains of the four proteins and the microsatellites together. */
export function readMismatchRepair(evidence: MismatchRepairEvidence): MismatchRepair {
  const results = resultsOf(evidence.stains);
  const pattern = patternOf(results);
  const msi = msiOf(evidence.signatures);
  const stained = new Set(evidence.stains.map(({ gene }) => gene));
  return { results, pattern, msi, text: describe({ results, pattern, msi }, stained) };
}

/**
 * The pattern of the four mismatch repair proteins, read for a finding of `gene` (null: of the microsatellites), and the
 * microsatellites themselves.
 */
export function seeMismatchRepair(
  gene: string | null,
  evidence: MismatchRepairEvidence,
): ProteinMeasurement[] {
  const { results, pattern, msi, text } = readMismatchRepair(evidence);
  const [stain] = [...results.values()];
  return [
    ...(stain === undefined
      ? []
      : [
          {
            assay: "mmr-ihc" as const,
            seen: pattern === null ? "incomplete" : wordOf(pattern, gene),
            text,
            observation: null,
            support: stain.support,
            provenance: stain.provenance,
          },
        ]),
    // The microsatellites cannot bear out what they say themselves.
    ...(msi === null || gene === null
      ? []
      : [
          {
            assay: "msi" as const,
            seen: msi.state,
            text: pattern === null ? `microsatellites are ${msi.state}` : text,
            observation: msi.observation.id,
            support: msi.observation.support,
            provenance: msi.observation.provenance,
          },
        ]),
  ];
}

function describe(
  { results, pattern, msi }: Omit<MismatchRepair, "text">,
  stained: ReadonlySet<string | null>,
): string {
  if (pattern === null) return describeIncomplete(results, stained);
  if (msi !== null) return compareMmrToMsi(pattern, msi.state).text;
  return pattern.type === "retained"
    ? "MLH1, MSH2, MSH6 and PMS2 retained by IHC"
    : `${pattern.lost} lost by IHC${pattern.type === "atypical" ? " (an atypical pattern)" : ""}`;
}

/** Stains that find no loss, of fewer than the four proteins. */
function describeIncomplete(
  results: MismatchRepair["results"],
  stained: ReadonlySet<string | null>,
): string {
  const open = mmrProteins.filter((protein) => !results.has(protein));
  const named = (isStained: boolean, what: string): string[] => {
    const names = open.filter((protein) => stained.has(protein) === isStained);
    return names.length === 0 ? [] : [`${names.join(", ")} ${what}`];
  };
  return [
    `${[...results.keys()].join(", ")} retained by IHC`,
    ...named(false, "not stained"),
    ...named(true, "without one clear result"),
  ].join(", ");
}

/** An atypical loss takes the protein of the gene with it, and one of the other pair. */
function wordOf(pattern: MmrPattern, gene: string | null): string {
  if (pattern.type === "retained") return "retained";
  if (fitsMmrGene(pattern, gene)) return "matching loss";
  const hasOwn = gene === null || pattern.lost.split("/").includes(gene);
  return pattern.type === "atypical" && hasOwn ? "atypical loss" : "other loss";
}

/** The stain of each protein; one with two different results is left out. */
function resultsOf(
  stains: readonly Observation<IhcResult>[],
): Map<MmrProtein, Observation<IhcResult>> {
  const results = new Map<MmrProtein, Observation<IhcResult>>();
  for (const protein of mmrProteins) {
    const own = stains.filter(({ gene }) => gene === protein);
    const states = new Set(own.map(({ alteration }) => isStainLost(alteration)));
    const [stain] = own;
    if (stain !== undefined && states.size === 1 && !states.has(null)) results.set(protein, stain);
  }
  return results;
}

function patternOf(results: ReadonlyMap<MmrProtein, Observation<IhcResult>>): MmrPattern | null {
  const lost = [...results].flatMap(([protein, { alteration }]) =>
    isStainLost(alteration) === true ? protein : [],
  );
  const pattern = readMmrPattern(new Set(lost));
  return pattern.type === "retained" && results.size < mmrProteins.length ? null : pattern;
}

const msiWords: ReadonlyMap<string, MsiState> = new Map([
  ["high", "MSI-H"],
  ["low", "MSI-L"],
  ["stable", "MSS"],
]);

function msiOf(signatures: readonly Observation<SignatureStatus>[]): MismatchRepair["msi"] {
  const tested = signatures.flatMap((observation) => {
    const { marker, status } = observation.alteration;
    const state = marker === "MSI" && status !== null ? msiWords.get(status) : undefined;
    return state === undefined ? [] : [{ state, observation }];
  });
  const [first] = tested;
  return first === undefined || tested.some(({ state }) => state !== first.state) ? null : first;
}
