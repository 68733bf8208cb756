import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bcsq } from "../../src/annotate/consequences/bcsq.ts";
import { callConsequence } from "../../src/annotate/models/call-consequence.ts";
import { makeEdit } from "../../src/annotate/models/edit.ts";
import { joinEdits } from "../../src/annotate/models/join-edits.ts";
import { readGff } from "../../src/annotate/models/read-gff.ts";
import { strandOf } from "../../src/annotate/models/strand.ts";
import type { VariantCall } from "../../src/model/observation.ts";
import { openIndexedFasta } from "../../src/io/indexed-fasta.ts";
import { shared } from "./check-shared-file.ts";

/** bcftools' own cases for `bcftools csq`: a small genome, a GFF and VCFs whose INFO/EXP states the consequence. */
const folder = `${shared}conformance/hgvs/samtools__bcftools/test/csq/`;
const folders = existsSync(folder) ? readdirSync(folder) : [];

/** Where we say something else, and why. */
const reasons: Readonly<Record<string, string>> = {
  "EDUMMY0002/boundaries.vcf:11":
    "the deletion takes the start codon; bcftools calls no start lost over the transcript's edge",
  "ENST00000227471/insert-splice-vs-frameshift.vcf:6609":
    "an insertion between exon and intron leaves the two bases of the splice site; the intron has two bases",
  "ENST00000382647/synon-splice-region-insert.vcf:1443":
    "the inserted bases can as well be written into the exon: the donor GT stays",
  "ENST00000518414/incorrect-inframe-del.vcf:11397":
    "the model of the transcript has no stop codon that could be lost",
  "ENST00000528237/retained-stop-incomplete-cds.vcf:14714":
    "the last codon of an incomplete sequence is R143, which becomes a stop",
  "ENST00000545279/splice-region-insert.vcf:44572":
    "an insertion between exon and intron leaves the two bases of the splice site; the intron has two bases",
};

interface Row {
  readonly contig: string;
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly end?: number;
  readonly expected: string;
}

interface Call {
  readonly gene: string;
  readonly transcript: string;
  readonly terms: readonly string[];
  readonly protein: string | null;
  /** Positions of the records that are read together. */
  readonly members: readonly number[];
}

function readRows(path: string): Row[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [contig = "", position, , ref = "", alts = "", , , info = ""] = line.split("\t");
      const expected = /(?:^|;)EXP=([^;]*)/.exec(info)?.[1];
      const end = /(?:^|;)END=(\d+)/.exec(info)?.[1];
      if (line.startsWith("#") || expected === undefined) return [];
      const more = end === undefined ? {} : { end: Number(end) };
      return alts
        .split(",")
        .map((alt) => ({ contig, position: Number(position), ref, alt, expected, ...more }));
    });
}

function callRows(inside: string, file: string): { row: Row; calls: Call[] }[] {
  const files = readdirSync(`${folder}${inside}`);
  const named = file.replace(/vcf$/, "gff");
  const gff = files.includes(named) ? named : files.find((name) => name.endsWith(".gff"));
  const fasta = openIndexedFasta(
    `${folder}${inside}/${files.find((name) => name.endsWith(".fa"))}`,
  );
  const bases = (contig: string, start: number, end: number): string =>
    fasta.read(contig, start, end);
  const text = readFileSync(`${folder}${inside}/${gff}`, "utf8");
  const rows = readRows(`${folder}${inside}/${file}`);
  const found = rows.map((row) => ({ row, calls: [] as Call[] }));
  for (const transcript of readGff(text, { nameContig: (raw) => raw })) {
    const strand = strandOf(transcript, bases);
    const placed = found.flatMap(({ row, calls }) => {
      const edit = row.contig === transcript.contig ? makeEdit(row, transcript.reversed) : null;
      return edit === null ? [] : [{ row, calls, edit }];
    });
    // Files without samples mean one molecule.
    for (const group of joinEdits(placed, strand)) {
      const call = callConsequence(
        group.map(({ edit }) => edit),
        strand,
      );
      const members = group.map(({ row }) => row.position);
      if (call === null) continue;
      const { gene, id } = transcript;
      const { terms, proteinChange: protein } = call;
      for (const { calls } of group) {
        calls.push({ gene, transcript: id.split(".")[0] ?? "", terms, protein, members });
      }
    }
  }
  fasta.close();
  return found;
}

