/** A statement about expression of which no outlier was seen: measured and normal, or not measured? */
import type { OutlierCall } from "../annotate/proteins/protein-outliers.ts";
import { isOfMolecule, isOfSite, type ExpressionConstraint } from "../constraints/expression.ts";
import type { Reason } from "../model/verdict.ts";
import { type Evaluation, withoutObservation } from "./evaluation.ts";

/**
 * Missing is never low and never normal (spec, clinical R8.1): only a measured value that is no outlier decides
 * against "up" or "down", and none decides about presence. Null when the calls of the case cannot tell, because there
 * is no table of proteins at all or nobody passed the calls on.
 */
export function testUnseenExpression(
  constraint: ExpressionConstraint,
  { calls, isTableGiven }: { calls: readonly OutlierCall[] | null; isTableGiven: boolean },
): Evaluation | null {
  const { gene, molecule, site, direction } = constraint;
  if (calls === null) return notRead(molecule);
  const sameMolecule = calls.filter((call) => isOfMolecule(call.molecule, molecule));
  if (sameMolecule.length === 0)
    return notRead(molecule) ?? (isTableGiven ? undetermined(inNoTable(gene)) : null);
  const named = sameMolecule.filter((call) => call.gene === gene && isOfSite(call.site, site));
  // A row of several genes that is no outlier does not show that each of them is none.
  const ofGene = named.filter(({ group }) => group === undefined);
  const [shared] = named;
  if (ofGene.length === 0 && shared?.group !== undefined) {
    return undetermined(inSharedRow(gene, shared.group));
  }
  const measured = ofGene.some((call) => call.call !== "not assessable");
  if (!measured) {
    const [first] = ofGene;
    return undetermined(
      first === undefined
        ? inNoTable(gene)
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

function inSharedRow(gene: string, group: readonly string[]): Reason {
  const text = `${gene} is only in a row of several genes (${group.join(", ")}), which does not show it by itself.`;
  return { code: "expression-of-several-genes", text };
}

function inNoTable(gene: string): Reason {
  return { code: "expression-not-measured", text: `${gene} is in no table of the case.` };
}

/** A protein table is asked for by the needs of the rule. */
function notRead(molecule: ExpressionConstraint["molecule"]): Evaluation | null {
  if (molecule === "protein" || molecule === "any") return null;
  const name = molecule === "rna" ? "RNA" : "phosphosite";
  return undetermined({
    code: `no-${molecule}-input`,
    text: `No ${name} table was given.`,
  });
}
