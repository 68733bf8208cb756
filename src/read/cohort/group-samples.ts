import type { CohortFacts, CohortRole } from "../../model/cohort.ts";
import { compareText } from "../../model/order.ts";
import type { CohortSample } from "./cohort-meta.ts";

/** One cohort of a file, as the places of its samples among all samples of the file. */
export interface SampleGroup extends CohortFacts {
  readonly indexes: readonly number[];
}

/**
 * Parts the samples of one file into cohorts: by disease where their role is disease, all of role pan-cancer together, normal tissue by
 * organ. A sample of several roles is in several cohorts. Without any facts all samples are one cohort of the file's own
 * name. `unknown` are samples that the facts do not name, in files where they name some: they are in no cohort.
 */
export function groupSamples(
  stem: string,
  samples: readonly string[],
  facts: ReadonlyMap<string, CohortSample>,
): { readonly groups: readonly SampleGroup[]; readonly unknown: readonly string[] } {
  if (!samples.some((sample) => facts.has(sample))) {
    const whole = { name: stem, role: "not stated", disease: null, tissue: null } as const;
    return { groups: [{ ...whole, indexes: [...samples.keys()] }], unknown: [] };
  }
  const groups = new Map<string, SampleGroup & { indexes: number[] }>();
  const unknown: string[] = [];
  for (const [index, name] of samples.entries()) {
    const sample = facts.get(name);
    if (sample === undefined) {
      unknown.push(name);
      continue;
    }
    const roles = sample.roles.length === 0 ? (["not stated"] as const) : sample.roles;
    for (const role of new Set(roles)) {
      const group = describeGroup(stem, role, sample);
      const known = groups.get(group.name);
      if (known === undefined) groups.set(group.name, { ...group, indexes: [index] });
      else known.indexes.push(index);
    }
  }
  return { groups: [...groups.values()].toSorted((a, b) => compareText(a.name, b.name)), unknown };
}

function describeGroup(stem: string, role: CohortRole, sample: CohortSample): CohortFacts {
  const { disease, tissue, biopsySite } = sample;
  switch (role) {
    case "pan-cancer":
      return { name: `${stem} pan-cancer`, role, disease: null, tissue: null };
    case "biopsy-site normal": {
      const organ = tissue ?? biopsySite;
      const name = organ === null ? `${stem} normal` : `${stem} normal ${organ}`;
      return { name, role, disease: null, tissue: organ };
    }
    case "disease":
    case "not stated": {
      const name = disease === null ? stem : `${stem} ${disease}`;
      return { name, role, disease, tissue: null };
    }
  }
}
