import { defineConfig } from "vitest/config";

const project = (name: string, timeout: number) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], testTimeout: timeout },
});

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      project("unit", 10_000),
      project("contract", 20_000),
      project("golden", 30_000),
      project("e2e", 180_000),
    ],
  },
});
