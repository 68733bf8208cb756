/** A column that a format has, for `metaction formats` and the docs. */
interface ReaderColumn {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
}

export interface ReaderBase {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReaderColumn[];
  /** A header and a row, for a kind of input that is written by hand. */
  readonly example?: readonly [string, string];
  /** File extensions with the dot, for help texts only: the content decides. */
  readonly extensions: readonly string[];
  /** True when the text is of this format. `head`: first bytes of the decompressed text, at most 64 KiB. */
  detect(head: string): boolean;
}
