/** Names a row of a table for the same row of another: current symbol and site. */
export function rowKey(
  { gene, site }: { readonly gene: string; readonly site?: string | undefined },
  currentSymbol: (symbolOrAlias: string) => string | null,
): string {
  const symbol = currentSymbol(gene) ?? gene;
  return site === undefined || site === "" ? symbol : `${symbol}\t${site}`;
}
