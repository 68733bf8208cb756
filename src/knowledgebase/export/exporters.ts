import { bed } from "./bed.ts";
import type { Exporter } from "./exporter.ts";
import { tsv } from "./tsv.ts";
import { vcf } from "./vcf.ts";
import { vrs } from "./vrs.ts";

/** Every format of `kb export`. */
export const exporters: readonly Exporter[] = [tsv, vcf, bed, vrs];
