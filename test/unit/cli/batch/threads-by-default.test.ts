import { expect, test } from "vitest";
import { threadsByDefault } from "../../../../src/cli/batch/threads-by-default.ts";

test.each([
  [{}, 4, 4],
  [{}, 64, 8],
  [{ SLURM_JOB_ID: "7" }, 64, 1],
  [{ SLURM_JOB_ID: "7", SLURM_CPUS_PER_TASK: "3" }, 64, 3],
  [{ SLURM_CPUS_PER_TASK: "many" }, 2, 2],
  [{ NXF_TASK_WORKDIR: "/scratch/ab" }, 64, 1],
])("%j with %i processors gives %i threads", (env, processors, threads) => {
  expect(threadsByDefault(env, processors)).toBe(threads);
});
