import { expect, test } from "vitest";
import { escapeUnseenInJson, showUnseen } from "../../../../src/report/render/visible-text.ts";

test("letters, signs and line feeds stay, all that cannot be seen is written out", () => {
  expect(showUnseen("Ærlig ≥ 漢字 😀\n")).toBe("Ærlig ≥ 漢字 😀\n");
  expect(showUnseen("\0\t\r\u001b\u0085")).toBe("\\u{0}\\u{9}\\u{d}\\u{1b}\\u{85}");
  expect(showUnseen("\u200e\u202e\u2066\u2028\u00ad\ufeff")).toBe(
    "\\u{200e}\\u{202e}\\u{2066}\\u{2028}\\u{ad}\\u{feff}",
  );
  expect(showUnseen("\ud800x\u{e0041}")).toBe("\\u{d800}x\\u{e0041}");
});

test("JSON keeps its meaning", () => {
  const text = "a\u202e\u{e0041}\n";
  const escaped = escapeUnseenInJson(JSON.stringify(text));
  expect(escaped).toBe('"a\\u202e\\udb40\\udc41\\n"');
  expect(JSON.parse(escaped)).toBe(text);
});
