/** Sources that break the rules of the house, one rule to a file, and sources that keep them. */

/** Written here a second time on purpose: a test that read the rule's own list would agree with any list. */
export const rooms = [
  "model",
  "io",
  "read",
  "annotate",
  "constraints",
  "knowledgebase",
  "match",
  "assess",
  "report",
  "responses",
  "run",
  "cli",
];

interface Planted {
  readonly title: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const upward: Planted[] = rooms.flatMap((room, index) =>
  rooms.slice(index + 1).map((later) => ({
    title: `${room} importing from ${later}`,
    file: `src/${room}/sees-${later}.ts`,
    code: `import { thing } from "../${later}/thing.ts";\nexport const seen = thing;\n`,
    rule: "house(room-order)",
  })),
);

function planted(rule: string, file: string, title: string, code: string): Planted {
  return { rule, file: `src/${file}`, title, code: `${code}\n` };
}

const roomOrder = [
  ...upward,
  planted(
    "house(room-order)",
    "io/lazy.ts",
    "a lazy import upward",
    `export const lazy = () => import("../cli/thing.ts");`,
  ),
  planted(
    "house(room-order)",
    "io/re-export.ts",
    "a re-export from above",
    `export { thing } from "../run/thing.ts";`,
  ),
  planted(
    "house(room-order)",
    "io/export-all.ts",
    "a re-export of everything above",
    `export * from "../run/thing.ts";`,
  ),
  planted(
    "house(room-order)",
    "io/import-type.ts",
    "a type import upward",
    `import type { thing } from "../run/thing.ts";\nexport type Seen = typeof thing;`,
  ),
  planted(
    "typescript(consistent-type-imports)",
    "io/inline-type.ts",
    "an inline type import upward",
    `export type Seen = typeof import("../run/thing.ts").thing;`,
  ),
  planted(
    "house(room-order)",
    "match/main.ts",
    "a room importing the library entry",
    `export { thing } from "../index.ts";`,
  ),
  planted(
    "house(room-order)",
    "index.ts",
    "the library entry importing the command line",
    `export { thing } from "./cli/thing.ts";`,
  ),
  planted(
    "house(room-order)",
    "report/render/page.ts",
    "a renderer seeing how the report is built",
    `export { thing } from "../thing.ts";`,
  ),
  planted(
    "house(room-order)",
    "report/render/rank.ts",
    "a renderer seeing the assessment",
    `export { thing } from "../../assess/thing.ts";`,
  ),
  planted(
    "house(room-order)",
    "utils/pad.ts",
    "a folder that is no room",
    `export { thing } from "../model/thing.ts";`,
  ),
];

const dependencies: readonly (readonly [specifier: string, file: string])[] = [
  ["@gmod/vcf", "read/proteins/tables/protein-wide.ts"],
  ["chalk", "run/paint.ts"],
  ["commander", "run/parse.ts"],
  ["csv-parse", "read/table.ts"],
  ["csv-parse/sync", "io/other-table.ts"],
  ["jsonc-parser", "constraints/positions.ts"],
  ["preact", "report/page.ts"],
  ["preact-render-to-string", "cli/page.ts"],
  ["zod", "match/schema.ts"],
  ["zod/mini", "report/schema.ts"],
  ["vitest", "model/unknown-package.ts"],
  ["node:fs", "read/open.ts"],
  ["node:fs/promises", "cli/open.ts"],
  ["node:zlib", "read/inflate.ts"],
  ["node:os", "io/cores.ts"],
  ["node:process", "run/env.ts"],
  ["node:child_process", "cli/spawn.ts"],
  ["node:dgram", "io/dgram.ts"],
  ["node:dns", "io/dns.ts"],
  ["node:http", "cli/http.ts"],
  ["node:http2", "cli/http2.ts"],
  ["node:https", "cli/https.ts"],
  ["node:net", "cli/net.ts"],
  ["node:tls", "cli/tls.ts"],
  ["node:readline", "io/readline.ts"],
  ["node:vm", "cli/vm.ts"],
];

const moduleHomes = [
  ...dependencies.map(([specifier, file]) =>
    planted(
      "house(module-home)",
      file,
      `${specifier} in ${file}`,
      `import * as all from "${specifier}";\nexport const held = all;`,
    ),
  ),
  planted(
    "house(module-home)",
    "io/computed-import.ts",
    "an import whose path is computed",
    "export const load = (name: string): Promise<unknown> => import(name);",
  ),
  planted(
    "house(module-home)",
    "match/random-id.ts",
    "a random id",
    `import { randomUUID } from "node:crypto";\nexport const id = randomUUID();`,
  ),
];

const globals: readonly (readonly [name: string, file: string, code: string])[] = [
  ["process", "io/env.ts", "export const home = process.env;"],
  ["Date.now()", "run/now.ts", "export const now = Date.now();"],
  ["new Date()", "report/date.ts", "export const today = new Date();"],
  ["performance", "run/timing.ts", "export const started = performance.now();"],
  ["Math.random()", "cli/dice.ts", "export const dice = Math.random();"],
  ["globalThis", "cli/global.ts", "export const all = globalThis;"],
  ["Intl", "report/format.ts", `export const format = new Intl.NumberFormat("en");`],
  ["fetch", "cli/fetch.ts", `export const page = fetch("https://example.org");`],
  ["WebSocket", "cli/socket.ts", `export const socket = new WebSocket("wss://example.org");`],
  ["import.meta", "knowledgebase/here.ts", "export const here = import.meta.url;"],
  ["JSX", "report/page-body.tsx", "export const body = <p>text</p>;"],
];

const globalHomes = globals.map(([name, file, code]) =>
  planted("house(global-home)", file, `${name} in ${file}`, code),
);

const habits = [
  planted(
    "house(no-class)",
    "model/box.ts",
    "a class that is no error",
    "export class Box {\n  readonly held = 1;\n}",
  ),
  planted(
    "house(no-locale)",
    "model/order.ts",
    "localeCompare",
    "export const order = (a: string, b: string): number => a.localeCompare(b);",
  ),
  planted(
    "house(no-locale)",
    "model/number.ts",
    "toLocaleString",
    "export const text = (n: number): string => n.toLocaleString();",
  ),
  planted(
    "house(no-locale)",
    "model/lower.ts",
    "toLocaleLowerCase by a computed name",
    `export const lower = (s: string): string => s["toLocaleLowerCase"]();`,
  ),
  planted(
    "house(whole-output)",
    "cli/print-result.ts",
    "a result that nobody waits for",
    "export function print(terminal: { stdout: NodeJS.WritableStream }): void {\n  terminal.stdout.write(`a`);\n}",
  ),
  planted(
    "eslint(eqeqeq)",
    "model/loose.ts",
    "loose equality",
    "export const same = (a: unknown, b: unknown): boolean => a == b;",
  ),
  planted(
    "eslint(no-console)",
    "cli/print.ts",
    "console.log",
    `console.log("result");\nexport {};`,
  ),
  planted(
    "eslint(no-warning-comments)",
    "model/later.ts",
    "a promise to finish later",
    "// TO" + "DO: later\nexport {};",
  ),
  planted(
    "eslint(max-params)",
    "model/params.ts",
    "five parameters",
    "export const sum = (a: number, b: number, c: number, d: number, e: number): number =>\n  a + b + c + d + e;",
  ),
  planted(
    "import(no-default-export)",
    "model/default.ts",
    "a default export",
    "const held = 1;\nexport default held;",
  ),
  planted(
    "unicorn(filename-case)",
    "model/camelCase.ts",
    "a file name that is not kebab-case",
    "export const held = 1;",
  ),
  planted(
    "typescript(no-explicit-any)",
    "model/any.ts",
    "any",
    "export const held = (value: any): unknown => value;",
  ),
  planted(
    "typescript(no-non-null-assertion)",
    "model/bang.ts",
    "a non-null assertion",
    "export const first = (list: readonly number[]): number => list[0]!;",
  ),
  planted(
    "typescript(no-floating-promises)",
    "model/floating.ts",
    "a promise nobody waits for",
    "export function start(work: () => Promise<void>): void {\n  work();\n}",
  ),
  planted(
    "typescript(no-misused-promises)",
    "model/misused.ts",
    "a promise used as a condition",
    'export const ready = (work: Promise<boolean>): string => (work ? "yes" : "no");',
  ),
  planted(
    "typescript(await-thenable)",
    "model/thenable.ts",
    "awaiting what is no promise",
    "export async function wait(value: number): Promise<number> {\n  return await value;\n}",
  ),
  planted(
    "typescript(only-throw-error)",
    "model/thrown.ts",
    "throwing text",
    `export function fail(): never {\n  throw "text";\n}`,
  ),
  planted(
    "typescript(switch-exhaustiveness-check)",
    "model/switch.ts",
    "a switch that forgets a case",
    'export function name(kind: "snv" | "fusion"): string {\n  let text = "";\n  switch (kind) {\n    case "snv":\n      text = "small variant";\n      break;\n  }\n  return text;\n}',
  ),
];

export const violations = [...roomOrder, ...moduleHomes, ...globalHomes, ...habits];

/** What the rules must let through, so that they are not right merely by refusing everything. */
export const allowed: Readonly<Record<string, string>> = {
  ...Object.fromEntries(rooms.map((room) => [`src/${room}/thing.ts`, "export const thing = 1;\n"])),
  "src/cli/sees-all.ts": `${rooms.map((room) => `export { thing as ${room} } from "../${room}/thing.ts";`).join("\n")}\n`,
  "src/report/render/sees-model.ts": `export { thing } from "../../model/thing.ts";\n`,
  "src/report/sees-render.ts": `export { thing } from "./render/sees-model.ts";\n`,
  "src/report/render/body.tsx": "export const body = <p>text</p>;\n",
  "src/io/files.ts": `import { randomBytes } from "node:crypto";\nimport { open } from "node:fs/promises";\nexport const held = [open, randomBytes];\n`,
  "src/io/parse-record.ts": `export { parse } from "csv-parse/sync";\n`,
  "src/read/vcf/sample-fields.ts": `import * as vcf from "@gmod/vcf";\nexport const held = vcf;\n`,
  "src/knowledgebase/text.ts": `import { parse } from "jsonc-parser";\nimport * as z from "zod";\nexport const held = [parse, z];\n`,
  "src/cli/clock.ts": `import chalk from "chalk";\nexport const started = (): string => chalk.red(\`\${Date.now()} \${process.pid} \${import.meta.url}\`);\n`,
  "src/model/refusal.ts":
    "export class Refusal extends Error {}\nexport type Clock = () => Date;\n",
};
