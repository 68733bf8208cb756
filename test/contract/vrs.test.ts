import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { identifyVrs, serializeVrs, sha512t24u } from "../../src/annotate/vrs/identify.ts";
import type { VrsObject } from "../../src/annotate/vrs/identify.ts";
import { makeRefgetAccessions } from "../../src/annotate/vrs/refget-accessions.ts";
import { makeVrsAllele } from "../../src/annotate/vrs/vrs-allele.ts";
import { shared } from "./check-shared-file.ts";
import { readSmallYaml } from "./read-small-yaml.ts";

const folder = `${shared}conformance/hgvs/`;
const isThere = existsSync(folder);

interface ModelCase {
  readonly in: VrsObject;
  readonly out: Record<string, string | null>;
}

describe.skipIf(!isThere)("the models of GA4GH's own validation file", () => {
  const models = isThere
    ? (readSmallYaml(
        readFileSync(`${folder}ga4gh__vrs/validation/models.yaml`, "utf8"),
      ) as unknown as Record<string, ModelCase[]>)
    : {};
  const cases = Object.values(models).flat();

  test("each has the digest and the text that are stated", () => {
    let digests = 0;
    for (const { in: object, out } of cases) {
      if (typeof out["ga4gh_digest"] === "string") {
        digests++;
        expect(identifyVrs(object)).toBe(out["ga4gh_identify"]);
      } else {
        expect(identifyVrs(object)).toBeNull();
      }
      if (out["ga4gh_serialize"]) expect(serializeVrs(object)).toBe(out["ga4gh_serialize"]);
    }
    expect(digests).toBe(15);
  });

  test("the truncated digest is that of the stated texts", () => {
    expect(sha512t24u("")).toBe("z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXc");
    expect(sha512t24u("ACGT")).toBe("aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2");
  });
});

/** Bases that the recorded answers of the sequence service state, by position on chromosome 19 of GRCh38. */
function readRecordedBases(): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  const cassettes = `${folder}ga4gh__vrs-python/tests/extras/cassettes/`;
  for (const name of readdirSync(cassettes)) {
    const text = readFileSync(`${cassettes}${name}`, "utf8");
    const answers = text.matchAll(
      /sequence\/(?:GRCh38:chr19|ga4gh:SQ\.IIB53T8CNeJJdUqzn9V_JnRtQadwWCbl)\?start=(\d+)&end=\d+\n\s+response:\n\s+body:\n\s+string: '?([ACGTN]*)/g,
    );
    for (const [, start, bases = ""] of answers) {
      [...bases].forEach((base, at) => known.set(Number(start) + at + 1, base));
    }
  }
  return known;
}

describe.skipIf(!isThere)("the VCF of vrs-python", () => {
  test("each allele has the id that is stated, reference alleles included", () => {
    const known = readRecordedBases();
    const bases = (start: number, end: number): string =>
      Array.from({ length: end - start + 1 }, (_, at) => known.get(start + at) ?? "N").join("");
    const accession = makeRefgetAccessions()("GRCh38", "19") ?? "";
    const vcf = readFileSync(
      `${folder}ga4gh__vrs-python/tests/extras/data/test_vcf_expected_output.vcf`,
      "utf8",
    );
    const found: [string, string][] = [];
    for (const line of vcf.split("\n")) {
      const stated = /VRS_Allele_IDs=([^;\t]*)/.exec(line)?.[1]?.split(",");
      if (stated === undefined || line.startsWith("#")) continue;
      const [, position, , ref = "", alts = ""] = line.split("\t");
      [ref, ...alts.split(",")].forEach((alt, index) => {
        const expected = stated[index];
        if (!expected) return;
        const question = {
          position: Number(position),
          ref,
          alt,
          refgetAccession: accession,
          bases,
        };
        found.push([makeVrsAllele(question)?.id ?? "none", expected]);
      });
    }
    expect(found).toHaveLength(14);
    for (const [id, expected] of found) expect(id).toBe(expected);
  });
});
