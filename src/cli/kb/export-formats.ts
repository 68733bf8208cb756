/** Formats of `kb export`; apart from the exporters, so that a command line loads none of them. */
export const exportFormats = ["tsv", "vcf", "bed", "vrs"] as const;
