/** More samples at the same time than this gain little, and each thread holds a knowledgebase. */
const most = 8;

/**
 * Threads of a run that is not told how many. Inside a job of Slurm those that the job was granted, which the number of
 * processors of the machine does not tell; inside a task of Nextflow 1, because Nextflow does the spreading.
 */
export function threadsByDefault(env: NodeJS.ProcessEnv, processors: number): number {
  const granted = env["SLURM_CPUS_PER_TASK"];
  if (granted !== undefined && /^[1-9]\d{0,3}$/u.test(granted))
    return Math.min(Number(granted), most);
  const isManaged = env["SLURM_JOB_ID"] !== undefined || env["NXF_TASK_WORKDIR"] !== undefined;
  return isManaged ? 1 : Math.max(1, Math.min(processors, most));
}
