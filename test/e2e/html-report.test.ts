/** The HTML reports of the bundled cases in a browser: self-contained, accessible, and whole on a phone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseFile, hasProgram, runBin, runShell } from "./run-bin.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-html-"));
const cases = readdirSync(dirname(dirname(caseFile("any"))), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader may have: a desk, a telephone, a dark room, no script. */
const views = {
  desktop: { viewport: { width: 1280, height: 900 } },
  mobile: { viewport: { width: 400, height: 800 } },
  dark: { colorScheme: "dark" },
  "no script": { javaScriptEnabled: false },
} as const satisfies Record<string, BrowserContextOptions>;

describe.skipIf(!hasProgram("chromium"))("in Chromium, where it is installed", () => {
  let browser: Browser;

  beforeAll(async () => {
    const executablePath = runShell("command -v chromium").stdout.trim();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
  });

  describe.each(cases)("the page of %s", (name) => {
    const file = join(folder, `${name}.html`);
    /** axe is a script itself, so the page without script is one that lacks its own. */
    const bare = join(folder, `${name}-bare.html`);

    beforeAll(() => {
      expect(runBin(["annotate", caseFile(name), "-q", "-o", file]).status).toBe(0);
      const page = readFileSync(file, "utf8");
      writeFileSync(bare, page.replace(/<script>[^]*<\/script>/, ""));
    });

    async function open(
      options: BrowserContextOptions,
      opened = file,
    ): Promise<{ page: Page; events: string[] }> {
      const page = await (await browser.newContext(options)).newPage();
      const events: string[] = [];
      page.on("request", (request) => events.push(`request ${request.url().split("/").at(-1)}`));
      page.on("console", (message) => events.push(`console ${message.text()}`));
      page.on("pageerror", (error) => events.push(`error ${error.message}`));
      await page.goto(pathToFileURL(opened).href);
      return { page, events };
    }

    test.each(Object.entries(views))(
      "asks for nothing but itself and logs nothing: %s",
      async (_, options) => {
        const { events } = await open(options);
        expect(events).toEqual([`request ${name}.html`]);
      },
    );

    test.skipIf(!hasProgram("pdftotext"))(
      "has its front page on one sheet of A4, the boards on the next, and is tagged",
      async () => {
        const { page } = await open({});
        const paper = join(folder, `${name}.pdf`);
        writeFileSync(paper, await page.pdf({ preferCSSPageSize: true, tagged: true }));
        const second = runShell(`pdftotext -f 2 -l 2 '${paper}' -`).stdout.trim();
        expect(second).toMatch(/^Molecular board/);
        expect(second).toContain("Clinical board");
        const facts = runShell(`pdfinfo '${paper}'`).stdout;
        expect(facts).toMatch(/Tagged: +yes/);
        expect(facts).toMatch(/Page size: +59\d.* x 84\d.* pts \(A4\)/);
      },
    );

    test.each(Object.entries(views))(
      "has no fault that axe can find: %s",
      async (view, options) => {
        const { page } = await open(
          { ...options, javaScriptEnabled: true, bypassCSP: true },
          view === "no script" ? bare : file,
        );
        await page.evaluate(axe.source);
        const violations = await page.evaluate<string[]>(
          `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })
           .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`,
        );
        expect(violations).toEqual([]);
      },
    );

    test.each([1280, 400])("needs no sideways scrolling of the page at %i px", async (width) => {
      const { page } = await open({ viewport: { width, height: 900 } });
      const overflow = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
    });
  });
});
