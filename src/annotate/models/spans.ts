/** Sets of places on one contig as closed intervals of 1-based positions. What is called joined is disjoint and in ascending order. */
import type { Span } from "./transcript.ts";

/** The same places, joined: what overlaps or touches is one span. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Each span with so many bases more at either end, or fewer where `by` is negative; what vanishes is left out. */
export function widen(spans: readonly Span[], by: number): Span[] {
  return spans.flatMap(([start, end]): Span[] =>
    start - by <= end + by ? [[start - by, end + by]] : [],
  );
}

/** What is left of joined spans outside of joined holes; joined. */
export function cutOut(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return spans.flatMap(([start, end]) => {
    const left: Span[] = [];
    let from = start;
    for (let at = firstThatEndsFrom(holes, start); at < holes.length; at++) {
      const [first = Infinity, last = Infinity] = holes[at] ?? [];
      if (first > end) break;
      if (first > from) left.push([from, first - 1]);
      from = last + 1;
    }
    if (from <= end) left.push([from, end]);
    return left;
  });
}

/** What two joined sets have in common; joined, but for spans that touch. */
export function shared(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.flatMap(([start, end]) => {
    const common: Span[] = [];
    for (let at = firstThatEndsFrom(others, start); at < others.length; at++) {
      const [first = Infinity, last = Infinity] = others[at] ?? [];
      if (first > end) break;
      common.push([Math.max(first, start), Math.min(last, end)]);
    }
    return common;
  });
}

/** Index of the first of joined spans that does not end before the position. */
function firstThatEndsFrom(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.[1] ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
