/**
 * `npm run bench`: this program beside the tools that people would otherwise use, each as a whole process. Every round
 * runs all of them in turn, so that a machine that slows down slows all of them. Prints medians, the median of the
 * ratios of each round, and peak memory. CPU seconds are those of all threads together: on a busy
 * machine they say more than the wall.
 *
 *   npm run bench -- [--rounds 5] [--only NAME]
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeInput, makePanel, makeSheet } from "./make-inputs.js";
import { makeProteomes } from "./make-proteomes.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const knowledgebase = join(root, "knowledgebase");
const folder = join(root, ".cache", "bench");
const program = join(root, "bin", "metaction.js");

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "" },
  },
});

const annotate = (file, ...options) => {
  const fixed = ["--assembly", "GRCh38", "--tumor-sample", "TUMOR", "--quiet"];
  const output = join(folder, "report.json");
  return [
    process.execPath,
    program,
    "annotate",
    join(folder, file),
    ...fixed,
    "-o",
    output,
    ...options,
  ];
};
const regions = join(folder, "kb.bed");
const nothing = { name: "node -e 0", command: [process.execPath, "-e", "0"] };
const bgzip = (file) => ({ name: "bgzip -dc", command: ["bgzip", "-dc", join(folder, file)] });
const view = (file, option) => ({
  name: `bcftools view -H ${option} kb.bed`,
  command: ["bcftools", "view", "-H", option, regions, join(folder, file)],
});

const oneByOne = `for i in $(seq -w 0 49); do
  "${process.execPath}" "${program}" annotate "${join(folder, "batch")}/P00$i.vcf" --assembly GRCh38 --tumor-sample TUMOR \
    --tumor-type COAD --quiet -o "${folder}/report.json" -o "${folder}/report.html"
done`;

const outliers = (...options) => {
  const fixed = ["--sample", "TUMOR", "--cohort", join(folder, "cohort.built")];
  return [
    process.execPath,
    program,
    "protein",
    "outliers",
    join(folder, "case.csv"),
    ...fixed,
    ...options,
  ];
};
const makeCohort = () =>
  makeProteomes(folder, {
    program,
    identifiers: join(knowledgebase, "gene-identifiers.txt"),
    genes: 12_000,
    samples: 200,
  });

const built = JSON.stringify(join(root, "dist", "knowledgebase.json"));
const asModule = (code) => [process.execPath, "--input-type=module", "-e", code];

const cases = [
  { name: "--version", ours: [process.execPath, program, "--version"], others: [nothing] },
  {
    name: "1,000 panels, batch",
    make: () => makeSheet(join(folder, "batch"), { knowledgebase, samples: 1000, broken: false }),
    ours: [
      process.execPath,
      program,
      "batch",
      join(folder, "batch", "samples.tsv"),
      "-O",
      join(folder, "batch-results"),
      "--quiet",
    ],
    // Fifty of them one by one stand for all: the ratio is that of a sample.
    others: [
      { name: "annotate, 1,000 times", command: ["bash", "-c", oneByOne], times: 20 },
      nothing,
    ],
  },
  {
    name: "open the knowledgebase",
    ours: asModule(
      `await (await import(${JSON.stringify(join(root, "dist", "index.js"))})).loadKnowledgebase(${built})`,
    ),
    others: [
      {
        name: "hash and parse its bytes",
        command: asModule(
          `import { readFileSync } from "node:fs"; import { createHash } from "node:crypto";
           const bytes = readFileSync(${built});
           createHash("sha256").update(bytes).digest("hex"); JSON.parse(bytes.toString("utf8"))`,
        ),
      },
      nothing,
    ],
  },
  {
    name: "kb validate",
    ours: [process.execPath, program, "kb", "validate", knowledgebase],
    others: [nothing],
  },
  { name: "panel of 50 variants", ours: annotate("panel-50.vcf"), others: [nothing] },
  {
    name: "built cohort, one gene",
    make: makeCohort,
    ours: outliers("--gene", "A1BG"),
    others: [nothing],
  },
  { name: "built cohort, 12k genes", make: makeCohort, ours: outliers(), others: [nothing] },
  {
    name: "built cohort, annotate",
    make: makeCohort,
    ours: annotate(
      "panel-50.vcf",
      "--protein",
      join(folder, "case.csv"),
      "--protein-sample",
      "TUMOR",
      "--cohort",
      join(folder, "cohort.built"),
    ),
    others: [nothing],
  },
  ...[
    ["1M records, scan", "mutect2-1m.vcf.gz", { records: 1e6 }],
    ["5M records, scan", "mutect2-5m.vcf.gz", { records: 5e6 }],
    ["500k VEP records, scan", "vep-500k.vcf.gz", { records: 5e5, isAnnotated: true }],
  ].map(([name, file, input]) => ({
    name,
    file,
    input,
    ours: annotate(file, "--no-index"),
    others: [bgzip(file), view(file, "-T")],
  })),
  {
    name: "5M records, index",
    file: "mutect2-5m.vcf.gz",
    input: { records: 5e6 },
    ours: annotate("mutect2-5m.vcf.gz"),
    others: [
      {
        name: "tabix -R kb.bed",
        command: ["tabix", "-R", regions, join(folder, "mutect2-5m.vcf.gz")],
      },
      view("mutect2-5m.vcf.gz", "-R"),
    ],
  },
];

function isInstalled(tool) {
  return spawnSync(tool, ["--version"], { stdio: "ignore" }).error === undefined;
}

/** Certificates that a machine has Node read at every start take it 25 ms: they are no part of this program, nor what else it is told. */
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;

