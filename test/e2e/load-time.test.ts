import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readBuiltFile, writeBuiltFile } from "../../src/knowledgebase/built-file.ts";
import { canonicalText, type Content } from "../../src/knowledgebase/content.ts";

const dist = join(import.meta.dirname, "../../dist");
const shipped = join(dist, "knowledgebase.json");

/** The first statements of a content with what they name, and no more. */
function cut(content: Content, most: number): Content {
  let left = most;
  const statements = content.statements.flatMap(({ gene, variants, statements: all }) => {
    const kept = all.slice(0, left);
    left -= kept.length;
    const used = new Set(kept.map(({ variant }) => variant));
    const own = variants.filter(({ id }) => used.has(id));
    return kept.length === 0 ? [] : [{ gene, variants: own, statements: kept }];
  });
  const genes = new Set(statements.map(({ gene }) => gene));
  return { ...content, statements, genes: content.genes.filter(({ symbol }) => genes.has(symbol)) };
}

/** Milliseconds of processor time, all threads: what a busy machine adds is waiting. The least of several processes. */
function loadTime(path: string): number {
  const script = `
    const { loadKnowledgebase } = await import(${JSON.stringify(join(dist, "index.js"))});
    const before = process.cpuUsage();
    await loadKnowledgebase(${JSON.stringify(path)});
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);
  `;
  const runs = Array.from({ length: 9 }, () =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }),
  ).map(({ status, stdout }) => {
    expect(status).toBe(0);
    return Number(stdout);
  });
  return Math.min(...runs);
}

test("the shipped knowledgebase loads in 60 ms more than one of 300 statements", () => {
  const folder = mkdtempSync(join(tmpdir(), "kb-load-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const small = join(folder, "small.json");
  const { content } = readBuiltFile(readFileSync(shipped), "knowledgebase.json");
  writeFileSync(small, writeBuiltFile(canonicalText(cut(content, 300))).text);
  const [least, whole] = [loadTime(small), loadTime(shipped)];
  expect(Math.min(least, whole)).toBeGreaterThan(0);
  expect(whole - least).toBeLessThan(60);
});
