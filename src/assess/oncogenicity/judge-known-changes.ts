/** Criteria about changes that are established as oncogenic: OS1 and OM3. */
import {
  isSameInProtein,
  placeAsIs,
  type PlaceChange,
} from "../../annotate/models/place-change.ts";
import { parseProteinChange } from "../../annotate/protein-change.ts";
import { changeOf } from "../../constraints/change-of.ts";
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { NamedChanges } from "../../knowledgebase/index/index-oncogenic.ts";
import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Criterion } from "../../model/oncogenicity.ts";
import { isActivatingCodon } from "../evidence/activating-codons.ts";
import type { ProteinChange } from "../../model/protein-change.ts";

/** More ids than these say no more. */
const namedStatements = 2;

interface KnownFacts {
  geneRole(gene: string): GeneRole;
  oncogenicChanges(gene: string): NamedChanges;
  readonly placeChange?: PlaceChange | undefined;
}

/**
 * OS1: the change itself is established as oncogenic; OM3: another missense change of its residue is. Established, for us, is
 * what statements of sensitivity at level A or B name in an oncogene, and the codons at which RAS mutations activate. That is
 * no classification by this standard, and each reason says what it rests on.
 */
export function judgeKnownChanges(
  consequence: TranscriptConsequence | null,
  facts: KnownFacts,
): Criterion[] {
  const change = consequence === null ? null : changeOf(consequence);
  if (consequence === null || change === null || change.start === 0) {
    return openBoth("The change of the protein is not known.");
  }
  const { gene } = consequence;
  const role = facts.geneRole(gene);
  if (role !== "oncogene" && role !== "both") {
    const why = role === "unknown" ? "genes of unknown role" : "tumor suppressors";
    return openBoth(`The knowledgebase establishes no changes of ${why}, and ${gene} is one.`);
  }
  const known = facts.oncogenicChanges(gene);
  const own = findSame(consequence, change, { known, place: facts.placeChange ?? placeAsIs });
  return [judgeSame(gene, change, own), judgeResidue(gene, change, known)];
}

function openBoth(reason: string): Criterion[] {
  return [
    { code: "OS1", state: "not evaluated", reason },
    { code: "OM3", state: "not evaluated", reason },
  ];
}

/** Ids of the statements that name the change; undefined for none. */
function findSame(
  { gene, transcript }: TranscriptConsequence,
  change: ProteinChange,
  { known, place }: { known: NamedChanges; place: PlaceChange },
): readonly string[] | undefined {
  const own = known.get(change.text);
  if (own !== undefined) return own;
  return [...known].find(([text]) => {
    const named = parseProteinChange(text);
    return named !== null && isSameInProtein(named, change, { gene, transcript, place });
  })?.[1];
}

function judgeSame(
  gene: string,
  change: ProteinChange,
  own: readonly string[] | undefined,
): Criterion {
  const code = "OS1";
  if (own === undefined) {
    const reason = `No statement of sensitivity of level A or B names ${gene} ${change.text}.`;
    return { code, state: "not met", reason };
  }
  const reason = `${gene} ${change.text} is taken as established: ${cite(own)}, of level A or B.`;
  return { code, state: "met", reason };
}

function judgeResidue(gene: string, change: ProteinChange, known: NamedChanges): Criterion {
  const code = "OM3";
  if (change.kind !== "missense") {
    return { code, state: "not met", reason: "It is no missense change." };
  }
  const residue = `${change.refStart}${change.start}`;
  const other = [...known].find(([text]) => text === residue || isOther(text, change));
  if (other !== undefined) {
    const [text, statements] = other;
    const what =
      text === residue ? `Changes of ${gene} ${text} are` : `Another change, ${gene} ${text}, is`;
    const reason = `${what} taken as established: ${cite(statements)}, of level A or B.`;
    return { code, state: "met", reason };
  }
  return isActivatingCodon(gene, change.start)
    ? {
        code,
        state: "met",
        reason: `Changes of ${gene} ${residue} activate (10.1038/s41598-020-57476-y).`,
      }
    : {
        code,
        state: "not met",
        reason: `No statement of sensitivity of level A or B names another change of ${gene} ${residue}.`,
      };
}

function isOther(text: string, change: ProteinChange): boolean {
  const other = parseProteinChange(text);
  return other?.kind === "missense" && other.start === change.start && text !== change.text;
}

function cite(statements: readonly string[]): string {
  const named = statements.slice(0, namedStatements).join(", ");
  const more = statements.length - namedStatements;
  return more > 0 ? `${named} and ${more} more` : named;
}
