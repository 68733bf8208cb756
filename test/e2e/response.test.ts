import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { bin, caseFile, runBin } from "./run-bin.ts";

let study = "";
beforeEach(() => {
  study = mkdtempSync(join(tmpdir(), "metaction-study-"));
});
afterEach(() => rmSync(study, { recursive: true }));

const death = (id: string): string[] =>
  `response add --study ${study} --case ${id} --event death --date 2026-01-01 --cause unknown`.split(
    " ",
  );

interface Ending {
  readonly status: number | null;
  readonly out: string;
}

/** Starts an adder; `killAfter` milliseconds later it is killed, if it still runs. */
async function add(id: string, killAfter?: number): Promise<Ending> {
  const child = spawn(process.execPath, [bin, ...death(id)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  return { status, out };
}

function casesInRecord(): string[] {
  const path = join(study, "responses.ndjson");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => (JSON.parse(line) as { entry: { case: string } }).entry.case);
}

test("processes that add at the same time wait for each other, and no event is lost", async () => {
  const ids = Array.from({ length: 8 }, (_, at) => `T${at + 1}`);
  const endings = await Promise.all(ids.map(async (id) => await add(id)));
  expect(endings.map(({ status }) => status)).toEqual(ids.map(() => 0));
  expect(casesInRecord().toSorted()).toEqual(ids);
  const verified = runBin(["response", "verify", "--study", study]);
  expect(verified.stdout).toContain("8 lines of 8 cases, whole");
});

test("after processes that were killed at any moment the record goes on, with all that was told as added", async () => {
  const told: string[] = ["T0"];
  const started = performance.now();
  await add("T0");
  const whole = performance.now() - started;
  for (let round = 0; round < 10; round += 1) {
    const id = `T${round + 1}`;
    const { out } = await add(id, whole * (0.55 + round * 0.06));
    if (out.includes("death")) told.push(id);
    runBin(["response", "repair", "--study", study]);
  }
  const last = await add("T99");
  expect(last.status).toBe(0);
  expect(runBin(["response", "verify", "--study", study])).toMatchObject({ status: 0, stderr: "" });
  expect(casesInRecord()).toEqual(expect.arrayContaining([...told, "T99"]));
});

test("what became of others on a target stands beside it, leaves the case itself out, and moves no rank", () => {
  const annotate = (...more: string[]): Report & { text: string } => {
    const { status, stdout } = runBin([
      "annotate",
      caseFile("colorectal-liver-braf"),
      "--format",
      "json",
      ...more,
    ]);
    expect(status).toBe(0);
    return { ...(JSON.parse(stdout) as Report), text: stdout };
  };
  const plain = annotate();
  const { therapy, alterations } = plain.targets[0]!;
  // N-3 was given another drug than the target that was chosen.
  const events = ["N-1", "N-2", plain.case.id, "N-3"].flatMap((id, at) => [
    { event: "start", case: id, date: "2025-01-01", period: "A", therapy: "FOLFIRI" },
    { event: "progression", case: id, date: "2025-04-11", period: "A", basis: "imaging" },
    {
      event: "target",
      case: id,
      date: "2025-05-01",
      tier: "I",
      verification: null,
      report: null,
      therapy: { id: therapy.id, label: therapy.label },
      alterations: alterations.map(({ gene, label }) => ({ gene, label })),
    },
    {
      event: "start",
      case: id,
      date: "2025-05-01",
      period: "B",
      therapy: at === 3 ? "Trametinib" : therapy.label,
    },
    {
      event: "progression",
      case: id,
      period: "B",
      basis: "imaging",
      date: at === 0 ? "2025-06-01" : "2025-12-01",
    },
  ]);
  const added = runBin(["response", "add", "--json", "-", "--study", study], {
    input: JSON.stringify(events),
  });
  expect(added).toMatchObject({ status: 0, stderr: "" });
  const record = join(study, "responses.ndjson");
  const told = annotate("--responses", record);
  expect(told.targets[0]).toMatchObject({
    experience: { treated: 2, benefit: 1, noBenefit: 1, undetermined: 0, notComputable: 0 },
  });
  const strip = ({ targets, inputs }: Report) => ({
    targets: targets.map(({ experience: _, ...target }) => target),
    inputs: inputs.filter(({ role }) => role !== "responses"),
  });
  expect(strip(told)).toEqual(strip(plain));
  expect(told.inputs.map(({ role }) => role)).toContain("responses");
  expect(told.text).not.toContain("N-1");

  const page = runBin(["annotate", caseFile("colorectal-liver-braf"), "--responses", record]);
  expect(page.stdout).toContain(
    "In this study: 2 other patients treated on it: 1 benefit, 1 no benefit (ratio >= 1.3; no part of the ranking)",
  );

  appendFileSync(record, "x");
  const refused = runBin(["annotate", caseFile("colorectal-liver-braf"), "--responses", record]);
  expect(refused).toMatchObject({ status: 3, stdout: "" });
});
