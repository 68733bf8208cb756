/** What resistance of another lesion means for a target of the lesion to be treated. */
import type { Therapy } from "../../model/report.ts";
import type { Reason } from "../../model/verdict.ts";
import { citeRows } from "../evidence/cite-rows.ts";
import type { ResistanceElsewhere } from "./find-resistance-elsewhere.ts";

/**
 * The ranking is of the lesion to be treated, and what is blocked there is decided by its own findings (spec, clinical R6.2 and R12). Resistance
 * that another lesion has is a flag as long as the reads here do not exclude it, also where a caller's filter rejected it; where they exclude it,
 * and of a drug that the therapy holds beside others, it is told.
 */
export function claimResistanceElsewhere(
  therapy: Therapy,
  all: readonly ResistanceElsewhere[],
): { readonly flags: readonly Reason[]; readonly caveats: readonly Reason[] } {
  const own = all.filter((each) => each.therapy.id === therapy.id);
  const parts = therapy.drugs.length < 2 ? [] : therapy.drugs.map(({ id }) => id);
  const ofParts = all.filter(
    (each) => each.blocks && !isExcluded(each) && parts.includes(each.therapy.id),
  );
  return {
    flags: own
      .filter((each) => !isExcluded(each))
      .map((each) => ({
        code: "resistance-in-other-lesion",
        text: `${describe(each)}; it is not excluded here. ${tellHere(each)}`,
      })),
    caveats: [
      ...own.filter(isExcluded).map((each) => ({
        code: "resistance-excluded-here",
        text: `${describe(each)}; it is excluded here. ${tellHere(each)}`,
      })),
      ...ofParts.map((each) => ({
        code: "part-resisted-in-other-lesion",
        text: `${describe(each)}; it is not excluded here, and the evidence is of the combination. ${tellHere(each)}`,
      })),
    ],
  };
}

/** True where the reads of the lesion to be treated would have shown it. */
function isExcluded({ here }: Pick<ResistanceElsewhere, "here">): boolean {
  return here.state === "absent";
}

function describe({ observation, lesions, therapy, blocks, rows }: ResistanceElsewhere): string {
  const where = `${observation.label} of ${lesions.join(" and ")}`;
  return blocks
    ? `${where} would block ${therapy.label} in a lesion that has it: ${citeRows(rows)}`
    : `Resistance to ${therapy.label} is described for ${where}: ${citeRows(rows)}`;
}

/** `liver: it is not called. Of 10 reads ...` */
function tellHere({ here }: ResistanceElsewhere): string {
  return `${here.specimen}: ${here.reason.text.replace(/^It /u, "it ")}`;
}
