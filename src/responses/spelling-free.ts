/** The name of a variant or an assay as it is compared: however it was spelled on another day, it is one. */
export function spellingFree(name: string): string {
  return name.trim().toLowerCase();
}
