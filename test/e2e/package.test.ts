/** The package as a stranger gets it: packed, installed into an empty folder, run and imported. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const stranger = mkdtempSync(join(tmpdir(), "metaction-package-"));
const installed = join(stranger, "node_modules", "metaction");

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly hasInstallScript?: boolean; readonly integrity?: string; readonly link?: boolean }
    >
  >;
}

function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), "utf8")) as T;
}

const manifest = readJson<Manifest>(repository, "package.json");

function run(
  command: string,
  args: readonly string[],
  folder: string,
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

function npm(args: readonly string[], folder: string): string {
  const result = run("npm", args, folder);
  if (result.status !== 0)
    throw new Error(`npm ${args.join(" ")}\n${result.stderr}${result.stdout}`);
  return result.stdout;
}

function metaction(args: readonly string[], folder: string): ReturnType<typeof run> {
  return run(join(stranger, "node_modules", ".bin", "metaction"), args, folder);
}

let packed: { filename: string; size: number; files: { path: string; mode: number }[] };

beforeAll(() => {
  if (!existsSync(join(repository, "dist", "knowledgebase.json"))) {
    throw new Error("dist/ is not built: run npm run build first");
  }
  // --ignore-scripts: what `npm test` has just built is packed, not built again under running tests.
  const output = npm(
    ["pack", "--json", "--ignore-scripts", "--pack-destination", stranger],
    repository,
  );
  [packed = packed] = JSON.parse(output) as (typeof packed)[];
  writeFileSync(join(stranger, "package.json"), `{ "private": true, "type": "module" }\n`);
  npm(
    [
      "install",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      join(stranger, packed.filename),
    ],
    stranger,
  );
}, 180_000);

afterAll(() => rmSync(stranger, { recursive: true, force: true }));

describe("the tarball", () => {
  test("holds the program, its knowledgebase and the bundled cases, and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    const known =
      /^(?:bin\/(?:bundle|metaction|v8-flags)\.js|dist\/.+\.(?:c?js|d\.ts)|dist\/knowledgebase\.json|dist\/gene-models\.txt|dist\/gene-identifiers\.txt|dist\/cli\/(?:THIRD-PARTY-LICENSES|build-id)\.txt|fixtures\/(?:cases|workflows)\/.+|(?:CHANGELOG|README)\.md|LICENSE|package\.json)$/u;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "bin/metaction.js",
        "dist/index.d.ts",
        "dist/index.js",
        "dist/gene-identifiers.txt",
        "dist/gene-models.txt",
        "dist/knowledgebase.json",
        "fixtures/cases/README.md",
      ]),
    );
  });

  test("holds a bundle in strict mode, as the modules are that it is made of", () => {
    const bundle = packed.files.flatMap(({ path }) => (path.endsWith(".cjs") ? path : []));
    expect(bundle.length).toBeGreaterThan(10);
    const sloppy = bundle.filter(
      (path) => !readFileSync(join(installed, path), "utf8").startsWith(`"use strict";`),
    );
    expect(sloppy).toEqual([]);
  });

  test("is small enough to be fetched by every job of a batch", () => {
    // 1.7 MB are the gene models of two genome builds with the places of 418 genes where nothing is read of them, 0.4 accessions of genes and proteins, 0.25 the knowledgebase; the
    // program is 0.75 and the library 0.65. A bundle with comments and white space, or declarations that nobody can import, do not fit.
    expect(packed.size).toBeLessThan(3.9 * 2 ** 20);
  });

  test("passes publint without a remark", async () => {
    const { messages, pkg } = await publint({
      pkgDir: installed,
      level: "suggestion",
      pack: false,
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });
});

describe("the dependencies", () => {
  const lock = readJson<Lock>(repository, "package-lock.json");
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

  test("run no install script, of whatever depth", () => {
    expect(
      packages.filter(([, entry]) => entry.hasInstallScript === true).map(([path]) => path),
    ).toEqual([]);
  });

  test("are all pinned by a digest in the lock", () => {
    expect(packages.length).toBeGreaterThan(10);
    expect(
      packages.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path),
    ).toEqual([]);
  });

  test("are asked for by exact version", () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  test("bring no package that package.json does not name", () => {
    const modules = join(stranger, "node_modules");
    const names = readdirSync(modules)
      .filter((name) => !name.startsWith("."))
      .flatMap((name) =>
        name.startsWith("@")
          ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`)
          : [name],
      );
    expect(names.toSorted()).toEqual(
      ["metaction", ...Object.keys(manifest.dependencies)].toSorted(),
    );
  });

  test("are promised to work on the Node versions that package.json states", () => {
    expect(manifest.engines.node).toBe(">=20.19");
  });
});

describe("the installed program", () => {
  test("prints its name and version on the first line", () => {
    const { status, stdout, stderr } = metaction(["--version"], stranger);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [first, ...rest] = stdout.trimEnd().split("\n");
    expect(first).toBe(`metaction ${manifest.version}`);
    expect(rest.join("\n")).toMatch(/^Knowledgebase \S+ \(sha256 [0-9a-f]{64}\)$/mu);
    expect(rest.join("\n")).toContain(`Node ${process.versions.node}`);
  });

  test("runs the demo in an empty folder and writes the reports that the bundled case expects", () => {
    const folder = join(stranger, "demo");
    mkdirSync(folder);
    const { status, stderr } = metaction(["demo"], folder);
    expect(status).toBe(0);
    expect(stderr).toContain("BRAF V600E");
    const expected = join(repository, "fixtures", "cases", "colorectal-liver-braf", "expected");
    for (const extension of ["html", "json", "md"]) {
      expect(readFileSync(join(folder, `metaction-demo.${extension}`), "utf8")).toBe(
        readFileSync(join(expected, `report.${extension}`), "utf8"),
      );
    }
    expect(readdirSync(folder).toSorted()).toEqual(
      ["html", "json", "maf", "md", "tsv", "vcf"].map((extension) => `metaction-demo.${extension}`),
    );
  });

  test("refuses a missing input with exit code 3 and one sentence", () => {
    const { status, stdout, stderr } = metaction(["annotate", "no-such.vcf"], stranger);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toContain("no-such.vcf");
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test("refuses an unknown command with exit code 2", () => {
    const { status, stdout, stderr } = metaction(["anotate", "x.vcf"], stranger);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("annotate");
  });
});

describe("the installed library", () => {
  const readme = readFileSync(join(repository, "README.md"), "utf8");
  const example = /^```ts\n(.*?)^```$/msu.exec(readme)?.[1] ?? "";

  test("interprets a case as the README says, with the report of the command", () => {
    const inputs = join(repository, "fixtures", "cases", "colorectal-liver-braf");
    for (const name of ["metastasis.vcf", "proteome.csv"]) {
      writeFileSync(join(stranger, name), readFileSync(join(inputs, name)));
    }
    writeFileSync(
      join(stranger, "example.mjs"),
      example
        .replace(/^ +type Report,\n/mu, "")
        .replace(": Report =", " =")
        .replace("(name: string): string", "(name)"),
    );
    const { status, stdout, stderr } = run(process.execPath, ["example.mjs"], stranger);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).not.toMatch(/^(?:warning|error)/mu);
    expect(readFileSync(join(stranger, "case-1.html"), "utf8")).toContain("<!doctype html>");
    const report = readJson<Report>(stranger, "case-1.json");
    // The case file names its cohort, the example does not.
    const command = JSON.parse(
      readFileSync(join(inputs, "expected", "report.json"), "utf8").replaceAll(
        "24 made-up colorectal reference samples",
        "other samples of proteome.csv",
      ),
    ) as Report;
    expect(report.targets).toEqual(command.targets);
    expect(report.findings).toEqual(command.findings);
    expect(report.settings).toEqual(command.settings);
  });

  test("has types that a strict project accepts", () => {
    writeFileSync(join(stranger, "example.mts"), example);
    const compilerOptions = {
      module: "nodenext",
      target: "es2023",
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      types: ["node"],
      typeRoots: [join(repository, "node_modules", "@types")],
    };
    writeFileSync(
      join(stranger, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["example.mts"] }),
    );
    const tsc = join(repository, "node_modules", "typescript", "bin", "tsc");
    expect(run(process.execPath, [tsc], stranger)).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});
