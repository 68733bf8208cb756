const longest = 40;

/**
 * A word of a file for a message: in quotes, shortened, and without characters that steer a terminal or turn
 * the writing direction.
 */
export function showText(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return `"${short.replace(steering, escape)}"`;
}

/** C0 and C1 controls. */
export const controls = /[\u0000-\u001f\u007f-\u009f]/u;
/** Marks, embeddings, overrides and isolates of writing direction. */
export const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const steering = new RegExp(`${controls.source}|${directionMarks.source}|[\\u2028\\u2029]`, "gu");

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