/** Terms that bcftools leaves out beside a more severe one. */
const leftOut = [
  "intron_variant",
  "splice_region_variant",
  "NMD_transcript_variant",
  "5_prime_UTR_variant",
  "3_prime_UTR_variant",
  "exon_loss_variant",
];
const silent = new Set(["intron_variant", "upstream_gene_variant", "downstream_gene_variant"]);

function agrees(row: Row, calls: readonly Call[]): boolean {
  const elsewhere = /^@(\d+)$/.exec(row.expected)?.[1];
  if (elsewhere !== undefined) {
    return calls.some(({ members }) => members.includes(Number(elsewhere)));
  }
  if (row.expected === ".")
    return calls.every(({ terms }) => terms.every((term) => silent.has(term)));
  const given = { contig: row.contig, position: row.position, ref: row.ref, alt: row.alt };
  const call: Partial<VariantCall> = { given, altCount: 1, altIndex: 1 };
  const annotation = {
    dialect: "BCSQ",
    fields: [],
    entries: row.expected.split(",").map(spellOut),
  } as const;
  const { effects } = bcsq.read(annotation, call as VariantCall);
  expect(effects).not.toEqual([]);
  return effects.every(({ gene, transcript }) => {
    const stated = effects.filter(
      (other) => other.gene === gene && other.transcript === transcript,
    );
    const terms = new Set(stated.flatMap((effect) => effect.terms));
    const changes = stated.flatMap(({ proteinChange }) => proteinChange ?? []);
    return calls.some(
      (own) =>
        own.gene === gene &&
        (transcript === null || own.transcript === transcript) &&
        sameTerms(terms, own.terms) &&
        (changes.length === 0 || namesOne(changes, own, terms)),
    );
  });
}

/** bcftools writes "synonymous" for a splice site or start codon that stays as it is. */
function spellOut(entry: string): string {
  return entry
    .replace(/^synonymous&start_lost/, "start_retained")
    .replace(/^synonymous&splice_\w+(?=(?:\|[^|]*){3}$)/, "splice_region");
}

function sameTerms(stated: ReadonlySet<string>, terms: readonly string[]): boolean {
  const exon = "non_coding_transcript_exon_variant";
  const own = new Set(
    terms.map((term) => (term === exon ? "non_coding_transcript_variant" : term)),
  );
  for (const term of leftOut) if (own.size > 1 && !stated.has(term)) own.delete(term);
  return own.size === stated.size && [...stated].every((term) => own.has(term));
}

/** The name of a lost start or stop is no change of its residue. */
function namesOne(changes: readonly string[], own: Call, terms: ReadonlySet<string>): boolean {
  if (own.protein !== null && changes.includes(own.protein)) return true;
  if (terms.has("start_lost")) return own.protein === "M1?";
  if (terms.has("start_retained_variant")) return own.protein === null;
  return terms.has("stop_lost") && own.protein?.startsWith("*") === true;
}

describe.skipIf(folders.length === 0)("bcftools csq's cases", () => {
  const compared = folders.flatMap((inside) =>
    readdirSync(`${folder}${inside}`)
      .filter((name) => name.endsWith(".vcf"))
      .flatMap((file) =>
        callRows(inside, file).map(({ row, calls }) => ({
          place: `${inside}/${file}:${row.position}`,
          agrees: agrees(row, calls),
        })),
      ),
  );

  test("all 161 are compared", () => {
    expect(compared).toHaveLength(161);
  });

  test("the consequence is the one that is stated, but for those with a reason", () => {
    const others = compared.filter((one) => !one.agrees).map(({ place }) => place);
    expect(others.toSorted()).toEqual(Object.keys(reasons).toSorted());
    expect(compared.length - others.length).toBeGreaterThanOrEqual(155);
  });
});
