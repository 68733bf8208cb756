/** A statement about expression of which no outlier was seen: measured and normal, or not measured? */
import type { OutlierCall } from "../annotate/protein-outliers.ts";
import { isOfMolecule, isOfSite, type ExpressionConstraint } from "../constraints/expression.ts";
import type { Reason } from "../model/verdict.ts";
import { type Evaluation, withoutObservation } from "./evaluation.ts";

/**
 * Missing is never low and never normal (spec, clinical R8.1): only a measured value that is no outlier decides
 * against "up" or "down", and none decides about presence. Null when the calls of the case cannot tell, because there
 * is no table of that molecule at all or nobody passed the calls on.
 */
export function testUnseenExpression(
  constraint: ExpressionConstraint,
  calls: readonly OutlierCall[],
): Evaluation | null {
  const { gene, molecule, site, direction } = constraint;
  const sameMolecule = calls.filter((call) => isOfMolecule(call.molecule, molecule));
  if (sameMolecule.length === 0) return molecule === "any" ? null : notRead(molecule);
  const ofGene = sameMolecule.filter((call) => call.gene === gene && isOfSite(call.site, site));
  const measured = ofGene.some((call) => call.call !== "not assessable");
  if (!measured) {
    const [first] = ofGene;
    return undetermined(
      first === undefined
        ? { code: "expression-not-measured", text: `${gene} is in no table of the case.` }
        : { code: "expression-not-assessable", text: first.reason.text },
    );
  }
  if (direction === "present" || direction === "absent") {
    return undetermined({
      code: "relative-measurement",
      text: `A measurement against a cohort does not show whether ${gene} is ${direction}.`,
    });
  }
  const reason = {
    code: "no-outlier",
    text: `${gene} was measured and is no outlier, so not "${direction}".`,
  };
  return withoutObservation("unmet", { specificity, reason });
}

const specificity = "consequence in gene";

function undetermined(reason: Reason): Evaluation {
  return withoutObservation("undetermined", { specificity, reason });
}

/** A protein table is asked for by the needs of the rule; other molecules have no reader yet. */
function notRead(molecule: "protein" | "rna" | "phosphosite"): Evaluation | null {
  if (molecule === "protein") return null;
  const name = molecule === "rna" ? "RNA" : "phosphosite";
  return undetermined({
    code: `no-${molecule}-input`,
    text: `No ${name} table was given.`,
  });
}
