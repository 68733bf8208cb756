import { hgvsList } from "./lists/hgvs-list.ts";
import { maf } from "./lists/maf.ts";
import type { VariantReader } from "./reader.ts";
import { vcf } from "./vcf/vcf.ts";

/** The formats of small variants: the first of `readers`, in a list of their own, since most cases need no other. */
export const variantReaders: readonly VariantReader[] = [vcf, maf, hgvsList];
