/** True for what a caller says of a call that has to be confirmed: low, LowConfidence, imprecise, read-through. */
export function isDoubted(confidence: string | null | undefined): boolean {
  return typeof confidence === "string" && /\blow|imprecise|read-through/i.test(confidence);
}
