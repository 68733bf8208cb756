import type { Importer } from "./importer.ts";
import { curatedReleases } from "./curated-releases.ts";

/** Version and date of the content; raised by hand with every release of it. */
const version = "2026.11.0";
const date = "2026-11-22";

/** The manifest file: what the content was made from, under which terms. */
export function makeManifest(importer: Importer) {
  const { title: name, date: released, licence, url } = importer;
  return {
    version,
    date,
    schemaVersion: "1.0.0",
    sources: [{ name, date: released, licence, url }, ...curatedReleases],
  };
}
