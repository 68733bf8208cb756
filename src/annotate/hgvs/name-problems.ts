/** Why a variant that the input only names cannot be read. */
import type { NamedCall } from "../../model/observation.ts";
import { makeProblem, type Problem, placeOf } from "../../model/problem.ts";

const writings =
  "Write it as V600E, p.Val600Glu, c.1799T>A, NM_004333.6:c.1799T>A, NC_000007.14:g.140753336A>T or 7:140753336:A:T; fusions, copy numbers and proteins have files of their own.";

/** The text is no name of a change. */
export function notRead(named: NamedCall, change: string): Problem {
  const message = `${JSON.stringify(change.slice(0, 60))} is no change that is read here`;
  return problemOf(named, { code: "change-not-read", message }, writings);
}

/** The sequence speaks against the name, or nothing tells where it is. */
export function contradicted(named: NamedCall, change: string, notes: readonly string[]): Problem {
  const message = `${change.slice(0, 60)}: ${notes.join("; ")}`;
  return problemOf(
    named,
    { code: "change-contradicted", message },
    "Check the residue or base, its number, and the transcript that it is counted on.",
  );
}

/** A place on the genome without a build. */
export function noBuild(named: NamedCall): Problem {
  const message = "the change names a place on the genome, and nothing names the genome build";
  return problemOf(
    named,
    { code: "change-without-build", message },
    "Pass --assembly GRCh37 or --assembly GRCh38.",
  );
}

/** The row names one gene, and a sequence of another. */
export function ofOtherGene(named: NamedCall, message: string): Problem {
  return problemOf(named, { code: "change-of-other-gene", message }, "Correct one of the two.");
}

function problemOf(
  { provenance }: NamedCall,
  { code, message }: { readonly code: string; readonly message: string },
  hint: string,
): Problem {
  return makeProblem(code, "error", message, { where: placeOf(provenance), hint });
}
