/** Callers by what their headers, records and files hold. */
const callers: readonly (readonly [name: string, sign: RegExp])[] = [
  ["PURPLE", /purple/i],
  ["GRIDSS", /gridss/i],
  ["Manta", /manta|GenerateSVCandidates/i],
  ["DELLY", /delly/i],
  ["Sniffles", /sniffles/i],
  ["SvABA", /svaba/i],
  ["LUMPY", /lumpy/i],
  ["SURVIVOR", /survivor/i],
  ["Severus", /severus/i],
  ["nanomonsv", /nanomonsv/i],
  ["TIDDIT", /tiddit/i],
  ["novoBreak", /novobreak/i],
  ["BreakDancer", /breakdancer/i],
  ["CREST", /crest/i],
  ["Long Ranger", /longranger/i],
];

/**
 * The program that wrote a VCF of structural variants, by the first of `signs` that names one: what the header says of its making,
 * what the first record says. Null when none does.
 */
export function nameCaller(signs: readonly string[]): string | null {
  for (const text of signs) {
    const found = callers.find(([, sign]) => sign.test(text));
    if (found !== undefined) return found[0];
  }
  return null;
}
