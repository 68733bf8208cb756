import { formatDecimal } from "../../match/format-measure.ts";
import type { OutlierSupport } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";

/** Doubts about what an outlier was compared with. */
export function findCohortCaveats(label: string, support: OutlierSupport): Reason[] {
  const { hostTissue, agreement, cohort, subset, detection, group } = support;
  const caveats: Reason[] = [];
  if (group !== undefined) {
    caveats.push({
      code: "several-genes",
      text: `${label}: the row is of several genes (${group.join(", ")}), and the value need not be of this one. Measure the protein by itself, as by a stain.`,
    });
  }
  if (detection !== undefined) {
    const lacking = detection.samples - detection.detected;
    caveats.push({
      code: "not-detected",
      text: `${label}: no z and no q stand behind this; samples of ${cohort} that do not detect it either: ${lacking} of ${detection.samples}. Confirm its loss by a stain.`,
    });
  }
  if (hostTissue !== undefined) {
    const side = hostTissue.difference > 0 ? "above" : "below";
    caveats.push({
      code: "host-tissue",
      text:
        `${label}: the normal tissue of the biopsy site (${hostTissue.cohort}) lies ${formatDecimal(Math.abs(hostTissue.difference))} log2 ${side} ${cohort}, ` +
        "and the case not beyond it: tissue around the tumor would explain this. Confirm it in the tumor cells.",
    });
  }
  if (agreement === "single cohort") {
    caveats.push({
      code: "single-cohort",
      text: `${label}: called against ${cohort} alone; no other cohort of the case agrees.`,
    });
  }
  if (subset !== undefined) {
    caveats.push({
      code: "reference-subset",
      text: `${label}: compared with a part of ${cohort} (${subset}).`,
    });
  }
  return caveats;
}
