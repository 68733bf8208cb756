/** A list of words that may be long: the first ones at once, all of them on request. */
export function WordList({ words, noun }: { words: readonly string[]; noun: string }) {
  if (words.length <= shownWords) return <>{words.join(", ")}</>;
  return (
    <details>
      <summary>
        {words.length} {noun}
      </summary>
      {words.join(", ")}
    </details>
  );
}
const shownWords = 6;
