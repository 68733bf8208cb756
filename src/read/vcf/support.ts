import { hasClearReads } from "../../model/clear-reads.ts";
import type { InformativeReads, ReadSupport } from "../../model/observation.ts";
import type { FieldDefinition, ReadInfo } from "./info.ts";
import { readCount, readFloat } from "./number.ts";
import { supportRules, type AlleleInRecord, type FieldItems } from "./support-rules.ts";

/** INFO keys of the tumor that the user named. */
export interface InfoTags {
  readonly af: string | undefined;
  readonly dp: string | undefined;
}

/** Where the user named none. */
export const noTags: InfoTags = { af: undefined, dp: undefined };

/** The tumor's fields of one record. */
export interface SupportFields {
  readonly info: ReadInfo;
  /** Null when the file has no sample columns. */
  readonly sample: { readonly name: string; readonly items: FieldItems } | null;
}

export type SupportNumbers = Pick<ReadSupport, "vaf" | "depth" | "altReads" | "rule">;

/** What a sample tells of one allele. */
export interface AlleleReading {
  readonly support: SupportNumbers;
  /** Null where neither counts nor a depth are stated. */
  readonly informative: InformativeReads | null;
}

/** FORMAT keys that the rules may ask for. */
export const supportKeys: readonly string[] = [
  ...new Set([
    "DP",
    ...supportRules.flatMap(({ keys, depthKey }) => [...keys, ...(depthKey ? [depthKey] : [])]),
  ]),
];

/**
 * VAF, depth and ALT reads of one allele in the tumor: from the INFO keys that the user named where they are
 * present, else by the first rule whose fields tell, else depth alone. Null where nothing tells; a fraction above
 * 1 is none. The reads that could have shown the allele are those that a rule counts by allele: FORMAT/DP may hold many more.
 */
export function readSupport(
  fields: SupportFields,
  allele: AlleleInRecord,
  tags: InfoTags,
): AlleleReading {
  const tagged = readTags(fields.info, allele, tags);
  const { informative, ...formatted } =
    fields.sample === null ? nothing : readFormat(fields.sample, allele);
  return {
    support: {
      vaf: checkFraction(tagged.vaf ?? formatted.vaf),
      depth: tagged.depth ?? formatted.depth,
      altReads: tagged.vaf === null ? formatted.altReads : null,
      rule: joinRules(tagged, formatted),
    },
    informative:
      tagged.depth === null ? informative : { reads: tagged.depth, from: `INFO/${tags.dp}` },
  };
}

/**
 * Support of an allele with its genotype. Where the genotype lacks the allele and the sample's own fields tell no fraction, counts in INFO are looked
 * at as well, if they speak against the genotype: in a file of one sample they are of that sample. Elsewhere INFO stays unread, since its AF may be that
 * of a population.
 */
export function opposeByInfo<T extends SupportNumbers & Pick<ReadSupport, "genotype">>(
  support: T,
  fields: { readonly info: ReadInfo; readonly sampleCount: number },
  allele: AlleleInRecord,
): T {
  const { genotype } = support;
  const isLacking = genotype === "alt not called" || genotype === "no call";
  if (!isLacking || support.vaf !== null || fields.sampleCount !== 1) return support;
  const items: FieldItems = (key) => {
    const values = valuesOf(fields.info, key);
    return values.length === 0 || values.join() === "." ? null : values;
  };
  const { vaf, depth, altReads, rule } = readFormat({ name: "", items }, allele);
  const numbers = { vaf: checkFraction(vaf), altReads };
  if (rule === null || !hasClearReads(numbers)) return support;
  const from = rule.replace("FORMAT/", "INFO/").replace(/ of sample $/, "");
  return { ...support, ...numbers, depth: depth ?? support.depth, rule: from };
}

interface FormatReading extends SupportNumbers {
  readonly informative: InformativeReads | null;
}

const nothing: FormatReading = {
  vaf: null,
  depth: null,
  altReads: null,
  rule: null,
  informative: null,
};

function readFormat(
  { name, items }: NonNullable<SupportFields["sample"]>,
  allele: AlleleInRecord,
): FormatReading {
  const plainDepth = readCount(items("DP")?.[0]);
  for (const rule of supportRules) {
    const reading = rule.read(items, allele);
    if (reading === null) continue;
    const ownDepth = rule.depthKey === undefined ? null : readCount(items(rule.depthKey)?.[0]);
    const given = ownDepth ?? plainDepth;
    const depthKey = ownDepth === null ? "DP" : (rule.depthKey ?? "DP");
    const isSaid = given === null || rule.title.includes(` ${depthKey}`);
    const depthNote = isSaid ? "" : ` (depth: ${depthKey})`;
    return {
      vaf: reading.vaf,
      altReads: reading.altReads,
      depth: given ?? reading.depth,
      rule: `${rule.title}${depthNote} of sample ${name}`,
      informative:
        reading.depth === null
          ? statedReads(given, depthKey)
          : { reads: reading.depth, from: rule.title.replace("FORMAT/", "") },
    };
  }
  if (plainDepth === null) return nothing;
  const informative = statedReads(plainDepth, "DP");
  return { ...nothing, depth: plainDepth, rule: `FORMAT/DP of sample ${name}`, informative };
}

function statedReads(reads: number | null, from: string): InformativeReads | null {
  return reads === null ? null : { reads, from };
}

function readTags(info: ReadInfo, allele: AlleleInRecord, tags: InfoTags): SupportNumbers {
  const fractions = valuesOf(info, tags.af);
  const isPerAlt = fractions.length === allele.altCount;
  const vaf = isPerAlt ? readFloat(fractions[allele.altIndex - 1]) : null;
  const depths = valuesOf(info, tags.dp);
  const depth = depths.length === 1 ? readCount(depths[0]) : null;
  const used = [vaf === null ? [] : [`INFO/${tags.af}`], depth === null ? [] : [`INFO/${tags.dp}`]];
  return { vaf, depth, altReads: null, rule: used.flat().join(", ") || null };
}

function valuesOf(info: ReadInfo, tag: string | undefined): readonly string[] {
  const value = tag === undefined ? undefined : info.values.get(tag);
  return typeof value === "string" ? value.split(",") : [];
}

/** Names what was used: the tags, and the FORMAT rule where a tag left something open. */
function joinRules(tagged: SupportNumbers, formatted: SupportNumbers): string | null {
  if (tagged.rule === null) return formatted.rule;
  const isComplete = tagged.vaf !== null && tagged.depth !== null;
  return isComplete || formatted.rule === null ? tagged.rule : `${tagged.rule}, ${formatted.rule}`;
}

function checkFraction(vaf: number | null): number | null {
  return vaf !== null && vaf >= 0 && vaf <= 1 ? vaf : null;
}

/** The rule as one sentence, for the report: what the header declares, in the order in which it is tried. */
export function describeSupport(
  format: ReadonlyMap<string, FieldDefinition>,
  tags: InfoTags,
  sample: string | null,
): string {
  const named = [tags.af, tags.dp].flatMap((tag) => (tag === undefined ? [] : [`INFO/${tag}`]));
  const rules = supportRules
    .filter(({ keys }) => keys.every((key) => format.has(key)))
    .map(({ title }) => title);
  const order = [...(named.length > 0 ? [named.join(" and ")] : []), ...rules];
  if (sample === null) {
    return named.length > 0
      ? `VAF and depth come from ${named.join(" and ")}.`
      : "The file has no sample columns: VAF and depth are not known.";
  }
  if (order.length === 0) return `The header declares no field that tells the VAF of ${sample}.`;
  return `VAF and depth of ${sample} come from ${order.join(", else ")}.`;
}
