import { describe, expect, it } from "vitest";
import type { Strip } from "../../../../src/model/verification.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { html } from "../../../../src/report/render/html.tsx";
import { markdown } from "../../../../src/report/render/markdown.ts";
import { scaleStrip, spread } from "../../../../src/report/render/strip-scale.ts";
import { sampleParts } from "../sample-report.ts";

const parts = sampleParts();
const [sample] = parts.strips ?? [];
if (sample === undefined) throw new Error("the sample has a strip");

function draw(changes: Partial<Strip> = {}): string {
  const page = html.render(buildReport({ ...parts, strips: [{ ...sample!, ...changes }] }));
  return /<figure class="strip"[^]*?<\/figure>/.exec(page)?.[0] ?? "";
}

/** Values as a cohort of so many samples has them. */
const cohortOf = (n: number): number[] =>
  Array.from({ length: n }, (_, index) => Number((10 + Math.sin(index)).toFixed(3))).toSorted(
    (a, b) => a - b,
  );

describe("the plot of a protein among its cohort", () => {
  it("has a name and its numbers in text, and nothing that runs or styles", () => {
    const svg = draw();
    const [, label = ""] = /role="img" aria-labelledby="([^"]*)"/.exec(svg) ?? [];
    const ids = label.split(" ");
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(svg).toContain(` id="${id}"`);
    expect(svg).toContain("ERBB2 protein among its cohort</title>");
    expect(svg).toContain(
      "Case 13; 6 samples from 9.6 to 10.6, median 10.07; limits of a call 8.96 and 11.19.",
    );
    expect(svg).not.toMatch(/ style=|<script|<image|href=/);
  });

  it("names the unit in the text alternative where the report knows it", () => {
    const alternative = (scale: string): string =>
      /<desc[^>]*>([^<]*)</.exec(draw({ scale }))?.[1] ?? "";
    expect(alternative("log2-ratio")).toMatch(/^Log2 ratio. Case 13; 6 samples/);
    expect(alternative("npx")).toMatch(/^NPX \(log2\). Case 13; 6 samples/);
  });

  it.each([5, 20, 200])("draws a dot for each of %s samples inside the frame", (n) => {
    const values = cohortOf(n);
    const dots = [
      ...(/<path class="dots" d="([^"]*)"/
        .exec(draw({ values, n }))?.[1]
        ?.matchAll(/M([\d.-]+) ([\d.-]+)h0/g) ?? []),
    ];
    expect(dots).toHaveLength(n);
    for (const [, x, y] of dots) {
      expect(Number(x)).toBeGreaterThanOrEqual(10);
      expect(Number(x)).toBeLessThanOrEqual(350);
      expect(Number(y)).toBeGreaterThan(22);
      expect(Number(y)).toBeLessThan(66);
    }
  });

  it("says that the dots of a large cohort are quantiles", () => {
    expect(draw({ n: 512, shown: "quantiles" })).toContain(
      "6 dots stand for quantiles of the samples",
    );
  });

  it("marks a case beyond the limits of a call, and draws none where there are none", () => {
    expect(draw()).toContain('class="case beyond"');
    expect(draw({ value: 10.2 })).not.toContain("beyond");
    const without = draw({ limits: null });
    expect(without).not.toContain('class="limit"');
    expect(without).toContain("no limits of a call can be drawn");
  });

  it("is the same each time", () => {
    expect(draw()).toBe(draw());
  });

  it("stands on the front page, beside the target that rests on it and beside no other", () => {
    const page = html.render(buildReport(parts));
    expect(page.match(/<figure class="strip"/g)).toHaveLength(2);
    expect(page).toContain('id="front-strip-name"');
    expect(page).toContain('id="target-4-strip-1-name"');
  });

  it("is drawn with the first target that rests on it; a later one refers to that", () => {
    const { targets, ...others } = parts;
    const twice = [
      ...targets,
      ...targets
        .filter(({ rank }) => rank === 4)
        .map((target) => ({ ...target, id: "again", rank: 4.5 })),
    ];
    const page = html.render(buildReport({ ...others, targets: twice }));
    expect(page.match(/<figure class="strip"/g)).toHaveLength(2);
    expect(page).toContain('<figure class="strip" id="target-4-strip-1">');
    expect(page).toMatch(
      /ERBB2 protein among its cohort \(proteome\.csv\) is <a href="#target-4-strip-1">drawn with target 4, /,
    );
  });

  it("names the unit of its axis, and leaves it out where a stored report has none", () => {
    expect(draw()).toMatch(/<text class="tick"[^>]*>log2 intensity<\/text>/);
    expect(draw()).toContain("ERBB2 protein in proteome.csv, log2 intensity: 13 in the case");
    expect(draw({ scale: "z" })).toMatch(/<text class="tick"[^>]*>z<\/text>/);
    const { scale: _, ...without } = sample;
    const page = html.render(buildReport({ ...parts, strips: [without] }));
    expect(page).toContain('viewBox="0 0 360 92"');
    expect(page).not.toContain("log2 intensity");
  });

  it("leaves a table of the measurements to Markdown", () => {
    const text = markdown.render(buildReport(parts));
    expect(text).toContain("#### Measurements of the protein");
    expect(text).toMatch(/\| ERBB2 protein is high .*\| verified +\| M05/);
    expect(text).toMatch(/\| HER2 IHC .*120 .*\| none +\| none/);
  });
});

describe("the scale of a plot", () => {
  it("has two to six round ticks for any range", () => {
    for (const size of [0.003, 0.4, 1, 7.7, 90, 12_345]) {
      const strip = {
        ...sample,
        values: [0, size],
        value: size / 3,
        median: size / 2,
        limits: null,
      };
      const { ticks, x } = scaleStrip(strip, [10, 350]);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(x(0)).toBeGreaterThan(10);
      expect(x(size)).toBeLessThan(350);
    }
  });

  it("gives a range of one value a place in the middle", () => {
    const strip = { ...sample, values: [4], value: 4, median: 4, limits: null };
    expect(scaleStrip(strip, [0, 100]).x(4)).toBe(50);
  });

  it("spreads neighbors apart", () => {
    const heights = Array.from({ length: 200 }, (_, index) => spread(index));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(-0.5);
    expect(Math.max(...heights)).toBeLessThan(0.5);
    const gaps = heights.slice(1).map((each, index) => Math.abs(each - (heights[index] ?? 0)));
    expect(Math.min(...gaps)).toBeGreaterThan(0.3);
  });
});
