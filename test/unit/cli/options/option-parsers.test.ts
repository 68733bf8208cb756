import { expect, test } from "vitest";
import { main } from "../../../../src/cli/main.ts";
import { threadCount } from "../../../../src/cli/options/option-parsers.ts";
import { makeTestTerminal } from "../test-terminal.ts";

test("a number of threads is a whole one from 1 to 256", () => {
  expect(["1", "8", "256"].map(threadCount)).toEqual([1, 8, 256]);
  for (const text of ["", "0", "-1", "2.5", "01", "257", "1e2", "9999999999"]) {
    expect(() => threadCount(text)).toThrow(
      "Expected a whole number of at least 1 and at most 256.",
    );
  }
});

test.each([
  ["annotate", "case.vcf"],
  ["batch", "samples.tsv", "-O", "results"],
])("more threads than the system gives are a usage error of %s", async (...words) => {
  const terminal = makeTestTerminal();
  expect(await main([...words, "--threads", "100000"], terminal)).toBe(2);
  expect(terminal.errText()).toMatch(/^error: option '--threads <number>' .* at most 256\.$/mu);
});
