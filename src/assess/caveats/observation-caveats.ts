/** What a reader must know about one observation before trusting it. */
import { describeSupport } from "../../match/describe-observation.ts";
import { formatPercent } from "../../match/format-measure.ts";
import { isDoubted } from "../../annotate/structural/is-doubted.ts";
import type { Fusion } from "../../model/alteration.ts";
import type { JunctionSupport, Observation } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";
import { findCohortCaveats } from "./cohort-caveats.ts";
import { findCopyCaveats } from "./copy-caveats.ts";
import { findNormalCaveats } from "./normal-caveats.ts";
import { findOriginFlags } from "./origin-flags.ts";

/** Fewer reads than this make a VAF too uncertain to read much from it (our choice). */
const lowDepth = 20;
/** Fewer reads of the allele than this may be an artifact (our choice). */
const fewReads = 4;
/** VAFs that a heterozygous or homozygous germline variant would have (spec, clinical R1.5; limits are our choice). */
const heterozygous = { from: 0.45, to: 0.55 };
const homozygousAbove = 0.95;

/** Caveats of one observation, each with its numbers. */
export function findObservationCaveats(observation: Observation, tumorOnly: boolean): Reason[] {
  const { support, label, alteration } = observation;
  if (alteration.kind === "copy-number") {
    // In situ hybridization counts signals, which are told with the finding.
    return support.kind === "value" ? [] : findCopyCaveats(label, alteration);
  }
  if (support.kind === "cohort") return findCohortCaveats(label, support);
  if (support.kind === "junction-reads") return junctionCaveats(observation, support);
  if (support.kind !== "reads") return [];
  const { vaf, depth, altReads, joined } = support;
  const caveats: Reason[] = [];
  if (joined !== undefined) {
    caveats.push({
      code: "records-joined",
      text: `${label}: joined from ${joined.records.join(" and ")}, because ${joined.because}: confirm it on the reads.`,
    });
  }
  if (vaf === null && depth === null) {
    caveats.push({
      code: "no-read-support",
      text: `${label}: the file gives neither the allele fraction nor the depth.`,
    });
  }
  if (support.failedFilters !== undefined) {
    caveats.push({
      code: "filtered-call",
      text: `${label}: the caller's filter rejects this call (${support.failedFilters.join(", ")}); it is used because filtered calls were asked for.`,
    });
  }
  if (altReads !== null && altReads < fewReads) {
    caveats.push({
      code: "few-reads",
      text: `${label}: only ${altReads} of the reads carry it; below ${fewReads} (our limit) it may be an artifact: confirm it.`,
    });
  }
  if (depth !== null && depth < lowDepth) {
    caveats.push({
      code: "low-depth",
      text: `${label}: ${describeSupport(support).join(", ")}; below ${lowDepth} reads (our limit) an allele fraction is uncertain.`,
    });
  }
  if (tumorOnly && vaf !== null && looksGermline(vaf)) {
    caveats.push({
      code: "potential-germline",
      text:
        `${label}: VAF ${formatPercent(vaf)} fits a germline variant ` +
        `(${formatPercent(heterozygous.from)} to ${formatPercent(heterozygous.to)}, or above ${formatPercent(homozygousAbove)}: our limits) ` +
        "and there is no matched normal: confirm on normal tissue. The tier is not changed by this.",
    });
  }
  const origin = tumorOnly ? findOriginFlags(observation) : [];
  const inNormal = findNormalCaveats(label, support);
  return [...caveats, ...inNormal, ...origin, ...lossCaveats(observation)];
}

/** Doubts about a junction: what the caller itself says, and few reads (our limit). */
function junctionCaveats({ label, alteration }: Observation, support: JunctionSupport): Reason[] {
  const { junctionReads, spanningReads, confidence, failedFilters, callers } = support;
  const isCounted = junctionReads !== null || spanningReads !== null;
  const reads = (junctionReads ?? 0) + (spanningReads ?? 0);
  return [
    ...(failedFilters === undefined
      ? []
      : [
          {
            code: "filtered-call",
            text: `${label}: the caller's filter rejects this call (${failedFilters.join(", ")}); it is used because filtered calls were asked for.`,
          },
        ]),
    ...(isDoubted(confidence)
      ? [
          {
            code: "low-confidence",
            text: `${label}: by ${callers.join(", ")} the confidence is ${confidence}; confirm it.`,
          },
        ]
      : []),
    ...(isCounted && reads < fewReads
      ? [
          {
            code: "few-reads",
            text: `${label}: only ${reads} of the reads support it; below ${fewReads} (our limit) it may be an artifact: confirm it.`,
          },
        ]
      : []),
    ...(isCounted
      ? []
      : [{ code: "no-read-support", text: `${label}: the file does not count the reads of it.` }]),
    ...(alteration.kind === "fusion" ? partnerCaveats(label, alteration) : []),
  ];
}

function partnerCaveats(label: string, { fivePrime, threePrime }: Fusion): Reason[] {
  if (fivePrime !== null && threePrime !== null) return [];
  const text = `${label}: the caller names no partner; confirm that a fusion protein is made.`;
  return [{ code: "partner-not-known", text }];
}

/** Doubts about a loss of function on a preferred transcript: shown, never a reason to drop it (spec, matching 3). */
function lossCaveats({ alteration, label }: Observation): Reason[] {
  if (alteration.kind !== "small-variant") return [];
  const preferred = alteration.consequences.filter((consequence) => consequence.preferred);
  const flags = new Set(preferred.flatMap((consequence) => consequence.flags ?? []));
  return lossFlags.flatMap(({ flag, text }) =>
    flags.has(flag) ? [{ code: flag, text: `${label}: ${text}` }] : [],
  );
}

const lossFlags = [
  {
    flag: "escapes-nmd",
    text: "the early stop lies in the last exon or the last 50 bases of the one before; the transcript may escape decay, so that a shortened protein is made.",
  },
  {
    flag: "last-5-percent",
    text: "the change lies in the last 5% of the coding sequence; the function may be kept.",
  },
] as const;

function looksGermline(vaf: number): boolean {
  return (heterozygous.from <= vaf && vaf <= heterozygous.to) || vaf > homozygousAbove;
}
