import type { Assembly, Contig } from "../../model/locus.ts";
import { assemblies } from "../../model/locus.ts";
import { hasContigLength } from "./contig-lengths.ts";

export interface ContigVerdict {
  readonly state: "decided" | "undecided" | "mixed" | "another build";
  /** Null unless decided. */
  readonly assembly: Assembly | null;
  /** Null when the header gives no length. */
  readonly evidence: string | null;
}

/** So many chromosomes of one build decide, even if other lengths are of neither. */
const enough = 3;

/**
 * What the contig lengths of a header say. A name without a length decides nothing, nor does `MT`, which both builds share.
 * One build decides when at least three lengths, or all that are given, are its own. Three or more lengths that are of
 * neither build, with none that is, are those of another build or species.
 */
export function judgeContigs(contigs: ReadonlyMap<Contig, number | null>): ContigVerdict {
  const counts = { GRCh37: 0, GRCh38: 0, both: 0, neither: 0 };
  for (const [contig, length] of contigs) {
    if (length !== null) counts[classify(contig, length)] += 1;
  }
  const { GRCh37, GRCh38, both, neither } = counts;
  const total = GRCh37 + GRCh38 + both + neither;
  if (total === 0) return { state: "undecided", assembly: null, evidence: null };
  const say = (count: number, whose: string) =>
    `contig lengths in the header: ${count} of ${total} are those of ${whose}`;

  if (GRCh37 > 0 && GRCh38 > 0) {
    const evidence = `${say(GRCh37 + both, "GRCh37")}, ${GRCh38 + both} of ${total} those of GRCh38`;
    return { state: "mixed", assembly: null, evidence };
  }
  const [assembly, own] =
    GRCh37 > 0 ? (["GRCh37", GRCh37] as const) : (["GRCh38", GRCh38] as const);
  if (own > 0) {
    const evidence = say(own + both, assembly);
    const decides = own >= enough || neither === 0;
    return decides
      ? { state: "decided", assembly, evidence }
      : { state: "undecided", assembly: null, evidence };
  }
  const isAnother = neither >= enough;
  const evidence = say(both, "GRCh37 or GRCh38");
  return { state: isAnother ? "another build" : "undecided", assembly: null, evidence };
}

function classify(contig: Contig, length: number): Assembly | "both" | "neither" {
  const [first, ...others] = assemblies.filter((name) => hasContigLength(contig, length, name));
  if (first === undefined) return "neither";
  return others.length > 0 ? "both" : first;
}
