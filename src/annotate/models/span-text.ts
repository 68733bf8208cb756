/** Spans in the file of gene models: pairs `gap.length` from the end of the one before, in base 36, such as `0.4f,2s.3`. */
import type { Span } from "./transcript.ts";

/** The text of spans in the order of the genome, of which the first begins at the place that stands beside it. */
export function writeSpans(spans: readonly Span[]): string {
  let end = (spans[0]?.[0] ?? 0) - 1;
  return spans
    .map(([from, to]) => {
      const part = `${(from - end - 1).toString(36)}.${(to - from + 1).toString(36)}`;
      end = to;
      return part;
    })
    .join(",");
}

/** The spans of a text, of which the first begins at `start`. */
export function readSpans(start: number, parts: string): Span[] {
  const spans: Span[] = [];
  let end = start - 1;
  for (const part of parts.split(",")) {
    const [gap = 0, length = 0] = part.split(".").map((number) => Number.parseInt(number, 36));
    spans.push([end + 1 + gap, end + gap + length]);
    end += gap + length;
  }
  return spans;
}

/** Bases from the start of the first span to the end of the last one: the sum of all numbers. */
export function sumSpans(text: string): number {
  let sum = 0;
  let number = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x61) number = number * 36 + code - 0x57;
    else if (code >= 0x30) number = number * 36 + code - 0x30;
    else {
      sum += number;
      number = 0;
    }
  }
  return sum;
}
