const lfq = "_LFQ";

/** Samples of AlphaPept's table, by the columns of MaxLFQ intensities: `X_LFQ` beside `X`. */
export function alphapeptSamples(
  columns: readonly string[],
): readonly { readonly name: string; readonly column: number }[] {
  return columns.flatMap((title, column) => {
    const name = title.slice(0, -lfq.length);
    return title.endsWith(lfq) && columns.includes(name) ? [{ name, column }] : [];
  });
}

/** True for a table without a name over its rows, whose other columns are samples twice over, plain and with `_LFQ`. */
export function isAlphapept(columns: readonly string[]): boolean {
  const [first, ...others] = columns;
  return (
    first === "" && others.length > 0 && alphapeptSamples(columns).length * 2 === others.length
  );
}
