/** `95 %`, `90.4 %`: cut and not rounded, so that what is short of a limit never looks as if it reached it. */
export function showShare({
  detected,
  samples,
}: {
  readonly detected: number;
  readonly samples: number;
}): string {
  return `${Math.floor((1000 * detected) / samples) / 10} %`;
}
