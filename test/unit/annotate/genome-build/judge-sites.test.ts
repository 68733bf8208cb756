import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contradictsSites,
  decideBySites,
  isDoubtful,
} from "../../../../src/annotate/genome-build/judge-sites.ts";

const evidence = fc
  .record({ agree: fc.nat(20), disagree: fc.nat(20), alleles: fc.nat(5) })
  .filter(({ agree, alleles }) => alleles <= agree);
const sites = fc.record({ GRCh37: evidence, GRCh38: evidence, examples: fc.constant([]) });

describe("the verdicts on site evidence", () => {
  test("treat both builds alike", () => {
    fc.assert(
      fc.property(sites, ({ GRCh37, GRCh38 }) => {
        const given = { GRCh37, GRCh38, examples: [] };
        const swapped = { GRCh37: GRCh38, GRCh38: GRCh37, examples: [] };
        expect(contradictsSites("GRCh38", swapped)).toBe(contradictsSites("GRCh37", given));
        expect(isDoubtful("GRCh38", swapped)).toBe(isDoubtful("GRCh37", given));
        expect(decideBySites(swapped) === "GRCh38").toBe(decideBySites(given) === "GRCh37");
      }),
    );
  });

  test("never rule out the build that they decide for", () => {
    fc.assert(
      fc.property(sites, (given) => {
        const decided = decideBySites(given);
        if (decided !== null) expect(contradictsSites(decided, given)).toBe(false);
      }),
    );
  });
});
