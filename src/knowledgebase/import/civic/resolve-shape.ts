/** Gives the alterations that a name means their coordinates: exon ranges, alleles on both builds. */
import { parseProteinChange } from "../../../annotate/protein-change.ts";
import type { AlleleNote, ConstraintJson, Skipped } from "../importer.ts";
import { residuesOf, type Span, type Transcript } from "../reference/gene-models.ts";
import { numberedBy, type GeneModel, type GeneReference } from "../reference/reference-data.ts";
import { findAlleles, onBothBuilds, type ShapeContext } from "./find-alleles.ts";
import { skip } from "./skip-reasons.ts";
import type { VariantShape } from "./variant-shape.ts";

export type Resolved =
  | { readonly constraint: ConstraintJson; readonly notes: readonly AlleleNote[] }
  | { readonly skipped: Skipped };

/** The constraint of one shape, or why the tables do not suffice for it. */
export function resolveShape(shape: VariantShape, context: ShapeContext): Resolved {
  switch (shape.type) {
    case "all":
    case "any":
      return resolveGroup(shape, context);
    case "not": {
      const inner = resolveShape(shape.constraint, { ...context, alone: false });
      if ("skipped" in inner) return inner;
      return { constraint: { type: "not", constraint: inner.constraint }, notes: inner.notes };
    }
    case "excluding": {
      const meant = resolveShape(shape.constraint, { ...context, alone: false });
      if ("skipped" in meant) return meant;
      const except = resolveGroup({ type: "any", constraints: shape.except }, context);
      if ("skipped" in except) return except;
      return {
        constraint: {
          type: "excluding",
          constraint: meant.constraint,
          except: except.constraint["constraints"],
        },
        notes: [...meant.notes, ...except.notes],
      };
    }
    case "protein-change":
    case "allele":
      return resolveAllele(shape, context);
    case "exons":
      return resolveExons(shape, context);
    case "domain":
      return resolveDomain(shape, context);
    default:
      return { constraint: { ...shape }, notes: [] };
  }
}

function resolveGroup(
  shape: Extract<VariantShape, { type: "all" | "any" }>,
  context: ShapeContext,
): Resolved {
  const constraints: ConstraintJson[] = [];
  const notes: AlleleNote[] = [];
  for (const part of shape.constraints) {
    const resolved = resolveShape(part, { ...context, alone: false });
    if ("skipped" in resolved) return resolved;
    constraints.push(resolved.constraint);
    notes.push(...resolved.notes);
  }
  return { constraint: { type: shape.type, constraints }, notes };
}

function resolveAllele(
  shape: Extract<VariantShape, { type: "protein-change" | "allele" }>,
  context: ShapeContext,
): Resolved {
  if (shape.type === "allele" && shape.at) {
    const alleles = onBothBuilds(shape.at, context.reference);
    const lifted = alleles?.GRCh38 ? "GRCh38" : undefined;
    return { constraint: { type: "allele", gene: shape.gene, alleles, lifted }, notes: [] };
  }
  const change = shape.type === "protein-change" ? parseProteinChange(shape.change) : null;
  const found = findAlleles(change, shape.gene, context);
  if (shape.type === "protein-change") {
    const { gene } = shape;
    const { transcript, coding, term, alleles, lifted, note } = found;
    const constraint = {
      type: "protein-change",
      gene,
      change: shape.change,
      transcript,
      coding,
      term,
    };
    return { constraint: { ...constraint, alleles, lifted }, notes: [note] };
  }
  if (!found.alleles) return skip("no-coordinates");
  const { alleles, lifted, coding, note } = found;
  const term = shape.term ?? undefined;
  return {
    constraint: { type: "allele", gene: shape.gene, alleles, coding, term, lifted },
    notes: [note],
  };
}

function resolveExons(
  shape: Extract<VariantShape, { type: "exons" }>,
  context: ShapeContext,
): Resolved {
  const { gene, first, last, change } = shape;
  const model = context.reference.geneModel(gene);
  const transcript = numberedBy(model, [context.row.transcript, context.row.usualTranscript]);
  const exons = transcript?.exons.slice(first - 1, last) ?? [];
  if (!transcript || exons.length !== last - first + 1) return skip("region-without-range");
  const bounds = exons.flat();
  const span: Span = [Math.min(...bounds), Math.max(...bounds)];
  const residues = rangeOn(model, transcript, span);
  if (!residues) return skip("region-without-range");
  const name = first === last ? `exon ${first}` : `exons ${first}-${last}`;
  return makeRegion({ gene, name, residues, change }, { transcript, span }, context);
}

function resolveDomain(
  shape: Extract<VariantShape, { type: "domain" }>,
  context: ShapeContext,
): Resolved {
  const { gene, name, change } = shape;
  if (shape.residues) {
    return {
      constraint: { type: "region", gene, name, residues: [...shape.residues], change },
      notes: [],
    };
  }
  const { row, reference } = context;
  const model = reference.geneModel(gene);
  const transcript = numberedBy(model, [row.transcript, row.usualTranscript]);
  if (!transcript || !row.coordinates) return skip("region-without-range");
  const span: Span = [row.coordinates.start, row.coordinates.end];
  const residues = rangeOn(model, transcript, span);
  if (!residues) return skip("region-without-range");
  return makeRegion({ gene, name, residues, change }, { transcript, span }, context);
}

interface Region {
  readonly gene: string;
  readonly name: string;
  readonly residues: Span;
  readonly change: string;
}

function makeRegion(
  { gene, name, residues, change }: Region,
  place: { transcript: Transcript; span: Span },
  context: ShapeContext,
): Resolved {
  const { contig } = place.transcript;
  const lifted = liftSpan(contig, place.span, context.reference);
  const spans = { GRCh37: formatSpan(contig, place.span), GRCh38: lifted };
  return {
    constraint: { type: "region", gene, name, residues: [...residues], spans, change },
    notes: [],
  };
}

/** Residues of MANE Select where it has the same coding bases there: matching reads the preferred transcript. */
function rangeOn(model: GeneModel, transcript: Transcript, span: Span): Span | null {
  const own = residuesOf(transcript, span);
  const preferred = model.mane ? residuesOf(model.mane, span) : null;
  const length = (range: Span | null): number | null => (range ? range[1] - range[0] : null);
  return preferred && length(preferred) === length(own) ? preferred : own;
}

/** The ends are lifted one by one: an interval over introns seldom lies in one block. */
function liftSpan(
  contig: string,
  [start, end]: Span,
  reference: GeneReference,
): string | undefined {
  const from = reference.liftover.forward(contig, start, start);
  const to = reference.liftover.forward(contig, end, end);
  if (!from || !to || from.reversed !== to.reversed) return undefined;
  return formatSpan(contig, [Math.min(from.start, to.start), Math.max(from.end, to.end)]);
}

function formatSpan(contig: string, [start, end]: Span): string {
  return `${contig}:${start}-${end}`;
}
