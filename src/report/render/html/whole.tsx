/** As long as the number of a trial; a date is shorter. */
const longest = 11;

/** A date or an id that is not broken over two lines, where it reads as another one. Longer text is: it would run out of its cell. */
export function Whole({ text }: { text: string }) {
  return text.length > longest ? <>{text}</> : <span class="whole">{text}</span>;
}
