import type { Finding } from "../../model/report.ts";

/** One line for each outside call of a finding: whose it is, its levels with drugs, and oncogenicity, all as stated. */
export function describeOutside({ outside = [] }: Pick<Finding, "outside">): string[] {
  return outside.map(({ source, file, line, levels, oncogenic, effect }) => {
    const stated = levels.map(({ level, drugs }) =>
      drugs === null ? level : `${level}: ${drugs}`,
    );
    const facts = [stated.length === 0 ? "no level" : stated, oncogenic ?? [], effect ?? []].flat();
    return `outside call, ${source} (${file}, line ${line}): ${facts.join("; ")}`;
  });
}
