import { hgvsList } from "./lists/hgvs-list.ts";
import { maf } from "./lists/maf.ts";
import { tso500Variants } from "./lists/tso500-variants.ts";
import { vcf } from "./vcf/vcf.ts";
import type { VariantReader } from "./variant-reader.ts";

/** The formats of small variants: the first of `readers`, in a list of their own, since most cases need no other. */
export const variantReaders: readonly VariantReader[] = [vcf, maf, hgvsList, tso500Variants];
