import { annotateCall } from "../../annotate/annotate-call.ts";
import { areReadTogether } from "../../annotate/call-effects.ts";
import { joinAlleles } from "../../annotate/alleles/join-alleles.ts";
import type { GenomeModels } from "../../annotate/models/transcript.ts";
import { alleleKey, type PlacedVariant, type SmallVariant } from "../../model/alteration.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import type { Observation, Phase, ReadSupport } from "../../model/observation.ts";
import { makeProblem } from "../../model/problem.ts";
import { groupNeighbors, type Neighbor, type NeighborGroup } from "./group-neighbors.ts";
import type { Stage } from "../stage.ts";

type Variant = Observation<SmallVariant>;

export interface JoinedVariants {
  /** Without the parts of what is one change of a codon. */
  readonly observations: readonly Variant[];
  /** The observations that a variant of the file became: itself, the joined one, or both. */
  idsOf(id: string): readonly string[];
  /** Variants that are part of a joined one. */
  readonly parts: ReadonlySet<string>;
}

interface JoinFacts {
  readonly assembly: Assembly;
  /** By the id of the observation. */
  readonly phases: ReadonlyMap<string, Phase>;
}

interface Part extends Neighbor {
  readonly observation: Observation<PlacedVariant>;
  readonly support: ReadSupport;
}

const partOfCodon = {
  code: "joined-in-phase",
  what: "changes of one codon on one molecule",
  reason:
    "The file phases these changes: together they are one change of the protein, which is used.",
};

/**
 * Variants that several records of the file make together, tested as one change beside the records, and said to be joined (spec,
 * matching 1.3). Where the file phases them and they are read together in the protein, what each would be alone is no change of
 * the molecule: the parts are set aside. Joined is what the knowledgebase names, or what has a protein change by the gene models.
 */
export function joinVariants(
  observations: readonly Variant[],
  { assembly, phases }: JoinFacts,
  stage: Stage,
): JoinedVariants {
  const models = stage.request.models?.(assembly);
  const known = new Set(observations.map(({ id }) => id));
  const became = new Map<string, readonly string[]>();
  const joined: Variant[] = [];
  for (const group of groupNeighbors(observations.flatMap((one) => toPart(one, phases)))) {
    const own = joinGroup(group, models, stage);
    if (own === null || known.has(own.id)) continue;
    const isOne = group.isPhased && isReadTogether(group, own, models);
    // Changes of two codons with bases between them are two, unless the knowledgebase names them as one.
    if (!isOne && !group.isAdjacent && !isNamed(own, stage)) continue;
    known.add(own.id);
    joined.push(own);
    reportJoined(own, stage);
    for (const { id, observation } of group.members) {
      const before = became.get(id);
      became.set(id, [...(before ?? (isOne ? [] : [id])), own.id]);
      if (isOne && before === undefined) {
        stage.tally.add(partOfCodon, observation.label, observation.provenance);
      }
    }
  }
  if (joined.length === 0) return { observations, idsOf: (id) => [id], parts: new Set() };
  const isKept = ({ id }: Variant): boolean => became.get(id)?.includes(id) ?? true;
  return {
    observations: [...observations.filter(isKept), ...joined],
    idsOf: (id) => became.get(id) ?? [id],
    parts: new Set(became.keys()),
  };
}

function toPart(observation: Variant, phases: JoinFacts["phases"]): Part[] {
  const { id, alteration, support } = observation;
  const { allele } = alteration;
  if (allele === null || support.kind !== "reads") return [];
  const placed = { ...observation, alteration: { ...alteration, allele } };
  return [{ id, allele, support, phase: phases.get(id), observation: placed }];
}

function joinGroup(
  { members, because }: NeighborGroup<Part>,
  models: GenomeModels | undefined,
  stage: Stage,
): Variant | null {
  const bases =
    models?.bases ?? ((_contig, start, end) => "N".repeat(Math.max(0, end - start + 1)));
  const allele = joinAlleles(
    members.map((member) => member.allele),
    bases,
  );
  const [first] = members;
  if (allele === null || first === undefined) return null;
  const { assembly, ...given } = allele;
  const { currentSymbol, knownAllele } = stage.index;
  const own = annotateCall(
    {
      given,
      altIndex: 1,
      altCount: 1,
      failedFilters: [],
      annotations: [],
      support: joinSupport(members, because),
      provenance: first.observation.provenance,
    },
    { assembly, knownAllele, models, currentSymbol },
  );
  const { consequences } = own.alteration;
  const hasChange = consequences.some(({ proteinChange }) => proteinChange !== null);
  if (!hasChange && !isNamed(own, stage)) return null;
  return { ...own, alteration: { ...own.alteration, populationFrequency: rarest(members) } };
}

function isNamed({ alteration: { allele } }: Variant, { index }: Stage): boolean {
  return allele !== null && index.knownAllele(alleleKey(allele)) !== undefined;
}

/** What every part is at least; a molecule with all of them is no more frequent than the rarest. */
function rarest(members: readonly Part[]): number | null {
  const all = members.map(({ observation }) => observation.alteration.populationFrequency);
  return all.some((each) => each === null) ? null : Math.min(...all.map((each) => each ?? 0));
}

function joinSupport(members: readonly Part[], because: string): ReadSupport {
  const lowest = (read: (support: ReadSupport) => number | null): number | null => {
    const all = members.flatMap(({ support }) => read(support) ?? []);
    return all.length < members.length ? null : Math.min(...all);
  };
  const failed = [...new Set(members.flatMap(({ support }) => support.failedFilters ?? []))];
  const rule = members[0]?.support.rule ?? null;
  return {
    kind: "reads",
    vaf: lowest(({ vaf }) => vaf),
    depth: lowest(({ depth }) => depth),
    altReads: lowest(({ altReads }) => altReads),
    rule: rule === null ? null : `the lowest of the joined records by ${rule}`,
    genotype: "alt called",
    ...lowestNormal(members),
    ...(failed.length > 0 ? { failedFilters: failed } : {}),
    joined: { records: members.map(nameRecord), because },
  };
}

/** A molecule with all of the alleles has no more reads in the normal than the least of them. */
function lowestNormal(members: readonly Part[]): Pick<ReadSupport, "normal"> {
  const all = members.flatMap(({ support }) => support.normal ?? []);
  const [least] = all.toSorted((a, b) => (a.vaf ?? 1) - (b.vaf ?? 1));
  return least === undefined || all.length < members.length ? {} : { normal: least };
}

/** `7:140753336 A>T (line 12)`. */
function nameRecord({ allele, observation }: Part): string {
  const { line } = observation.provenance;
  const change = `${allele.contig}:${allele.position} ${allele.ref}>${allele.alt}`;
  return line === null ? change : `${change} (line ${line})`;
}

/** All of them change one codon of the gene, or follow a frameshift. */
function isReadTogether(
  { members }: NeighborGroup<Part>,
  { gene }: Variant,
  models: GenomeModels | undefined,
): boolean {
  const alleles: readonly Allele[] = members.map(({ allele }) => allele);
  return models !== undefined && gene !== null && areReadTogether(alleles, gene, models);
}

function reportJoined({ label, support, provenance }: Variant, { report }: Stage): void {
  const joined = support.kind === "reads" ? support.joined : undefined;
  if (joined === undefined) return;
  const { file, line } = provenance;
  const message = `${joined.records.join(" and ")} are also tested as one change, ${label}: ${joined.because}`;
  report(
    makeProblem("records-joined", "notice", message, {
      where: line === null ? { file } : { file, line },
      hint: "Look at the reads: on one molecule they are this change.",
    }),
  );
}
