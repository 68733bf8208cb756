import { civic } from "./civic.ts";
import type { Importer } from "./importer.ts";

/** All sources that `metaction kb import --from` knows. */
export const importers: readonly Importer[] = [civic];
