import { expect, test } from "vitest";
import { importSources } from "../../../../src/cli/kb/import-sources.ts";
import { importers } from "../../../../src/knowledgebase/import/importers.ts";

test("the sources of the command line are the importers of the list, and the Almanac", () => {
  expect(importSources).toEqual([...importers.map(({ id }) => id), "moalmanac"]);
});
