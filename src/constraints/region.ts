import { placeAsIs, type PlaceChange } from "../annotate/models/place-change.ts";
import type { ExonChange, SmallVariant, TranscriptConsequence } from "../model/alteration.ts";
import type { Locus } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import { locusOf, overlaps, parseSpanText, readSpans } from "./allele-text.ts";
import { changeOf } from "./change-of.ts";
import { effectOf, touchesSplicing } from "./consequence-effect.ts";
import { geneField, positionField, spansField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, GeneRole, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { effectNotKnown, mutationVerdict } from "./mutation-verdict.ts";
import { otherKind, testConsequences } from "./test-consequences.ts";
import type { ProteinChange } from "../model/protein-change.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "region"),
      gene: geneField(z),
      name: z.string().min(1).max(60).describe("as the statement says it, e.g. exon 19"),
      residues: z
        .tuple([positionField(z), positionField(z)])
        .describe("first and last residue, 1-based"),
      spans: spansField(z).optional().describe("the bases of the range"),
      change: z
        .enum(["mutation", "deletion", "insertion", "duplication", "frameshift", "skipping"])
        .describe("deletion, insertion and duplication are in frame"),
    })
    .describe("a kind of change in an exon or a range of residues");

export type RegionConstraint = Infer<typeof schema>;

const level = "exon or range";

/**
 * Bases on either side of an exon in which a change skips it (spec, matching 3). Splice regions, as Ensembl VEP and our own call name
 * them, end at the eighth base of the intron: behind it the place alone counts.
 */
const spliceFlank = 10;

/** Met by a change of the named kind whose residues, or bases when no residues are stated, overlap the range. */
export const region = {
  kind: "atomic",
  type: "region",
  title: "Exon or range of residues",
  schema,
  over: "some",
  needs: () => ["small-variants", "protein-annotation"],
  specificity: () => level,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: (constraint) => readSpans(constraint.spans).map(withFlank),
  test(constraint, observation, context) {
    const variant = observation.alteration;
    if (variant.kind === "exon-change") return testExonChange(constraint, variant, observation);
    if (variant.kind !== "small-variant") return otherKind(level, observation);
    const span = spanFor(constraint, variant);
    if (variant.consequences.length === 0 && span !== null && !touches(variant, withFlank(span))) {
      return outside(constraint, observation.label);
    }
    return testConsequences({
      gene: constraint.gene,
      specificity: level,
      observation,
      context,
      names: "a class",
      decide: (consequence) => {
        const place = context.placeChange ?? placeAsIs;
        const found = { consequence, variant, span, place };
        return constraint.change === "skipping"
          ? testSkipping(constraint, found)
          : testRange(constraint, found, context.geneRole(constraint.gene));
      },
    });
  },
  absence: ({ gene, residues: [first, last] }) => ({
    kind: "codons",
    gene,
    codons: Array.from({ length: last - first + 1 }, (_, index) => first + index),
  }),
} satisfies AtomicRule<RegionConstraint>;

interface Found {
  readonly consequence: TranscriptConsequence;
  readonly variant: SmallVariant;
  /** The region on the variant's assembly. */
  readonly span: Locus | null;
  readonly place: PlaceChange;
}

/** A deletion of the whole exon in DNA skips it as a change of its splice sites does (spec, matching 4). */
function testExonChange(
  { gene, name, change }: RegionConstraint,
  seen: ExonChange,
  observation: Observation,
): ConstraintTest {
  if (change !== "skipping" || seen.gene !== gene || seen.change !== "deletion") {
    return otherKind(level, observation);
  }
  const exon = /^exon (\d+)$/.exec(name)?.[1];
  const isSame =
    seen.exons !== null && `${seen.exons.from}` === exon && seen.exons.to === seen.exons.from;
  if (!isSame) return unmet(level, "other-exons", `${observation.label} is not of ${name} alone.`);
  return seen.partial === true
    ? undetermined(level, {
        code: "exon-in-part",
        text: `${observation.label} breaks inside the exon, so that a part of it stays.`,
      })
    : met(level, "exon-deleted", `The whole ${name} of ${gene} is deleted.`);
}

function testSkipping(constraint: RegionConstraint, found: Found): ConstraintTest {
  const { gene, name } = constraint;
  if (found.span !== null && deletesAll(found.variant, found.span)) {
    return met(level, "exon-deleted", `The whole ${name} of ${gene} is deleted.`);
  }
  if (isNamedAtEdge(constraint, found)) return basesNotStated(constraint, found);
  const isNear = found.span !== null && touches(found.variant, withFlank(found.span));
  if (!touchesSplicing(found.consequence) && !(isNear && isIntronic(found.consequence))) {
    const effect = effectOf(found.consequence);
    return unmet(
      level,
      "no-splice-consequence",
      `The effect on ${gene} is ${effect}, not splicing.`,
    );
  }
  if (found.span === null) return placeNotKnown(constraint);
  const what = touchesSplicing(found.consequence) ? "A splice change" : "A change in the intron";
  return isNear
    ? met(level, "splice-of-exon", `${what} within ${spliceFlank} bases of ${gene} ${name}.`)
    : outside(constraint, "The splice change");
}

/** MET D1010N changes the last base of exon 14, which a change of the protein alone does not tell. */
function isNamedAtEdge({ residues }: RegionConstraint, { consequence, variant }: Found): boolean {
  const change = changeOf(consequence);
  if (variant.allele !== null || consequence.codingChange !== null || change === null) return false;
  return residues.some((edge) => change.start <= edge && edge <= change.end);
}

