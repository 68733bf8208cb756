import type { Finding, Report, Target } from "../../model/report.ts";

/** One key of INFO. */
export interface InfoField {
  readonly id: string;
  readonly number: "1" | ".";
  readonly type: "String" | "Integer" | "Float";
  readonly description: string;
  /** `targets`: those that the finding leads to, by rank. Empty: the finding has no such value. */
  values(finding: Finding, targets: readonly Target[]): readonly (string | number)[];
}

/** What a VCF says of a finding, in order of writing. New keys are added at the end; none changes its meaning. */
export const infoFields: readonly InfoField[] = [
  {
    id: "METACTION_LABEL",
    number: "1",
    type: "String",
    description: "Name of the alteration",
    values: ({ label }) => [label],
  },
  {
    id: "METACTION_GENE",
    number: "1",
    type: "String",
    description: "HGNC symbol",
    values: ({ gene }) => (gene === null ? [] : [gene]),
  },
  {
    id: "METACTION_TIER",
    number: "1",
    type: "String",
    description: "AMP tier of the variant: I, II, III or IV",
    values: ({ amp }) => (amp.tier === null ? [] : [amp.tier]),
  },
  {
    id: "METACTION_LEVEL",
    number: "1",
    type: "String",
    description: "AMP level of the variant: A, B, C or D",
    values: ({ amp }) => (amp.level === null ? [] : [amp.level]),
  },
  {
    id: "METACTION_RANK",
    number: "1",
    type: "Integer",
    description: "Rank of the best target that the variant leads to",
    values: (_, targets) => targets.slice(0, 1).map(({ rank }) => rank),
  },
  {
    id: "METACTION_TARGETS",
    number: ".",
    type: "String",
    description: "Therapies of its targets, by rank",
    values: (_, targets) => targets.map(({ therapy }) => therapy.label),
  },
  {
    id: "METACTION_STATEMENTS",
    number: ".",
    type: "String",
    description: "Statements of the knowledgebase that it meets",
    values: ({ statements }) => statements,
  },
  {
    id: "METACTION_VAF",
    number: "1",
    type: "Float",
    description: "Variant allele fraction in the tumor sample, 0 to 1",
    values: ({ support }) =>
      support.kind === "reads" && support.vaf !== null ? [support.vaf] : [],
  },
];

/** Those, and for a case of several lesions what they have. */
export function infoFieldsOf({ lesions }: Pick<Report, "lesions">): readonly InfoField[] {
  if (lesions === undefined) return infoFields;
  const rows = new Map(lesions.alterations.map((row) => [row.observation, row]));
  return [
    ...infoFields,
    {
      id: "METACTION_LESION",
      number: "1",
      type: "String",
      description: "Whether other lesions of the patient have the variant",
      values({ observation }) {
        const row = rows.get(observation);
        return row === undefined ? [] : [row.state];
      },
    },
    {
      id: "METACTION_LESIONS",
      number: ".",
      type: "String",
      description: "Each lesion, and whether it has the variant",
      values: ({ observation }) =>
        (rows.get(observation)?.cells ?? []).map(({ specimen, state }) => `${specimen}:${state}`),
    },
  ];
}

/** Targets of each observation, by rank. */
export function groupTargets(targets: Report["targets"]): ReadonlyMap<string, readonly Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    for (const { observation } of target.alterations) {
      const group = groups.get(observation);
      if (group) group.push(target);
      else groups.set(observation, [target]);
    }
  }
  return groups;
}
