/**
 * The inputs of the benchmark: seeded, so that every machine measures the same bytes of text. Records of a Mutect2-like
 * whole genome, spread evenly over GRCh38, with alleles that the knowledgebase names planted among them.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Lengths of the chromosomes of GRCh38, in base pairs. */
const contigs = Object.entries({
  1: 248956422,
  2: 242193529,
  3: 198295559,
  4: 190214555,
  5: 181538259,
  6: 170805979,
  7: 159345973,
  8: 145138636,
  9: 138394717,
  10: 133797422,
  11: 135086622,
  12: 133275309,
  13: 114364328,
  14: 107043718,
  15: 101991189,
  16: 90338345,
  17: 83257441,
  18: 80373285,
  19: 58617616,
  20: 64444167,
  21: 46709983,
  22: 50818468,
}).concat([
  ["X", 156040895],
  ["Y", 57227415],
]);
const genomeLength = contigs.reduce((sum, [, length]) => sum + length, 0);

const otherFilters = [
  "germline",
  "weak_evidence",
  "normal_artifact",
  "strand_bias",
  "panel_of_normals",
  "base_qual;strand_bias",
  "clustered_events;haplotype",
  "map_qual",
];

const csqFields =
  "Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp|cDNA_position|CDS_position|Protein_position|Amino_acids|Codons|Existing_variation|DISTANCE|STRAND|FLAGS|VARIANT_CLASS|SYMBOL_SOURCE|HGNC_ID|CANONICAL|MANE_SELECT|SIFT|PolyPhen|gnomADe_AF|gnomADg_AF|CLIN_SIG|SOMATIC|PHENO";

/** mulberry32: numbers from 0 to 1, the same for a seed everywhere. */
export function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Alleles of GRCh38 that the knowledgebase names, evenly chosen from all of them. */
function chooseHotspots(knowledgebase, count) {
  const alleles = new Set();
  const collect = (key, value) => {
    if (key === "GRCh38" && Array.isArray(value)) for (const allele of value) alleles.add(allele);
    return value;
  };
  const folder = join(knowledgebase, "statements");
  for (const file of readdirSync(folder))
    JSON.parse(readFileSync(join(folder, file), "utf8"), collect);
  const sorted = [...alleles].toSorted(compareText);
  const step = Math.max(1, Math.floor(sorted.length / count));
  return sorted
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map((text) => {
      const [contig, position, ref, alt] = text.split(":");
      return { contig, position: Number(position), ref, alt };
    });
}

function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* writeHeader(isAnnotated) {
  yield "##fileformat=VCFv4.2\n";
  yield '##FILTER=<ID=PASS,Description="Site contains at least one allele that passes filters">\n';
  for (const filter of new Set(otherFilters.flatMap((names) => names.split(";")))) {
    yield `##FILTER=<ID=${filter},Description="${filter}">\n`;
  }
  yield '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Allelic depths">\n';
  yield '##FORMAT=<ID=AF,Number=A,Type=Float,Description="Allele fractions">\n';
  yield '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">\n';
  yield '##FORMAT=<ID=F1R2,Number=R,Type=Integer,Description="F1R2 reads">\n';
  yield '##FORMAT=<ID=F2R1,Number=R,Type=Integer,Description="F2R1 reads">\n';
  yield '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n';
  yield '##FORMAT=<ID=SB,Number=4,Type=Integer,Description="Strand counts">\n';
  for (const [id, number, type] of infoFields) {
    yield `##INFO=<ID=${id},Number=${number},Type=${type},Description="${id}">\n`;
  }
  if (isAnnotated) {
    yield `##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: ${csqFields}">\n`;
  }
  for (const [name, length] of contigs) yield `##contig=<ID=chr${name},length=${length}>\n`;
  yield "##normal_sample=NORMAL\n##tumor_sample=TUMOR\n";
  yield "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tTUMOR\n";
}

const infoFields = [
  ["AS_FilterStatus", "A", "String"],
  ["AS_SB_TABLE", "1", "String"],
  ["DP", "1", "Integer"],
  ["ECNT", "1", "Integer"],
  ["GERMQ", "1", "Integer"],
  ["MBQ", "R", "Integer"],
  ["MFRL", "R", "Integer"],
  ["MMQ", "R", "Integer"],
  ["MPOS", "A", "Integer"],
  ["NALOD", "A", "Float"],
  ["NLOD", "A", "Float"],
  ["POPAF", "A", "Float"],
  ["TLOD", "A", "Float"],
];

const bases = "ACGT";