function basesNotStated({ gene, name }: RegionConstraint, { consequence }: Found): ConstraintTest {
  const seen = describe(changeOf(consequence), gene);
  const text = `${seen} is named without its bases, and those at the edge of ${name} may change its splicing.`;
  return undetermined(level, { code: "place-not-known", text }, ["protein-annotation"]);
}

function isIntronic({ terms }: TranscriptConsequence): boolean {
  return terms.includes("intron_variant");
}

function testRange(constraint: RegionConstraint, found: Found, role: GeneRole): ConstraintTest {
  const { gene, residues, name } = constraint;
  const change = placeFound(found);
  if (change !== null && (change.end < residues[0] || change.start > residues[1])) {
    return outside(constraint, residuesText(change));
  }
  if (change === null && found.span !== null && !touches(found.variant, found.span)) {
    return outside(constraint, "The change");
  }
  const kind = testKind(constraint, found.consequence, { change, role });
  if (kind.state !== "met" || change !== null) return kind;
  return found.span === null
    ? placeNotKnown(constraint)
    : met(level, "in-region", `The change lies in ${gene} ${name}.`);
}

/** The change as the reference protein names it, so that one protein gives one answer; null where no residue is stated. */
function placeFound({ consequence, place }: Found): ProteinChange | null {
  const change = changeOf(consequence);
  if (change === null || change.start === 0) return null;
  return place(consequence.gene, consequence.transcript, change);
}

/** Whether the consequence is of the kind that the statement names, wherever it lies. */
function testKind(
  constraint: RegionConstraint,
  consequence: TranscriptConsequence,
  { change, role }: { change: ProteinChange | null; role: GeneRole },
): ConstraintTest {
  const { gene, name } = constraint;
  const seen = describe(change === null ? null : changeOf(consequence), gene);
  if (constraint.change === "mutation") {
    const verdict = mutationVerdict({ gene, role, specificity: level, consequence });
    return verdict.state === "met"
      ? met(level, "mutation-in-region", `${seen} is a mutation in ${name}.`)
      : verdict;
  }
  const kinds = kindsOf(consequence, change);
  if (kinds === null) return effectNotKnown(gene, level);
  return kinds.includes(constraint.change)
    ? met(level, `${constraint.change}-in-region`, `${seen} lies in ${name}.`)
    : unmet(
        level,
        "other-kind-of-change",
        `${seen} in ${name} is no ${inFrame(constraint.change)}.`,
      );
}

/** The kinds of change that a consequence counts as; null when that cannot be told. */
function kindsOf(
  consequence: TranscriptConsequence,
  change: ProteinChange | null,
): readonly RegionConstraint["change"][] | null {
  if (change?.kind === "duplication") return ["duplication", "insertion"];
  const named = changeOf(consequence);
  if (change !== null && named?.kind === "delins" && !named.alt.includes("*")) {
    const grown = named.alt.length - (named.end - named.start + 1);
    return grown < 0 ? ["deletion"] : grown > 0 ? ["insertion"] : [];
  }
  const effect = effectOf(consequence);
  if (effect === "in-frame deletion") return ["deletion"];
  if (effect === "frameshift") return ["frameshift"];
  // Without its protein change an insertion may be a duplication.
  if (effect === "in-frame insertion") return change === null ? null : ["insertion"];
  return effect === "in-frame change" || effect === "unknown" ? null : [];
}

function spanFor(constraint: RegionConstraint, variant: SmallVariant): Locus | null {
  const assembly = placeOf(variant)?.assembly;
  if (assembly === undefined) return null;
  const text = constraint.spans?.[assembly];
  return text === undefined ? null : parseSpanText(text, assembly);
}

function withFlank(span: Locus): Locus {
  return { ...span, start: Math.max(1, span.start - spliceFlank), end: span.end + spliceFlank };
}

function placeOf({ allele, place }: SmallVariant): Locus | null {
  return allele === null ? (place ?? null) : locusOf(allele);
}

function touches(variant: SmallVariant, span: Locus): boolean {
  const place = placeOf(variant);
  return place !== null && overlaps(place, span);
}

function deletesAll(variant: SmallVariant, span: Locus): boolean {
  if (variant.allele === null) return false;
  const { start, end } = locusOf(variant.allele);
  // The first base of a trimmed deletion is the anchor that stays.
  return (
    touches(variant, span) &&
    start < span.start &&
    end >= span.end &&
    variant.allele.alt.length === 1
  );
}

function outside({ gene, name, residues }: RegionConstraint, what: string): ConstraintTest {
  const text = `${what} lies outside ${residues[0]}-${residues[1]}, ${name} of ${gene}.`;
  return unmet(level, "outside-region", text);
}

function placeNotKnown({ gene, name }: RegionConstraint): ConstraintTest {
  const text = `Whether the change lies in ${name} of ${gene} is not known.`;
  return undetermined(level, { code: "place-not-known", text }, ["protein-annotation"]);
}

function residuesText({ start, end }: ProteinChange): string {
  return start === end ? `Residue ${start}` : `Residues ${start} to ${end}`;
}

function describe(change: ProteinChange | null, gene: string): string {
  return change === null ? `The change of ${gene}` : `${gene} ${change.text}`;
}

function inFrame(change: RegionConstraint["change"]): string {
  return change === "frameshift" ? change : `in-frame ${change}`;
}
