import { describe, expect, test } from "vitest";
import { explainReadError } from "../../../src/io/byte-source.ts";
import { explainOpenFileLimit } from "../../../src/io/open-file-limit.ts";
import { Refusal } from "../../../src/model/refusal.ts";

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: open 'a'`), { code, syscall: "open" });

describe("an error for want of open files", () => {
  test.each(["EMFILE", "ENFILE"])("is a refusal that says what to raise: %s", (code) => {
    const explained = explainOpenFileLimit(systemError(code));
    expect(explained).toBeInstanceOf(Refusal);
    const [problem] = explained instanceof Refusal ? explained.problems : [];
    expect(problem).toMatchObject({ code: "too-many-open-files", severity: "error" });
    expect(problem?.message).toContain(code);
    expect(problem?.hint).toContain("ulimit -n");
  });

  test.each([systemError("EIO"), new Error("EMFILE"), "EMFILE", null])(
    "is told from any other: %s",
    (error) => {
      expect(explainOpenFileLimit(error)).toBe(error);
    },
  );

  test("of an input names the file as well", async () => {
    const explained = await explainReadError(systemError("EMFILE"), "/somewhere/case.vcf");
    expect(explained).toMatchObject({
      kind: "input",
      problems: [
        {
          code: "file-unreadable",
          hint: expect.stringContaining("ulimit -n"),
          where: { file: "case.vcf" },
        },
      ],
    });
  });
});