function makeRecordWriter(random, { isAnnotated, passShare, genes }) {
  const whole = (from, to) => from + Math.floor(random() * (to - from));
  return ({ contig, position, ref, alt, isPlanted = false }) => {
    const passes = isPlanted || random() < passShare;
    const filter = passes ? "PASS" : otherFilters[whole(0, otherFilters.length)];
    const [normal, tumorRef, tumorAlt] = [
      whole(20, 60),
      whole(30, 80),
      whole(isPlanted ? 10 : 3, 30),
    ];
    const [f1, f2] = [tumorRef >> 1, tumorAlt >> 1];
    const fraction = (tumorAlt / (tumorRef + tumorAlt)).toFixed(3);
    const info = `AS_FilterStatus=SITE;AS_SB_TABLE=${normal + f1},${tumorRef - f1}|${f2},${tumorAlt - f2};DP=${normal + tumorRef + tumorAlt};ECNT=${whole(1, 4)};GERMQ=${whole(1, 94)};MBQ=${whole(20, 38)},${whole(20, 38)};MFRL=${whole(100, 300)},${whole(100, 300)};MMQ=60,60;MPOS=${whole(1, 70)};NALOD=${(random() * 2).toFixed(2)};NLOD=${(random() * 20).toFixed(2)};POPAF=6.00;TLOD=${(random() * 60).toFixed(2)}`;
    const csq = isAnnotated ? `;CSQ=${writeCsq(alt, genes.at(contig, position), whole)}` : "";
    return `chr${contig}\t${position}\t.\t${ref}\t${alt}\t.\t${filter}\t${info}${csq}\tGT:AD:AF:DP:F1R2:F2R1:SB\t0/0:${normal},0:0.019:${normal}:${normal >> 1},0:${normal - (normal >> 1)},0:${normal >> 1},${normal - (normal >> 1)},0,0\t0/1:${tumorRef},${tumorAlt}:${fraction}:${tumorRef + tumorAlt}:${f1},${f2}:${tumorRef - f1},${tumorAlt - f2}:${f1},${tumorRef - f1},${f2},${tumorAlt - f2}\n`;
  };
}

/** Five transcripts of one gene: most of a genome is introns and what lies between genes. */
function writeCsq(alt, gene, whole) {
  const number = whole(100000, 999999);
  const symbol = gene ?? `LINC${String(number).slice(0, 5)}`;
  const roll = whole(0, 100);
  const effect =
    gene !== null && roll < 2
      ? { term: "missense_variant", impact: "MODERATE", protein: true }
      : gene !== null && roll < 4
        ? { term: "synonymous_variant", impact: "LOW", protein: false }
        : {
            term: roll < 80 ? "intron_variant" : "intron_variant&non_coding_transcript_variant",
            impact: "MODIFIER",
            protein: false,
          };
  const place = whole(50, 3000);
  return Array.from({ length: 5 }, (_, index) => {
    const transcript = `ENST00000${number + index}.${1 + index}`;
    const hgvsp = effect.protein
      ? `ENSP00000${number + index}.2:p.Ala${Math.ceil(place / 3)}Thr|${place}|${place}|${Math.ceil(place / 3)}|A/T|Gcc/Acc`
      : "|||||";
    return `${alt}|${effect.term}|${effect.impact}|${symbol}|ENSG00000${number}|Transcript|${transcript}|protein_coding||${1 + (place % 20)}/21|${transcript}:c.${place}+${1 + whole(0, 5000)}G>${alt}|${hgvsp}|rs${whole(1e6, 9e8)}||1||SNV|HGNC|HGNC:${number}|${index === 0 ? "YES" : ""}|${index === 0 ? "NM_00" + number + ".4" : ""}|||0.0000${whole(10, 99)}|0.0000${whole(10, 99)}|||`;
  }).join(",");
}

/** Symbols of the knowledgebase's genes by place on GRCh38. */
function placeGenes(knowledgebase) {
  const spans = new Map();
  for (const { symbol, spans: texts } of JSON.parse(
    readFileSync(join(knowledgebase, "genes.json"), "utf8"),
  ).genes) {
    const [, contig, start, end] = /^(\w+):(\d+)-(\d+)$/.exec(texts?.GRCh38 ?? "") ?? [];
    if (contig === undefined) continue;
    if (!spans.has(contig)) spans.set(contig, []);
    spans.get(contig).push({ symbol, start: Number(start), end: Number(end) });
  }
  return {
    at: (contig, position) =>
      spans.get(contig)?.find(({ start, end }) => start <= position && position <= end)?.symbol ??
      null,
  };
}

/** The base of GRCh38 at a place, where the gene models that ship know it: REF is held to them. */
async function readKnownBases(knowledgebase) {
  const { openPackedModels } = await import("../../dist/annotate/models/packed-models.js");
  const name = "gene-models.txt";
  const { bases: at } = openPackedModels(readFileSync(join(knowledgebase, name)), name).of(
    "GRCh38",
  );
  return (contig, position) => {
    const index = bases.indexOf(at(contig, position, position));
    return index === -1 ? null : index;
  };
}

function* writeRecords({ records, hotspots, write, random, knownBase }) {
  for (const [contig, length] of contigs) {
    const waiting = hotspots
      .filter((hotspot) => hotspot.contig === contig)
      .toSorted((a, b) => a.position - b.position);
    const count = Math.round((records * length) / genomeLength);
    const spacing = (length - 1) / count;
    for (let index = 0; index < count; index++) {
      const position = 1 + Math.floor((index + random()) * spacing);
      while (waiting.length > 0 && waiting[0].position <= position) {
        yield write({ ...waiting.shift(), isPlanted: true });
      }
      const drawn = Math.floor(random() * 4);
      const ref = knownBase(contig, position) ?? drawn;
      const alt = (ref + 1 + Math.floor(random() * 3)) % 4;
      yield write({ contig, position, ref: bases[ref], alt: bases[alt] });
    }
    for (const last of waiting) yield write({ ...last, isPlanted: true });
  }
}