/** Seconds of wall time; CPU seconds and the peak of resident memory in MB where there is a /proc. */
async function measure([tool, ...args], times = 1) {
  const start = performance.now();
  const child = spawn(tool, args, { stdio: "ignore", env });
  let [peak, cpu] = [null, null];
  // Both only grow, so the last reading before the end is the best.
  const watch = setInterval(() => {
    peak = readPeak(child.pid) ?? peak;
    // What the children of a shell took is not in its own account.
    if (times === 1) cpu = readCpu(child.pid) ?? cpu;
  }, 5);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`${tool} ${args.join(" ")} ended with ${code}`);
  return { seconds: (times * (performance.now() - start)) / 1000, cpu, peak };
}

/** Ticks of a hundredth of a second, in user and in system mode, behind the name in brackets. */
function readCpu(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [user, system] = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return null;
  }
}

function readPeak(pid) {
  try {
    const [, kilobytes] =
      /^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null;
  }
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function runCase({ name, ours, others }, rounds) {
  const tools = [{ name: "metaction", command: ours }, ...others];
  const results = tools.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, tool] of tools.entries()) {
      const result = await measure(tool.command, tool.times);
      // The first round brings the files into memory.
      if (round >= 0) results[index].push(result);
    }
  }
  for (const [index, tool] of tools.entries()) {
    const ratioOf = (field) => {
      const ratios = results[index].flatMap((result, round) => {
        const [own, other] = [results[0][round][field], result[field]];
        return own && other ? own / other : [];
      });
      return index === 0 || ratios.length === 0 ? "" : median(ratios).toFixed(2);
    };
    const show = (field, digits, unit) => {
      const found = results[index].flatMap((result) => result[field] ?? []);
      return found.length === 0 ? "" : `${median(found).toFixed(digits)} ${unit}`;
    };
    const cells = [
      show("seconds", 3, "s"),
      ratioOf("seconds"),
      show("cpu", 2, "s"),
      ratioOf("cpu"),
    ];
    print([index === 0 ? name : "", tool.name, ...cells, show("peak", 0, "MB")]);
  }
}

function print([name, tool, ...cells]) {
  const text = cells.map((cell) => cell.padStart(10)).join("");
  process.stdout.write(`${name.padEnd(24)}${tool.padEnd(28)}${text}\n`);
}

/** The regions that the index asks for on GRCh38, merged, in the names of the inputs. */
async function writeRegions() {
  const { loadKnowledgebase } = await import("../../dist/knowledgebase/load/load-knowledgebase.js");
  const { buildIndex } = await import("../../dist/knowledgebase/index/build-index.js");
  const index = buildIndex(await loadKnowledgebase(join(root, "dist", "knowledgebase.json")));
  const loci = [...index.loci("GRCh38"), ...index.siteLoci("GRCh37")].toSorted((a, b) =>
    a.contig < b.contig ? -1 : a.contig > b.contig ? 1 : a.start - b.start,
  );
  const merged = [];
  for (const { contig, start, end } of loci) {
    const last = merged.at(-1);
    if (last?.contig === contig && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ contig, start, end });
  }
  const lines = merged.map(({ contig, start, end }) => `chr${contig}\t${start - 1}\t${end}\n`);
  writeFileSync(regions, lines.join(""));
}

function describeMachine() {
  const [first] = cpus();
  const version = (tool) =>
    spawnSync(tool, ["--version"]).stdout?.toString().split("\n", 1)[0] ?? "";
  const tools = ["bgzip", "bcftools"].filter(isInstalled).map(version);
  return `${cpus().length} x ${first?.model ?? "?"}; Node ${process.versions.node}; ${tools.join("; ")}`;
}

mkdirSync(folder, { recursive: true });
process.stdout.write(`${describeMachine()}\n`);
const isComplete = ["bgzip", "tabix"].every(isInstalled);
if (!isComplete)
  process.stdout.write("bgzip or tabix is absent: only start-up and the panel are measured\n");
// The build kept the code of the Node that built, which need not be this one.
spawnSync(process.execPath, [program, "prepare"], { stdio: "inherit" });
makePanel(join(folder, "panel-50.vcf"), { knowledgebase, records: 50 });
await writeRegions();
print(["case", "command", "wall", "ours/it", "CPU", "ours/it", "peak RSS"]);
for (const each of cases.filter(({ name }) => name.includes(values.only))) {
  if (each.file !== undefined && !isComplete) continue;
  if (each.file !== undefined) {
    await makeInput(join(folder, each.file), { knowledgebase, ...each.input });
  }
  each.make?.();
  const others = each.others.filter(({ command: [tool] }) => {
    const isThere = tool === process.execPath || isInstalled(tool);
    if (!isThere) process.stdout.write(`${tool} is absent: skipped\n`);
    return isThere;
  });
  await runCase({ ...each, others }, Number(values.rounds));
}
