/**
 * The workflow files run as they are handed out, with Debian's Snakemake, cwltool and Slurm. Where one of these is not
 * installed its tests are skipped.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bin, hasProgram } from "./run-bin.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");
const workflows = join(fixtures, "workflows");
const soundCase = join(fixtures, "cases/colorectal-liver-braf");
const sound = readFileSync(join(soundCase, "metastasis.vcf"));
/** A record of it cannot be read: `annotate` refuses the record and ends with 1, with whole reports. */
const faulty = sound.toString("utf8").replace(/^(chr7\t\d+\t\.\t)[ACGT]/mu, "$1?");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-workflow-"));
  mkdirSync(join(folder, "bin"));
  const script = `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`;
  writeFileSync(join(folder, "bin/metaction"), script, { mode: 0o755 });
  for (const name of ["a", "b"]) writeFileSync(join(folder, `${name}.vcf`), sound);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ending {
  readonly status: number | null;
  readonly text: string;
}

function run(tool: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ending {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      USER: "root",
      // Snakemake keeps a cache at home.
      HOME: folder,
      ...env,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}:/usr/sbin`,
    },
  });
  return { status, text: stdout + stderr };
}

function writeSheet(samples: readonly string[]): void {
  const rows = samples.map((name) => `${name}\t${name}.vcf\tTUMOR\tCOAD`);
  writeFileSync(
    join(folder, "samples.tsv"),
    `${["sample\tvcf\ttumor_sample\ttumor_type", ...rows].join("\n")}\n`,
  );
}

const filesIn = (name: string): string[] => readdirSync(join(folder, name)).toSorted();

describe.skipIf(!hasProgram("snakemake"))(
  "Snakemake, or a message that it is not installed",
  () => {
    beforeEach(() => {
      cpSync(join(workflows, "snakemake"), folder, { recursive: true });
    });

    test("leaves exactly the declared outputs, and makes those of another knowledgebase again", () => {
      const rows = ["a ; a.vcf;TUMOR ;COAD", ";;;", "b;b.vcf;TUMOR;COAD"];
      // As a spreadsheet leaves it: a mark before the head, padded cells, a blank row.
      const text = ["\ufeffsample;vcf;tumor_sample;tumor_type", ...rows].join("\r\n");
      writeFileSync(join(folder, "samples.csv"), text);
      const args = ["--cores", "2", "--config", "sheet=samples.csv"];
      const ending = run("snakemake", args);
      expect(ending).toMatchObject({ status: 0 });
      expect(filesIn("reports")).toEqual(["a.html", "a.json", "b.html", "b.json"]);
      expect(filesIn("logs")).toEqual(["a.log", "b.log"]);
      const report = JSON.parse(readFileSync(join(folder, "reports/a.json"), "utf8"));
      expect(report.targets.length).toBeGreaterThan(0);
      const program = join(folder, "bin/metaction");
      writeFileSync(program, readFileSync(program, "utf8").replace("exec", "echo later\nexec"));
      expect(run("snakemake", ["--dry-run", ...args]).text).toContain("Params have changed");
    });

    test.each([
      ["a sample in two rows", ["a", "b", "A"], "has a sample in two rows: a, A"],
      ["a row without a name", ["a", ""], "a-z 0-9 . _ -: row 3"],
      ["a name that leaves the folder", ["../a"], "a-z 0-9 . _ -: row 2"],
      // Snakemake itself takes a report that is there for one of the file that is not.
      [
        "a file that is not there, of a sample with reports",
        ["c"],
        "files that are not there: c.vcf",
      ],
    ])("refuses %s before any job", (_, samples, message) => {
      mkdirSync(join(folder, "reports"));
      for (const format of ["html", "json"]) writeFileSync(join(folder, `reports/c.${format}`), "");
      writeSheet(samples);
      const ending = run("snakemake", ["--cores", "2"]);
      expect(ending.status).toBe(1);
      expect(ending.text).toContain(message);
      expect(filesIn("reports")).toEqual(["c.html", "c.json"]);
    });

    test("a failing sample fails its own job alone; reports with problems are kept, and the run fails", () => {
      writeFileSync(join(folder, "bad.vcf"), sound.subarray(100));
      writeFileSync(join(folder, "faulty.vcf"), faulty);
      const kept = ["a.html", "a.json", "faulty.html", "faulty.json"];
      writeSheet(["a", "bad", "faulty"]);
      const ending = run("snakemake", ["--cores", "2", "--keep-going"]);
      expect(ending.status).toBe(1);
      expect(filesIn("reports")).toEqual(kept);
      expect(readFileSync(join(folder, "logs/bad.log"), "utf8")).toContain("##fileformat");
      writeSheet(["a", "faulty"]);
      const again = run("snakemake", ["--cores", "2"]);
      expect(again.status).toBe(1);
      expect(again.text).toContain("reports with problems, see logs/faulty.log");
      expect(filesIn("reports")).toEqual(kept);
    });
  },
);

describe.skipIf(!hasProgram("cwltool"))("cwltool, or a message that it is not installed", () => {
  beforeEach(() => {
    cpSync(join(workflows, "cwl"), folder, { recursive: true });
  });

  const engine = ["--no-container", "--preserve-environment", "PATH", "--outdir", "out"];
  const file = (path: string) => ({ class: "File", path });
  function runMany(cases: readonly Record<string, unknown>[]): Ending {
    writeFileSync(join(folder, "job.json"), JSON.stringify({ cases, options: ["--strict"] }));
    const options = ["--on-error", "continue", "--parallel"];
    return run("cwltool", [...engine, ...options, "annotate-many.cwl", "job.json"]);
  }

  test("gives each case what annotate gives it, also where files have one name and cases fail", () => {
    for (const name of ["a", "b"]) {
      mkdirSync(join(folder, name));
      copyFileSync(join(folder, `${name}.vcf`), join(folder, name, "metastasis.vcf"));
    }
    writeFileSync(join(folder, "bad.vcf"), sound.subarray(100));
    const table = readFileSync(join(soundCase, "proteome.csv"), "utf8");
    const [head = "", ...rows] = table.trimEnd().split("\n");
    const tables = [rows.slice(0, 20), rows.slice(20)].map((part, at) => {
      const path = join(folder, `proteome-${at}.csv`);
      writeFileSync(path, `${[head, ...part].join("\n")}\n`);
      return path;
    });
    const ending = runMany([
      { case_id: "a", vcf: file("a/metastasis.vcf"), tumor_sample: "TUMOR", tumor_type: "COAD" },
      { case_id: "b", vcf: file("b/metastasis.vcf"), protein: tables.map(file), purity: 0.6 },
      { case_id: "bad", vcf: file("bad.vcf") },
    ]);
    expect(ending.status).toBe(1);
    expect(ending.text).toMatch(/##fileformat.*permanentFail/su);
    expect(filesIn("out")).toEqual(["a.html", "a.json", "b.html", "b.json"]);
    const options = [...tables.flatMap((path) => ["--protein", path]), "--purity", "0.6"];
    const alone = ["annotate", "b/metastasis.vcf", "--case-id", "b", ...options, "--strict"];
    expect(run("metaction", [...alone, "--output", "alone.json"]).status).toBe(0);
    expect(readFileSync(join(folder, "out/b.json"), "utf8")).toBe(
      readFileSync(join(folder, "alone.json"), "utf8"),
    );
  });

  test.each([
    ["two cases of one name", ["a", "A"], {}, "two cases are called A"],
    ["a key that is no input", ["a"], { tumour_type: "COAD" }, "a has tumour_type"],
  ])("refuses %s before any job", (_, names, more, message) => {
    const ending = runMany(names.map((name) => ({ case_id: name, vcf: file("a.vcf"), ...more })));
    expect(ending.status).toBe(1);
    expect(ending.text).toContain(message);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("takes a single case from the command line, and keeps reports with problems", () => {
    writeFileSync(join(folder, "faulty.vcf"), faulty);
    const told = ["--vcf", "faulty.vcf", "--case_id", "one", "--tumor_sample", "TUMOR"];
    const ending = run("cwltool", [...engine, "annotate.cwl", ...told]);
    expect(ending.status).toBe(1);
    expect(ending.text).toContain("record refused");
    expect(filesIn("out")).toEqual(["one.html", "one.json"]);
  });
});

const slurmTools = ["snakemake", "slurmctld", "slurmd", "sbatch", "munged"];
const hasSlurm = slurmTools.every(
  (tool) => hasProgram(tool) || existsSync(join("/usr/sbin", tool)),
);

describe.skipIf(!hasSlurm || process.getuid?.() !== 0)(
  "Slurm on one node, or a message that it is not installed",
  () => {
    let slurm: { readonly env: NodeJS.ProcessEnv; end(): void } | null = null;
    beforeAll(() => {
      slurm = startSlurm();
    });
    afterAll(() => slurm?.end());

    test("Snakemake gives each sample to a job, and sees the one that fails", (context) => {
      if (slurm === null) return context.skip("Slurm did not start on this machine");
      cpSync(join(workflows, "snakemake"), folder, { recursive: true });
      chmodSync(join(folder, "slurm-status.sh"), 0o755);
      writeFileSync(join(folder, "bad.vcf"), sound.subarray(100));
      writeSheet(["a", "bad"]);
      const sbatch =
        "sbatch --parsable -c {threads} --mem={resources.mem_mb} -t {resources.runtime} -o logs/slurm-%j.out";
      const ending = run(
        "snakemake",
        [
          "--jobs",
          "2",
          "--keep-going",
          "--latency-wait",
          "20",
          "--cluster",
          sbatch,
          "--cluster-status",
          "./slurm-status.sh",
        ],
        slurm.env,
      );
      expect(ending.status).toBe(1);
      expect(filesIn("reports")).toEqual(["a.html", "a.json"]);
      expect(readFileSync(join(folder, "logs/bad.log"), "utf8")).toContain("##fileformat");
    });
  },
);

/** A controller and a node on this machine, under a configuration of their own; null when they do not come up. */
function startSlurm(): { env: NodeJS.ProcessEnv; end(): void } | null {
  const home = mkdtempSync(join(tmpdir(), "metaction-slurm-"));
  for (const name of ["state", "spool", "munge"]) mkdirSync(join(home, name), { mode: 0o700 });
  const env = {
    ...process.env,
    PATH: `${process.env["PATH"]}:/usr/sbin`,
    SLURM_CONF: join(home, "slurm.conf"),
  };
  const host = hostname().split(".")[0];
  const key = join(home, "munge/key");
  const socket = join(home, "munge/socket");
  copyFileSync("/dev/null", key);
  writeFileSync(key, Buffer.alloc(1024, 7), { mode: 0o400 });
  chmodSync(key, 0o400);
  const settings = {
    ClusterName: "test",
    SlurmctldHost: `${host}(127.0.0.1)`,
    SlurmctldPort: 26817,
    SlurmdPort: 26818,
    SlurmUser: "root",
    SlurmdUser: "root",
    AuthType: "auth/munge",
    AuthInfo: `socket=${socket}`,
    CryptoType: "crypto/munge",
    MpiDefault: "none",
    ProctrackType: "proctrack/linuxproc",
    TaskPlugin: "task/none",
    JobAcctGatherType: "jobacct_gather/none",
    AccountingStorageType: "accounting_storage/none",
    SelectType: "select/cons_tres",
    SelectTypeParameters: "CR_Core_Memory",
    ReturnToService: 2,
    StateSaveLocation: join(home, "state"),
    SlurmdSpoolDir: join(home, "spool"),
    SlurmctldPidFile: join(home, "slurmctld.pid"),
    SlurmdPidFile: join(home, "slurmd.pid"),
    SlurmctldLogFile: join(home, "slurmctld.log"),
    SlurmdLogFile: join(home, "slurmd.log"),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  lines.push(
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=2000 State=UNKNOWN`,
    `PartitionName=main Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
  );
  writeFileSync(env.SLURM_CONF, `${lines.join("\n")}\n`);
  const start = (tool: string, args: readonly string[]): void => {
    spawnSync(tool, args, { env, stdio: "ignore" });
  };
  const munge = ["--force", "--socket", socket, "--key-file", key];
  start("munged", [
    ...munge,
    "--pid-file",
    join(home, "munge/pid"),
    "--log-file",
    join(home, "munge/log"),
    "--seed-file",
    join(home, "munge/seed"),
  ]);
  start("slurmctld", []);
  start("slurmd", []);
  const end = (): void => {
    for (const name of ["slurmd.pid", "slurmctld.pid", "munge/pid"]) {
      const file = join(home, name);
      if (!existsSync(file)) continue;
      const pid = Number(readFileSync(file, "utf8"));
      if (Number.isInteger(pid) && pid > 1) spawnSync("kill", [String(pid)]);
    }
    spawnSync("sleep", ["1"]);
    rmSync(home, { recursive: true, force: true });
  };
  for (let second = 0; second < 20; second += 1) {
    const { stdout } = spawnSync("sinfo", ["-h", "-o", "%T"], { env, encoding: "utf8" });
    if (stdout?.trim() === "idle") return { env, end };
    spawnSync("sleep", ["1"]);
  }
  end();
  return null;
}
