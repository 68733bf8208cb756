/** 150 decisions in the order of their days are found by topic, or not at all. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const text = readFileSync(join(import.meta.dirname, "../../src/DECISIONS.md"), "utf8");
const [, list = "", decisions = ""] = /^## By topic\n(.*?)^(## .*)$/msu.exec(text) ?? [];
const headings = [...decisions.matchAll(/^## (.+) \((\d{4}-\d\d-\d\d)\)$/gmu)].map(
  ([, title = "", day = ""]) => ({ title, day, link: `[${title}](#${anchorOf(title, day)})` }),
);
const links = [...list.matchAll(/^- (\[.+?\]\(#[^)]+\))/gmu)].map(([, link]) => link);

/** As GitHub makes it of a heading. */
function anchorOf(title: string, day: string): string {
  return `${title} (${day})`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");
}

describe("the list of decisions by topic", () => {
  test("leads to a decision by every entry, and to none twice", () => {
    expect(links.filter((link) => !headings.some((heading) => heading.link === link))).toEqual([]);
    expect(links).toEqual([...new Set(links)]);
  });

  test("has every decision; one of the newest day may not be in it yet", () => {
    const newest = headings
      .map(({ day }) => day)
      .toSorted()
      .at(-1);
    const older = headings.filter(({ day }) => day !== newest);
    expect(older.length).toBeGreaterThan(100);
    expect(older.filter(({ link }) => !links.includes(link))).toEqual([]);
  });

  test("names, where one was changed, a decision that there is", () => {
    const named = [...list.matchAll(/\*([^*\n]+)\*(?=,|$)/gmu)].map(([, title]) => title ?? "");
    const changed = named.filter((title) => !list.includes(`**${title}**`));
    expect(changed.length).toBeGreaterThan(3);
    expect(changed.filter((each) => !headings.some(({ title }) => title === each))).toEqual([]);
  });
});
