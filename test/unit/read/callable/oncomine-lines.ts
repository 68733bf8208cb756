/**
 * A file in the shape of an Oncomine panel (spec, clinical 5.1): every hotspot, gene of copy numbers and fusion assay is listed,
 * also where it is negative. Made up; GRCh37.
 */
const header = `##fileformat=VCFv4.1
##source="tvc 5.2"
##reference=hg19
##contig=<ID=chr1,length=249250621>
##contig=<ID=chr2,length=243199373>
##contig=<ID=chr7,length=159138663>
##contig=<ID=chr12,length=133851895>
##contig=<ID=chr17,length=81195210>
##INFO=<ID=HS,Number=0,Type=Flag,Description="hotspot">
##INFO=<ID=AF,Number=A,Type=Float,Description="allele fraction">
##INFO=<ID=FAO,Number=A,Type=Integer,Description="alternate reads">
##INFO=<ID=FDP,Number=1,Type=Integer,Description="depth">
##INFO=<ID=SVTYPE,Number=1,Type=String,Description="type">
##INFO=<ID=END,Number=1,Type=Integer,Description="end">
##INFO=<ID=CI,Number=.,Type=String,Description="interval">
##INFO=<ID=READ_COUNT,Number=1,Type=Integer,Description="reads of the junction">
##INFO=<ID=GENE_NAME,Number=1,Type=String,Description="gene">
##INFO=<ID=FUNC,Number=.,Type=String,Description="annotation">
##FORMAT=<ID=GT,Number=1,Type=String,Description="genotype">
##FORMAT=<ID=FDP,Number=1,Type=Integer,Description="depth">
##FORMAT=<ID=FAO,Number=A,Type=Integer,Description="alternate reads">
##FORMAT=<ID=AF,Number=A,Type=Float,Description="allele fraction">
##FORMAT=<ID=CN,Number=1,Type=Float,Description="copies">
##FILTER=<ID=NOCALL,Description="no call">
##FILTER=<ID=FAIL,Description="no fusion">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR
`;

const lines = [
  // Positive: BRAF V600E. Negative: KRAS codon 12, 13, 61. Not read: NRAS codon 61.
  "chr7\t140453136\tCOSM476\tA\tT\t900\tPASS\tHS;AF=0.31;FAO=310;FDP=1000;FUNC=[{'gene':'BRAF'}]\tGT:FDP:FAO:AF\t0/1:1000:310:0.31",
  "chr12\t25398280\tCOSM532\tGCC\tGTC\t100\tPASS\tHS;AF=0;FAO=0;FDP=1800;FUNC=[]\tGT:FDP:FAO:AF\t0/0:1800:0:0",
  "chr12\t25398283\tCOSM521\tACC\tATC\t100\tPASS\tHS;AF=0;FAO=0;FDP=1700\tGT:FDP:FAO:AF\t0/0:1700:0:0",
  "chr12\t25380275\tCOSM554\tTTG\tTTA\t100\tPASS\tHS;AF=0;FAO=0;FDP=1500\tGT:FDP:FAO:AF\t0/0:1500:0:0",
  "chr1\t115256528\tCOSM583\tTTG\tTTA\t0\tNOCALL\tHS;AF=0;FAO=0;FDP=3\tGT:FDP:FAO:AF\t./.:3:0:0",
  "chr7\t55086956\tEGFR\tA\t<CNV>\t100\tPASS\tSVTYPE=CNV;END=55270000;CI=0.05:1.9,0.95:2.2\tGT:CN\t./.:2",
  "chr17\t37855800\tERBB2\tA\t<CNV>\t0\tNOCALL\tSVTYPE=CNV;END=37884900\tGT:CN\t./.:.",
  "chr2\t42522656\tEML4-ALK.E13A20.COSF408.1_1\tG\tG]chr2:29446394]\t.\tFAIL\tSVTYPE=Fusion;READ_COUNT=0;GENE_NAME=EML4\tGT\t./.",
];

export const oncomineText = `${header}${lines.join("\n")}\n`;
