/** Whether the metastasis shares an alteration with the primary tumor (spec, clinical R12). */
import type { Target } from "../model/report.ts";

/** No reader takes a primary tumor yet, so nothing can be compared: the state is never guessed. */
export function compareLesions(): Target["lesion"] {
  return {
    state: "not assessable",
    reason: { code: "no-primary", text: "No primary tumor file was given." },
  };
}
