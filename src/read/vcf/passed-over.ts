import type { QuietPlace } from "../../model/quiet-place.ts";
import { hasFailedFilter } from "./failed-filters.ts";
import { addOne } from "./filter-counts.ts";
import { hasPlainAlt, makeFilterReader } from "./line-bytes.ts";
import type { ScannedLine } from "./scanned.ts";
import type { RecordOptions } from "../variant-reader.ts";

/** Records that are counted for their place, and not decoded. */
export interface PassedOver {
  /** True for a record that is only counted. */
  take(line: ScannedLine): boolean;
  /** How many, by what was seen of their place. */
  byPlace(): Map<QuietPlace, number>;
  /** How many of them failed a filter, which is asked first, by the text of FILTER. */
  byFilter(): Map<string, number>;
}

/** Records of one kind that are decoded before the others are only counted. */
const examples = 5;

/** Of all files: they name the same filters. */
const filters = makeFilterReader();

/** Counts what `passOver` says of lines; the first five of each kind are handed on as examples. */
export function makePassedOver({
  passOver,
  filteredWanted,
  isPlainCall,
}: Pick<RecordOptions, "passOver" | "filteredWanted"> & {
  /** False for a line that may be set aside for more than its place. */
  readonly isPlainCall: (line: Buffer) => boolean;
}): PassedOver {
  const quiet = new Map<QuietPlace, number>();
  const filtered = new Map<string, number>();
  return {
    take({ bytes, span, isTerminated, failedFilter }) {
      // An example of what a filter is counted for is decoded all the same.
      if (passOver === undefined || span === null || failedFilter !== null) return false;
      if (!isTerminated || !hasPlainAlt(bytes)) return false;
      const place = passOver(span, bytes);
      if (place === null || !isPlainCall(bytes)) return false;
      const filter = filteredWanted === undefined ? null : filters.ofLine(bytes, 0);
      const count =
        filter !== null && hasFailedFilter(filter)
          ? addOne(filtered, filter)
          : addOne(quiet, place);
      return count > examples;
    },
    byPlace: () => withoutExamples(quiet),
    byFilter: () => withoutExamples(filtered),
  };
}

function withoutExamples<Key>(counts: ReadonlyMap<Key, number>): Map<Key, number> {
  return new Map([...counts].map(([key, count]) => [key, Math.max(0, count - examples)]));
}
