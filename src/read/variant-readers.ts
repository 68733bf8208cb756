import { hgvsList } from "./hgvs-list.ts";
import { maf } from "./maf.ts";
import type { VariantReader } from "./reader.ts";
import { vcf } from "./vcf.ts";

/** The formats of small variants: the first of `readers`, in a list of their own, since most cases need no other. */
export const variantReaders: readonly VariantReader[] = [vcf, maf, hgvsList];
