import type { ByteSource } from "../../io/byte-source.ts";
import { makePassedOver } from "./passed-over.ts";
import type { StructuralVariantReader } from "../reader.ts";
import type { StructuralCall, StructuralTable } from "./structural-call.ts";
import { nameCaller } from "./sv-caller.ts";
import { vcf } from "../vcf/vcf.ts";
import type { EvidenceReadOptions } from "../evidence-reader.ts";

/** Junctions in a VCF, whoever called them. */
export const svVcf: StructuralVariantReader = {
  id: "sv-vcf",
  title: "Structural variants of Manta, GRIDSS, PURPLE, DELLY, Sniffles and others, as VCF",
  input: "structural-variants",
  extensions: [".vcf", ".vcf.gz", ".vcf.bgz"],
  columns: [
    { name: "CHROM", meaning: "chromosome: 7, chr7 or NC_000007.14", required: true },
    { name: "POS", meaning: "1-based position", required: true },
    {
      name: "ID",
      meaning: "with MATEID or PARID: joins the two records of a junction",
      required: true,
    },
    { name: "REF", meaning: "reference bases", required: true },
    {
      name: "ALT",
      meaning:
        "breakends, breakends without a mate, <DEL> <DUP> <INV> <TRA>, and deletions of 50 bases or more",
      required: true,
    },
    { name: "QUAL", meaning: "not used", required: true },
    { name: "FILTER", meaning: "failed filters; PASS or . is none", required: true },
    {
      name: "INFO",
      meaning: "SVTYPE, END, SVLEN, CHR2, CT, STRANDS, INV3, INV5, MATEID, IMPRECISE",
      required: true,
    },
    { name: "FORMAT", meaning: "names of the sample's fields", required: false },
    {
      name: "sample",
      meaning: "GT; reads in PR and SR, DV and RV, VF and BVF, or DV",
      required: false,
    },
  ],
  detect: (head) => vcf.detect(head),
  read,
};

async function read(source: ByteSource, options: EvidenceReadOptions): Promise<StructuralTable> {
  const file = await vcf.open(source, {
    beside: options,
    allowTruncated: false,
    report: options.report,
    strict: options.strict,
    structural: true,
  });
  const rows: StructuralCall[] = [];
  const passedOver = makePassedOver();
  let setAside = 0;
  for await (const { line, rawContig, structural } of file.records(null)) {
    for (const { alt, code, reason } of structural?.passedOver ?? []) {
      passedOver.add({ code, reason }, `${rawContig} ${alt}`, line ?? 1);
    }
    rows.push(...(structural?.calls ?? []));
    if (structural?.calls.length === 0) setAside += 1;
  }
  const { header } = file;
  // The name of the file is asked last, and for the name of the caller only.
  const [first] = rows;
  const signs = [...(header.programs ?? []), first?.method ?? "", first?.id ?? "", source.name];
  const { read: lines, refused } = file.counts();
  return {
    file: source.name,
    format: `sv-vcf ${header.fileFormat}`,
    caller: nameCaller(signs) ?? source.name,
    sample: header.tumorSample?.name ?? null,
    contigs: header.contigs,
    reference: header.reference,
    rows,
    passedOver: passedOver.entries(),
    counts: { read: lines, refused, setAside },
    digest: file.digest(),
  };
}
