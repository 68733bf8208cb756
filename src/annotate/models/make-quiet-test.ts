import { makeRegionTable, type IntervalList, type RegionInterval } from "../../io/region-table.ts";
import type { Contig } from "../../model/locus.ts";
import type { QuietPlace } from "../../model/quiet-place.ts";
import type { GenomeModels, QuietPlaces } from "./transcript.ts";

/** `isTested`: true where a statement about a gene or region looks for variants. */
export interface QuietContext {
  readonly isAskedAbout: (gene: string) => boolean;
  readonly isTested: (place: RegionInterval) => boolean;
}

/** The quiet places of a contig, as the genes that are asked about part them. */
interface QuietLists {
  readonly untranslated: IntervalList | undefined;
  readonly intron: IntervalList | undefined;
  readonly beside: IntervalList | undefined;
  readonly otherGene: IntervalList | undefined;
  /** Of genes that are asked about now and were not when the places were written down. */
  readonly asked: IntervalList | undefined;
}

/**
 * Why a change of bases at a place meets nothing, by the gene models alone; 1-based, both ends included. Null where it may, and where
 * nothing is known. Places are best asked for in the order of the genome.
 */
export function makeQuietTest(
  models: Pick<GenomeModels, "quietPlaces">,
  { isAskedAbout, isTested }: QuietContext,
): (place: RegionInterval) => QuietPlace | null {
  const byContig = new Map<Contig, QuietLists>();
  const listsOf = (contig: Contig): QuietLists => {
    const known = byContig.get(contig);
    if (known !== undefined) return known;
    const places = models.quietPlaces(contig);
    const listOf = (isMeant: (one: QuietPlaces) => boolean): IntervalList | undefined =>
      joinOn(contig, places.filter(isMeant));
    const lists = {
      untranslated: listOf(({ kind, gene }) => kind === "untranslated" && isAskedAbout(gene)),
      intron: listOf(({ kind, gene }) => kind === "intron" && isAskedAbout(gene)),
      beside: listOf(({ kind, gene }) => kind === "beside" && gene === ""),
      otherGene: listOf(({ kind, gene }) => kind === "beside" && gene !== ""),
      asked: listOf(({ kind, gene }) => kind === "beside" && isAskedAbout(gene)),
    };
    byContig.set(contig, lists);
    return lists;
  };
  return (place) => {
    const { contig, start, end } = place;
    const { untranslated, intron, beside, otherGene, asked } = listsOf(contig);
    if (untranslated?.hold(start, end) === true) return "untranslated";
    if (intron?.hold(start, end) === true) return "intron";
    const isBeside = beside?.hold(start, end) === true;
    if (!isBeside && otherGene?.hold(start, end) !== true) return null;
    if (isTested(place)) return null;
    if (isBeside) return "beside";
    return asked?.overlaps(start, end) === true ? null : "other gene";
  };
}

function joinOn(contig: Contig, places: readonly QuietPlaces[]): IntervalList | undefined {
  const table = makeRegionTable(
    places.flatMap(({ spans }) => spans.map(([start, end]) => ({ contig, start, end }))),
  );
  return table.intervalsOf(contig);
}
