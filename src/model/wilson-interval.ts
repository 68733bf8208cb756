/** The 97.5th percentile of the normal distribution: 95% two-sided. */
const z95 = 1.959963984540054;

/**
 * Wilson's 95% interval of a share, `hits` of `total` (Wilson 1927, doi 10.1080/01621459.1927.10502953). `total` is above 0, `hits` from 0 to `total`.
 */
export function wilsonInterval(hits: number, total: number): { low: number; high: number } {
  const share = hits / total;
  const z2 = z95 * z95;
  const middle = share + z2 / (2 * total);
  const half = z95 * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  return {
    low: hits === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: hits === total ? 1 : Math.min(1, (middle + half) / scale),
  };
}
