/**
 * Refget accessions of chromosomes: the digest of the whole sequence. Only those that GA4GH's own test data state are here
 * (vrs-python, Apache-2.0, commit a47b3d92, the recorded answers of its sequence service); none is derived or guessed. The
 * others come from the user's FASTA by `metaction kb refget`.
 */
import type { Assembly, Contig } from "../../model/locus.ts";

/** Accession of a chromosome, `SQ.` with 32 letters; null when it is not known. */
export type RefgetAccessions = (assembly: Assembly, contig: Contig) => string | null;

const stated: Readonly<Record<Assembly, Readonly<Record<Contig, string>>>> = {
  GRCh37: {
    "19": "SQ.ItRDD47aMoioDCNW_occY5fWKZBKlxCX",
  },
  GRCh38: {
    "1": "SQ.Ya6Rs7DHhDeg7YaOSg1EoNi3U_nQ9SvO",
    "6": "SQ.0iKlIQk2oZLoeOG9P1riRU6hvL5Ux8TV",
    "7": "SQ.F-LrLMe1SRpfUZHkQmvkVKFEGaoDeHul",
    "13": "SQ._0wi-qoDrvram155UmcSC-zA5ZK4fpLT",
    "17": "SQ.dLZ15tNO1Ur0IcGjwc3Sdi_0A6Yf4zm7",
    "19": "SQ.IIB53T8CNeJJdUqzn9V_JnRtQadwWCbl",
    "21": "SQ.5ZUqxCmDDgN4xTRbaSjN8LwgZironmB8",
    X: "SQ.w0WZEvgJF0zf_P4yyTzjjv9oW1z61HHP",
    MT: "SQ.k3grVkjY-hoWcCUojHw6VU6GE3MZ8Sct",
  },
};

/** The accessions that are stated, and over them those of a table that `metaction kb refget` wrote. */
export function makeRefgetAccessions(
  own: ReadonlyMap<string, string> = new Map(),
): RefgetAccessions {
  return (assembly, contig) => own.get(`${assembly}:${contig}`) ?? stated[assembly][contig] ?? null;
}
