interface WordListProps {
  readonly words: readonly string[];
  readonly noun: string;
  /** Of a long list, print only how long it is. */
  readonly screenOnly?: boolean;
}

/** More words than these stay folded. */
const shownWords = 6;

/** A list of words that may be long: a few at once, many on request. */
export function WordList({ words, noun, screenOnly }: WordListProps) {
  if (words.length <= shownWords) return <>{words.join(", ")}</>;
  return (
    <details class={screenOnly ? "screen" : undefined}>
      <summary>
        {words.length} {noun}
      </summary>
      {words.join(", ")}
    </details>
  );
}
