/** Milliseconds of processor time that this process has taken so far: a clock goes on where the machine is busy elsewhere. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
