import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PlacedVariant } from "../../../src/model/alteration.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { parseReport } from "../../../src/report/parse-report.ts";
import { identifyFindings } from "../../../src/run/identify-findings.ts";
import { observationOfFinding } from "../../../src/run/stored/observation-of-finding.ts";

const stored = join(
  import.meta.dirname,
  "../../../fixtures/cases/colorectal-liver-braf/expected/report.json",
);
const { findings } = parseReport(readFileSync(stored, "utf8"), "report.json");
const braf = findings.find(({ label }) => label === "BRAF V600E");

const inCase = (observation: Observation<PlacedVariant>) => ({
  observations: [observation],
  assembly: { name: observation.alteration.allele.assembly },
});

test("a finding on a chromosome whose accession is known has the VRS id of its allele, others have none", () => {
  if (braf === undefined) throw new Error("no finding");
  const { vrs: _, ...bare } = braf;
  const observation = observationOfFinding(bare) as Observation<PlacedVariant>;
  const [named] = identifyFindings([bare], inCase(observation), {});
  expect(named?.vrs).toBe("ga4gh:VA.Otc5ovrw906Ack087o1fhegB4jDRqCAe");

  const { allele } = observation.alteration;
  const move = (contig: string) => ({
    ...observation,
    alteration: { ...observation.alteration, allele: { ...allele, contig } },
  });
  expect(identifyFindings([bare], inCase(move("8")), {})).toEqual([bare]);
  const deletion = { ...allele, ref: "AC", alt: "A" };
  const indel = { ...observation, alteration: { ...observation.alteration, allele: deletion } };
  expect(identifyFindings([bare], inCase(indel), {})).toEqual([bare]);
});
