import { expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { makeTestTerminal } from "./test-terminal.ts";

test.each([
  ["annotate x.vcf --assembly GRCh83", "GRCh38"],
  ["kb stats --by gen", "gene"],
  ["schema repot", "report"],
  ["render x.json --format htm", "html"],
  ["annotate x.vcf --format jsn", "json"],
  ["annotate x.vcf --format markdown", "md"],
  ["annotate x.vcf --format vcf", "vcf-sites"],
  ["batch x.tsv -O out --formats maf", "cbioportal-maf"],
  ["batch x.tsv -O out --formats json,htlm", "html"],
  ["response add --event taget", "target"],
  ["annotate x.vcf --fail-on eror", "error"],
])("%s ends with 2 and the nearest choice", async (line, near) => {
  const terminal = makeTestTerminal();
  expect(await main(line.split(" "), terminal)).toBe(2);
  expect(terminal.errText()).toContain(`(Did you mean ${near}?)\n`);
  expect(terminal.outText()).toBe("");
});

test("nothing is offered where no choice is near, and for a value without choices", async () => {
  for (const line of ["kb stats --by zzzzzzzz", "annotate x.vcf --purity 7"]) {
    const terminal = makeTestTerminal();
    expect(await main(line.split(" "), terminal)).toBe(2);
    expect(terminal.errText()).toContain("is invalid");
    expect(terminal.errText()).not.toContain("Did you mean");
  }
});
