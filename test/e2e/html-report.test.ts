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

const desk = { width: 1280, height: 900 };
/** Guidelines whose rules axe asks for. */
const guidelines = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
/** What a reader may have; one loaded page is put into each. A dark page has other colors and nothing else. */
const views = {
  desktop: { size: desk, colorScheme: "light", rules: guidelines },
  dark: { size: desk, colorScheme: "dark", rules: ["color-contrast"] },
  mobile: { size: { width: 400, height: 800 }, colorScheme: "light", rules: guidelines },
} as const;

describe.skipIf(!hasProgram("chromium"))("in Chromium, where it is installed", () => {
  let browser: Browser;

  beforeAll(async () => {
    const executablePath = runShell("command -v chromium").stdout.trim();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
  });

  async function open(
    file: string,
    options: BrowserContextOptions,
  ): Promise<{ page: Page; events: string[] }> {
    const page = await (await browser.newContext({ viewport: desk, ...options })).newPage();
    const events: string[] = [];
    page.on("request", (request) => events.push(`request ${request.url().split("/").at(-1)}`));
    page.on("console", (message) => events.push(`console ${message.text()}`));
    page.on("pageerror", (error) => events.push(`error ${error.message}`));
    await page.goto(pathToFileURL(file).href);
    return { page, events };
  }

  describe.each(cases)("the page of %s", (name) => {
    const file = join(folder, `${name}.html`);
    /** axe is a script itself, so the page without script is one that lacks its own. */
    const bare = join(folder, `${name}-bare.html`);
    /** With its policy in force, and with axe in it. */
    let strict: Awaited<ReturnType<typeof open>>;
    let examined: Page;

    beforeAll(async () => {
      expect(runBin(["annotate", caseFile(name), "-q", "-o", file]).status).toBe(0);
      writeFileSync(bare, readFileSync(file, "utf8").replace(/<script>[^]*<\/script>/, ""));
      strict = await open(file, {});
      examined = (await open(file, { bypassCSP: true })).page;
      await examined.evaluate(axe.source);
    });

    afterAll(async () => {
      await Promise.all([strict.page.context().close(), examined.context().close()]);
    });

    test("asks for nothing but itself, logs nothing and needs no sideways scrolling", async () => {
      const { page, events } = strict;
      for (const { size, colorScheme } of Object.values(views)) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        expect(await overflow(page)).toBe(0);
      }
      expect(events).toEqual([`request ${name}.html`]);
    });

    test("is whole without script", async () => {
      const { page, events } = await open(file, { javaScriptEnabled: false });
      expect(events).toEqual([`request ${name}.html`]);
      expect(await page.locator("table.long tbody tr:not([hidden])").count()).toBe(
        await strict.page.locator("table.long tbody tr").count(),
      );
      await page.context().close();
    });

    test.skipIf(!hasProgram("pdftotext"))(
      "has its front page on one sheet of A4, the boards on the next, and is tagged",
      async () => {
        const { page } = strict;
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize(desk);
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
      async (_, { size, colorScheme, rules }) => {
        await examined.emulateMedia({ colorScheme });
        await examined.setViewportSize(size);
        expect(await findFaults(examined, rules)).toEqual([]);
      },
    );

    test("has no fault that axe can find: no script", async () => {
      const { page } = await open(bare, { bypassCSP: true });
      await page.evaluate(axe.source);
      expect(await findFaults(page, guidelines)).toEqual([]);
      await page.context().close();
    });
  });

  describe("the script of a page with many findings", () => {
    let page: Page;
    const rows = () => page.locator("#findings tbody tr:visible");
    const labels = async () =>
      await page.locator("#findings table >> nth=0 >> tbody th").allInnerTexts();

    beforeAll(async () => {
      const [stored, file] = [join(folder, "many.json"), join(folder, "many.html")];
      writeFileSync(stored, JSON.stringify(withManyFindings()));
      expect(runBin(["render", stored, "-o", file]).status).toBe(0);
      page = (await open(file, {})).page;
    });

    afterAll(async () => {
      await page.context().close();
    });

    test("shows the rows that hold every word, counts them, and opens what is folded", async () => {
      const shownAtFirst = await rows().count();
      const box = page.getByLabel("Filter findings");
      await box.fill("place70 made");
      expect(await rows().allInnerTexts()).toEqual([expect.stringContaining("MADE70")]);
      expect(await page.locator("#findings [role=status]").innerText()).toBe("1 of 60 shown");
      await box.fill("place70 nowhere");
      expect(await rows().count()).toBe(0);
      await box.fill("");
      expect(await rows().count()).toBe(60);
      expect(shownAtFirst).toBeLessThan(60);
      expect(await page.locator("#findings [role=status]").innerText()).toBe("");
    });

    test("prints every row, whatever the filter hides on the screen", async () => {
      const box = page.getByLabel("Filter findings");
      await box.fill("place70 made");
      expect(await rows().count()).toBe(1);
      await page.emulateMedia({ media: "print" });
      expect(await rows().count()).toBe(60);
      await page.emulateMedia({ media: null });
      await box.fill("");
    });

    test.skipIf(!hasProgram("pdftotext"))(
      "prints the heads of its columns on each sheet, and no id of a statement over two lines",
      async () => {
        const paper = join(folder, "many.pdf");
        writeFileSync(paper, await page.pdf({ preferCSSPageSize: true }));
        const sheets = runShell(`pdftotext -layout '${paper}' -`).stdout.split("\f");
        const withRows = sheets.filter((sheet) => /\bplace\d+/.test(sheet));
        expect(withRows.length).toBeGreaterThan(1);
        for (const sheet of withRows) expect(sheet).toMatch(/Finding +Tier +Consequence/);
        expect(sheets.join("")).toContain("civic:EID9851,");
      },
    );

    test("sorts by a head up, down, and back to the order of the report", async () => {
      const given = await labels();
      const head = page.locator("#findings table >> nth=0 >> thead th >> nth=0");
      const made = async () =>
        (await labels()).flatMap((label) => /^MADE\d+/.exec(label)?.[0] ?? []);
      await head.getByRole("button").click();
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      const ascending = await made();
      expect(ascending.indexOf("MADE99")).toBeLessThan(ascending.indexOf("MADE100"));
      await head.getByRole("button").click();
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      expect(await made()).toEqual(ascending.toReversed());
      await head.getByRole("button").click();
      expect(await head.getAttribute("aria-sort")).toBeNull();
      expect(await labels()).toEqual(given);
    });
  });
});

async function overflow(page: Page): Promise<number> {
  return await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
}

async function findFaults(page: Page, rules: readonly string[]): Promise<string[]> {
  return await page.evaluate<string[]>(
    `axe.run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })
     .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`,
  );
}

/** A bundled report whose last finding is repeated up to 60, in an order that is none of the alphabet. */
function withManyFindings(): unknown {
  const path = join(dirname(caseFile("colorectal-liver-braf")), "expected/report.json");
  const report = JSON.parse(readFileSync(path, "utf8")) as { findings: object[] };
  const { findings } = report;
  const more = Array.from({ length: 60 - findings.length }, (_, index) => ({
    ...findings.at(-1),
    observation: `made:${120 - index}`,
    label: `MADE${120 - index}`,
    description: `place${120 - index}`,
    statements: index === 0 ? ["civic:EID9851", "civic:EID6046"] : [],
  }));
  return { ...report, findings: [...findings, ...more] };
}
