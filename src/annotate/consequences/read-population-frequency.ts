/** `AF`, `MAX_AF`, `gnomAD_AF`, `gnomADe_AF_NFE`, `EUR_AF`: VEP's own columns and those of `--custom` files named after them. */
const frequencyColumn = /(?:^|_)AF(?:_|$)/i;
const plainNumber = /^(?:0|1|0?\.\d+|[01]\.\d+|\d(?:\.\d+)?e-\d{1,3})$/i;

/** The columns of an annotation that state an allele frequency in a population. Found once for a header. */
export function findFrequencyColumns(fields: readonly string[]): readonly string[] {
  const known = columns.get(fields);
  if (known !== undefined) return known;
  const found = fields.map((field) => field.trim()).filter((field) => frequencyColumn.test(field));
  columns.set(fields, found);
  return found;
}

/** True for a column that holds the frequencies of gnomAD: `gnomAD_AF`, `gnomADe_AF_NFE`, or VEP's `MAX_AF`, the highest of all. */
export function isGnomadColumn(name: string): boolean {
  return /^(?:gnomad|max_af$)/i.test(name);
}

const columns = new WeakMap<readonly string[], readonly string[]>();

/**
 * The highest frequency, 0 to 1, in the text of one column: `0.01`, `0.01&0.02` for several known variants at the site,
 * `T:0.01&C:0.2` where each names its allele and only that of `allele` counts. Null when there is none.
 */
export function readPopulationFrequency(text: string, allele: string | null): number | null {
  let highest: number | null = null;
  // Mostly there is one, of the allele of the entry.
  if (plainNumber.test(text)) {
    const frequency = Number(text);
    return frequency <= 1 ? frequency : null;
  }
  for (const part of text.split("&")) {
    const colon = part.lastIndexOf(":");
    const isOther = colon >= 0 && part.slice(0, colon) !== allele;
    const value = part.slice(colon + 1);
    if (isOther || !plainNumber.test(value)) continue;
    const frequency = Number(value);
    if (frequency <= 1) highest = Math.max(highest ?? 0, frequency);
  }
  return highest;
}
