import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkSharedFile, shared } from "./check-shared-file.ts";

/** Public tables of search engines, used in place where they are: rows with contaminants and the like, and the scale. */
const tables: readonly (readonly [file: string, format: string, read: number])[] = [
  ["maxquant/proteinGroups.txt.gz", "maxquant", 1459],
  ["maxquant/proteinGroups_example_feb19.txt.gz", "maxquant", 1393],
  ["alphapeptstats/maxquant_go__proteinGroups.txt.gz", "maxquant", 882],
  ["alphapeptstats/diann__report_final.pg_matrix.tsv", "diann-matrix", 10],
  ["alphapeptstats/fragpipe__combined_proteins.tsv", "fragpipe", 10],
];

// Where the folder is absent these tests are skipped, and the run says so.
describe.skipIf(!existsSync(`${shared}data/proteomics`))("tables of search engines", () => {
  test.each(tables)(
    "%s is read as %s, %i rows, log2 of linear intensities",
    async (file, format, rows) => {
      const checked = await checkSharedFile(`data/proteomics/${file}`);
      expect(checked).toMatchObject({
        format,
        isRefused: false,
        counts: { read: rows, refused: 0 },
      });
      const messages = checked.kinds.flatMap(({ examples }) =>
        examples.map(({ message }) => message),
      );
      expect(messages.join("\n")).toContain("scale: log2-intensity (log2 of linear intensities: ");
    },
  );
});
