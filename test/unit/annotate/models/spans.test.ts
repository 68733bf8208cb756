import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutOut, joinSpans, shared, widen } from "../../../../src/annotate/models/spans.ts";
import type { Span } from "../../../../src/annotate/models/transcript.ts";

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(9))
    .map(([from, more]): Span => [from, from + more]),
  { maxLength: 12 },
);

function placesOf(list: readonly Span[]): Set<number> {
  const places = new Set<number>();
  for (const [start, end] of list) for (let at = start; at <= end; at++) places.add(at);
  return places;
}

function expectPlaces(list: readonly Span[], isHeld: (at: number) => boolean): void {
  const held = placesOf(list);
  for (let at = -20; at <= 90; at++) expect([at, held.has(at)]).toEqual([at, isHeld(at)]);
}

describe("sets of places", () => {
  test("that are joined hold the same places in disjoint spans that do not touch", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const places = placesOf(list);
        const joined = joinSpans(list);
        expectPlaces(joined, (at) => places.has(at));
        for (const [index, [start]] of joined.entries()) {
          expect(start).toBeGreaterThan((joined[index - 1]?.[1] ?? -Infinity) + 1);
        }
      }),
    );
  });

  test("are cut and shared place by place", () => {
    fc.assert(
      fc.property(spans, spans, (list, other) => {
        const [own, others] = [placesOf(list), placesOf(other)];
        const [joined, holes] = [joinSpans(list), joinSpans(other)];
        expectPlaces(cutOut(joined, holes), (at) => own.has(at) && !others.has(at));
        expectPlaces(shared(joined, holes), (at) => own.has(at) && others.has(at));
      }),
    );
  });

  test("grow and shrink at both ends, until nothing is left", () => {
    expect(widen([[10, 12]], 2)).toEqual([[8, 14]]);
    expect(
      widen(
        [
          [10, 12],
          [20, 22],
          [30, 31],
        ],
        -1,
      ),
    ).toEqual([
      [11, 11],
      [21, 21],
    ]);
  });
});
