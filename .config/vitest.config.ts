import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** One folder of `test/`; the timeout in milliseconds is for one test. */
const project = (name: string, timeout: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    coverage: { include: ["src/**"], reporter: ["text-summary", "lcovonly"] },
    projects: [
      project("unit", 10_000),
      project("contract", 20_000),
      project("golden", 30_000),
      project("e2e", 180_000),
      project("differential", 60_000),
      project("fuzz", 600_000),
    ],
  },
});
