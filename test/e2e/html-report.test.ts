/** The HTML reports of the bundled cases in a browser: self-contained, accessible, and whole on a phone. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
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

    beforeAll(() => {
      expect(runBin(["annotate", caseFile(name), "-q", "-o", file]).status).toBe(0);
    });

    async function open(options: BrowserContextOptions): Promise<{ page: Page; events: string[] }> {
      const page = await (await browser.newContext(options)).newPage();
      const events: string[] = [];
      page.on("request", (request) => events.push(`request ${request.url().split("/").at(-1)}`));
      page.on("console", (message) => events.push(`console ${message.text()}`));
      page.on("pageerror", (error) => events.push(`error ${error.message}`));
      await page.goto(pathToFileURL(file).href);
      return { page, events };
    }

    test("asks for nothing but itself and logs nothing", async () => {
      const { events } = await open({});
      expect(events).toEqual([`request ${name}.html`]);
    });

    test("has no fault that axe can find", async () => {
      const { page } = await open({ bypassCSP: true });
      await page.addScriptTag({ content: axe.source });
      const violations = await page.evaluate<string[]>(
        `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })
           .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`,
      );
      expect(violations).toEqual([]);
    });

    test.each([1280, 400])("needs no sideways scrolling of the page at %i px", async (width) => {
      const { page } = await open({ viewport: { width, height: 900 } });
      const overflow = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
    });
  });
});
