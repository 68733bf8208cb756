/**
 * A VCF without tumor data of `count` made-up missense variants of BRAF, each a finding: for reports of several megabytes. They
 * stand where no statement names an allele, since their reference bases are made up too.
 */
export function largeVcf(count: number): string {
  const header = [
    "##fileformat=VCFv4.2",
    "##contig=<ID=17,length=83257441>",
    "##contig=<ID=7,length=159345973>",
    "##contig=<ID=12,length=133275309>",
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSp">',
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO",
  ];
  const records = Array.from({ length: count }, (_, index) => {
    const change = `ENSP00000493543.1:p.Arg${index + 1}His`;
    return `7\t${140_860_000 + index}\t.\tA\tG\t.\tPASS\tCSQ=G|missense_variant|BRAF|ENST00000646891.2|${change}`;
  });
  return `${[...header, ...records].join("\n")}\n`;
}
