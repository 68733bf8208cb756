/** Transcripts of a GFF3 file: that of Ensembl, and others that name genes, transcripts, exons and CDS alike. */
import type { Contig } from "../../model/locus.ts";
import type { Span, Transcript } from "./transcript.ts";

interface Feature {
  readonly type: string;
  readonly contig: Contig;
  readonly span: Span;
  readonly reversed: boolean;
  readonly phase: number;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface GffOptions {
  /** The program's name of a sequence of the file; null: its features are left out. */
  nameContig(raw: string): Contig | null;
}

/**
 * Reads the text of a GFF3 file. A transcript is what has exons or CDS as its children; its gene is its parent. Ensembl's tags
 * `Ensembl_canonical` and `MANE_Select` mark the preferred transcript. Lines that are no feature are passed over.
 */
export function readGff(text: string, { nameContig }: GffOptions): Transcript[] {
  const genes = new Map<string, Feature>();
  const transcripts = new Map<string, Feature>();
  const children = new Map<string, Feature[]>();
  for (const line of text.split("\n")) {
    const feature = readFeature(line, nameContig);
    if (feature === null) continue;
    const id = feature.attributes.get("ID");
    const parents = feature.attributes.get("Parent")?.split(",") ?? [];
    if (/^(?:exon|CDS|five_prime_UTR|three_prime_UTR)$/i.test(feature.type)) {
      for (const parent of parents) {
        const list = children.get(parent);
        if (list) list.push(feature);
        else children.set(parent, [feature]);
      }
    } else if (id !== undefined && parents.length > 0) transcripts.set(id, feature);
    else if (id !== undefined) genes.set(id, feature);
  }
  return [...transcripts].flatMap(([id, feature]) => {
    const gene = genes.get(feature.attributes.get("Parent") ?? "");
    return makeTranscript(id, { feature, gene, parts: children.get(id) ?? [] }) ?? [];
  });
}

function readFeature(line: string, nameContig: GffOptions["nameContig"]): Feature | null {
  if (line.startsWith("#")) return null;
  const [raw = "", , type = "", start = "", end = "", , strand, phase, attributes = ""] = line
    .replace(/\r$/, "")
    .split("\t");
  const contig = nameContig(raw);
  if (contig === null || !/^-?\d+$/.test(start) || !/^-?\d+$/.test(end)) return null;
  return {
    type,
    contig,
    span: [Number(start), Number(end)],
    reversed: strand === "-",
    phase: phase === "1" || phase === "2" ? Number(phase) : 0,
    attributes: readAttributes(attributes),
  };
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(";").flatMap((part): [string, string][] => {
      const at = part.indexOf("=");
      return at < 0 ? [] : [[part.slice(0, at).trim(), decode(part.slice(at + 1).trim())]];
    }),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Parts {
  readonly feature: Feature;
  readonly gene: Feature | undefined;
  readonly parts: readonly Feature[];
}

function makeTranscript(id: string, { feature, gene, parts }: Parts): Transcript | null {
  const bySpan = (a: Feature, b: Feature): number => a.span[0] - b.span[0];
  const coding = parts.filter(({ type }) => type === "CDS").toSorted(bySpan);
  const listed = parts.filter(({ type }) => type === "exon").toSorted(bySpan);
  // What names no exons means them by its coding parts and UTRs.
  const exons =
    listed.length > 0 ? listed.map(({ span }) => span) : joinSpans(parts.toSorted(bySpan));
  const { reversed, contig, attributes } = feature;
  if (exons.length === 0) return null;
  const first = reversed ? coding.at(-1) : coding[0];
  const version = attributes.get("version");
  const bare = attributes.get("transcript_id") ?? id.replace(/^transcript:/, "");
  const geneId = attributes.get("Parent")?.replace(/^gene:/, "") ?? bare;
  const tags = attributes.get("tag")?.split(",") ?? [];
  return {
    id: version === undefined || bare.includes(".") ? bare : `${bare}.${version}`,
    refseq: null,
    gene: gene?.attributes.get("Name") ?? geneId,
    contig,
    reversed,
    exons,
    coding: coding.map(({ span }) => span),
    preferred: tags.includes("MANE_Select") || tags.includes("Ensembl_canonical"),
    hasUtr: true,
    phase: first?.phase === 1 ? 1 : first?.phase === 2 ? 2 : 0,
    biotype: biotypeOf(attributes.get("biotype")),
  };
}

function biotypeOf(biotype: string | undefined): string | null {
  return biotype === undefined || biotype === "protein_coding" ? null : biotype;
}

function joinSpans(parts: readonly Feature[]): Span[] {
  const joined: [number, number][] = [];
  for (const { span } of parts) {
    const last = joined.at(-1);
    // Coding parts that overlap are two: a ribosome slips there.
    if (last !== undefined && span[0] === last[1] + 1) last[1] = span[1];
    else joined.push([span[0], span[1]]);
  }
  return joined;
}
