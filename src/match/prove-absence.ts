/** Whether something that was not seen was looked for (spec, matching 5). */
import type { AbsenceProof, AtomicRule } from "../constraints/constraint-rule.ts";
import type { Constraint } from "../constraints/constraints.ts";
import type { Callability } from "./callability.ts";
import type { EvaluationContext } from "./evaluation-context.ts";

/** Null: the absence is proven. Else a sentence that says what would be needed. */
export function absenceGap(
  rule: AtomicRule<Constraint>,
  constraint: Constraint,
  context: EvaluationContext,
): string | null {
  const proof = rule.absence?.(constraint) ?? { kind: "never" };
  if (proof.kind === "measured") return null;
  if (proof.kind === "never") {
    return `No input of the case proves that ${rule.genes(constraint).join(", ")} is without it.`;
  }
  const { callability } = context;
  if (proof.kind === "copies" && areCopiesStated(proof.gene, context)) return null;
  if (callability === null) {
    return `Nothing shows that ${namePlace(proof)} was read.`;
  }
  switch (proof.kind) {
    case "codons":
      return codonGap(proof, callability);
    case "coding":
      return codingGap(proof.gene, callability);
    case "loci":
      return lociGap(proof, context, callability);
    case "copies":
      return callability.measuresCopies(proof.gene)
        ? null
        : `The number of copies of ${proof.gene} is not shown to have been measured by ${callability.files}.`;
    case "fusion":
      return fusionGap(proof.partners, callability);
  }
}

type ProofOf<Kind extends AbsenceProof["kind"]> = Extract<AbsenceProof, { kind: Kind }>;
type Placed = Exclude<AbsenceProof, ProofOf<"measured" | "never">>;

function namePlace(proof: Placed): string {
  switch (proof.kind) {
    case "codons":
      return `${proof.gene} ${nameCodons(proof.codons)}`;
    case "coding":
    case "loci":
      return proof.gene;
    case "copies":
      return `the number of copies of ${proof.gene}`;
    case "fusion":
      return `for a fusion of ${proof.partners.join(" and ")}, RNA or DNA`;
  }
}

/** More codons than this are named as a range. */
const namedCodons = 12;

/** `codon 12`, `codons 12, 13 and 61`, `codons 729 to 761`. */
function nameCodons(codons: readonly number[]): string {
  const [first = 0, ...rest] = codons;
  const last = rest.at(-1);
  if (last === undefined) return `codon ${first}`;
  if (codons.length > namedCodons) return `codons ${first} to ${last}`;
  return `codons ${codons.slice(0, -1).join(", ")} and ${last}`;
}

function codonGap({ gene, codons }: ProofOf<"codons">, callability: Callability): string | null {
  const open = callability.openCodons(gene, codons);
  if (open === null) return `${gene} ${nameCodons(codons)} cannot be placed without gene models.`;
  if (open.unread.length > 0) {
    return `${gene} ${nameCodons(open.unread)} not covered by ${callability.files}.`;
  }
  const [doubt] = open.doubts;
  return doubt === undefined ? null : `${gene} ${doubt}.`;
}

function codingGap(gene: string, callability: Callability): string | null {
  const found = callability.openCoding(gene);
  if (found === null) return `The coding bases of ${gene} cannot be placed without gene models.`;
  if (found.open > 0) {
    return `${found.open} of ${found.of} coding bases of ${gene} not covered by ${callability.files}.`;
  }
  const [doubt] = found.doubts;
  return doubt === undefined ? null : `${gene}: ${doubt}.`;
}

function lociGap(
  { gene, loci }: ProofOf<"loci">,
  { tests }: EvaluationContext,
  callability: Callability,
): string | null {
  const own = loci.filter(({ assembly }) => assembly === tests.assembly);
  if (own.length === 0) return `The place in ${gene} is not known on the genome build of the case.`;
  if (!own.every((locus) => callability.isRead(locus))) {
    return `The named place in ${gene} not covered by ${callability.files}.`;
  }
  const [doubt] = callability.doubtsAt(own);
  return doubt === undefined ? null : `The named place in ${gene}: ${doubt}.`;
}

/** Copy numbers that cover the gene, a change of it, or its count by in situ hybridization, speak for themselves. */
function areCopiesStated(gene: string, { covered, observationsOf }: EvaluationContext): boolean {
  const isChanged = observationsOf(gene).some(
    ({ alteration }) =>
      alteration.kind === "copy-number" ||
      (alteration.kind === "ihc" && alteration.amplification?.state === "negative"),
  );
  return isChanged || covered?.has(gene) === true;
}

/** An assay of listed pairs says nothing of other partners. */
function fusionGap(partners: readonly string[], callability: Callability): string | null {
  const [a, b] = partners;
  if (a !== undefined && b !== undefined && callability.testsPair(a, b)) return null;
  return `A fusion of ${partners.join(" and ")} is not shown to have been looked for by ${callability.files}.`;
}
