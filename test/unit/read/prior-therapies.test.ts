import { expect, test } from "vitest";
import { priorTherapies } from "../../../src/read/prior-therapies.ts";
import { readEvidenceText, refusedText } from "./read-evidence-text.ts";

const header = "therapy,best_response,reason_stopped,start,end";

test("a line of the history says what was given, the best response, why it was stopped and when", async () => {
  const text = `${header}\ndabrafenib + trametinib,Partial response,PD,2024-03,2024-11-30\nimatinib,,,,\n`;
  const { table, problems } = await readEvidenceText(priorTherapies, text);
  expect(problems).toEqual([]);
  expect(table.rows).toEqual([
    {
      line: 2,
      column: 1,
      therapy: "dabrafenib + trametinib",
      bestResponse: "PR",
      reasonStopped: "progression",
      start: "2024-03",
      end: "2024-11-30",
    },
    {
      line: 3,
      column: 1,
      therapy: "imatinib",
      bestResponse: null,
      reasonStopped: "unknown",
      start: null,
      end: null,
    },
  ]);
});

test.each([
  [",PR,progression,,", "prior-therapy-missing", 1],
  ["imatinib,good,progression,,", "best-response-unknown", 2],
  ["imatinib,PR,died,,", "reason-stopped-unknown", 3],
  ["imatinib,PR,progression,2023-02-29,", "prior-date-unreadable", 4],
  ["imatinib,PR,progression,03/2024,", "prior-date-unreadable", 4],
  ["imatinib,PR,progression,2024-05,2024-04-30", "prior-dates-reversed", 5],
])("%j is refused alone, as %s in column %i", async (row, code, column) => {
  const text = `${header}\nimatinib,SD,toxicity,,\n${row}\n`;
  const { table, problems } = await readEvidenceText(priorTherapies, text);
  expect(table.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
  expect(problems).toMatchObject([{ code, where: { file: "t.csv", line: 3, column } }]);
});

test("dates are compared as far as both are known", async () => {
  const text = `${header}\nimatinib,SD,toxicity,2024-05-20,2024\n`;
  expect((await readEvidenceText(priorTherapies, text)).problems).toEqual([]);
});

test("a table without a reason to stop is none", async () => {
  expect(await refusedText(priorTherapies, "therapy,best_response\nimatinib,SD\n")).toMatchObject({
    code: "columns-missing",
  });
});

test("a table without a readable row is refused with what is wrong in its first one", async () => {
  const refused = readEvidenceText(priorTherapies, `${header}\nimatinib,XX,progression,,\n`);
  await expect(refused).rejects.toMatchObject({
    problems: [
      {
        code: "table-no-rows",
        where: { line: 2, column: 2 },
        hint: expect.stringMatching(/^The first: "XX" is no best response\. Write CR, /u),
      },
    ],
  });
});
