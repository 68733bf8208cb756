import { makeRegionTable, type IntervalList, type RegionInterval } from "../../io/region-table.ts";
import type { Contig } from "../../model/locus.ts";
import type { GenomeModels } from "./transcript.ts";

/**
 * A test that is true for a place that lies deep inside introns, whatever the transcript, of a gene that is asked about; 1-based,
 * both ends included. False where no transcript is known. Places are best asked for in the order of the genome.
 */
export function makeIntronTest(
  models: Pick<GenomeModels, "introns">,
  isAskedAbout: (gene: string) => boolean,
): (place: RegionInterval) => boolean {
  const byContig = new Map<Contig, IntervalList | undefined>();
  const intronsOf = (contig: Contig): IntervalList | undefined => {
    if (byContig.has(contig)) return byContig.get(contig);
    const introns = models.introns(contig).filter(({ gene }) => isAskedAbout(gene));
    const table = makeRegionTable(
      introns.flatMap(({ spans }) => spans.map(([start, end]) => ({ contig, start, end }))),
    );
    byContig.set(contig, table.intervalsOf(contig));
    return table.intervalsOf(contig);
  };
  return ({ contig, start, end }) => intronsOf(contig)?.hold(start, end) ?? false;
}