/** Makes a BGZF file with its index, once: a file that is there is taken as it is. Needs bgzip and tabix. */
export async function makeInput(
  path,
  { knowledgebase, records, isAnnotated = false, passShare = 0.2, seed = 20 },
) {
  if (existsSync(path) && existsSync(`${path}.tbi`)) return;
  const random = makeRandom(seed);
  const genes = placeGenes(knowledgebase);
  const write = makeRecordWriter(random, { isAnnotated, passShare, genes });
  const hotspots = chooseHotspots(knowledgebase, 40);
  const partial = `${path}.part`;
  const bgzip = spawn("sh", ["-c", 'exec bgzip -c > "$0"', partial], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = once(bgzip, "exit");
  let text = [...writeHeader(isAnnotated)].join("");
  const knownBase = await readKnownBases(knowledgebase);
  for (const line of writeRecords({ records, hotspots, write, random, knownBase })) {
    text += line;
    if (text.length < 1 << 20) continue;
    if (!bgzip.stdin.write(text)) await once(bgzip.stdin, "drain");
    text = "";
  }
  bgzip.stdin.end(text);
  const [code] = await ended;
  if (code !== 0) throw new Error(`bgzip ended with ${code}`);
  renameSync(partial, path);
  const tabix = spawn("tabix", ["-f", "-p", "vcf", path], { stdio: "inherit" });
  const [indexed] = await once(tabix, "exit");
  if (indexed !== 0) throw new Error(`tabix ended with ${indexed}`);
}

/** A panel of 50 records, all of them at places that the knowledgebase names. */
export function makePanel(path, { knowledgebase, records, seed = 50 }) {
  const write = makeRecordWriter(makeRandom(seed), {
    isAnnotated: false,
    passShare: 1,
    genes: placeGenes(knowledgebase),
  });
  writePanel(path, chooseHotspots(knowledgebase, records), write);
}

/**
 * Panels of 50 records for a run over many samples, no two alike, and their sheet. Every twentieth is broken, in one of ten
 * ways, when `broken` is asked for.
 */
export function makeSheet(folder, { knowledgebase, samples, broken }) {
  mkdirSync(folder, { recursive: true });
  const genes = placeGenes(knowledgebase);
  const hotspots = chooseHotspots(knowledgebase, samples + 50);
  const rows = ["sample\tvcf\ttumor_sample\ttumor_type\tassembly\n"];
  const types = ["COAD", "SKCM", "LUAD", "BRCA", "PAAD"];
  for (let index = 0; index < samples; index++) {
    const name = `P${String(index).padStart(4, "0")}`;
    const path = join(folder, `${name}.vcf`);
    const write = makeRecordWriter(makeRandom(index), { isAnnotated: false, passShare: 1, genes });
    const first = index % Math.max(1, hotspots.length - 50);
    writePanel(path, hotspots.slice(first, first + 50), write);
    if (broken && index % 20 === 0) breakFile(path, (index / 20) % 10);
    rows.push(`${name}\t${name}.vcf\tTUMOR\t${types[index % types.length]}\tGRCh38\n`);
  }
  writeFileSync(join(folder, "samples.tsv"), rows.join(""));
  return join(folder, "samples.tsv");
}

/** What nights do to files. */
const damages = [
  () => Buffer.alloc(0),
  (bytes) => bytes.subarray(bytes.indexOf("\n") + 1),
  (bytes) => gzipSync(bytes).subarray(0, 300),
  (bytes) => gzipSync(gzipSync(bytes)),
  (bytes) => Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes]),
  (bytes) => Buffer.concat([Buffer.from("BCF\u0002\u0002"), bytes]),
  (bytes) => Buffer.from(`\ufeff${bytes.toString("utf8")}`, "utf16le"),
  (bytes) => Buffer.from(bytes.toString("utf8").replaceAll("TUMOR", "T1")),
  (bytes) => Buffer.from(bytes.toString("utf8").replaceAll(/^#CHROM.*$/gmu, "#CHROM\tPOS")),
  (bytes) => Buffer.concat([bytes, bytes]),
];

function breakFile(path, way) {
  writeFileSync(path, damages[way](readFileSync(path)));
}

function writePanel(path, hotspots, write) {
  const order = new Map(contigs.map(([name], index) => [name, index]));
  const sorted = hotspots.toSorted(
    (a, b) => order.get(a.contig) - order.get(b.contig) || a.position - b.position,
  );
  // Every fifth is an allele that the knowledgebase names; the others change the same bases otherwise, so that REF is right.
  const lines = sorted.map((hotspot, index) => {
    const alt = index % 5 === 0 ? hotspot.alt : `${hotspot.ref}${hotspot.ref}AC`;
    return write({ ...hotspot, alt, isPlanted: true });
  });
  writeFileSync(path, [...writeHeader(false), ...lines].join(""));
}
