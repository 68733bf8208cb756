import type {
  OpenEstimate,
  ResponseCohort,
  ResponseGroup,
} from "../../../model/response-cohort.ts";
import { percent, plural } from "../format-number.ts";
import { describeChance } from "./describe-verdict.ts";
import { formatRule } from "./format-ratio.ts";
import type { Section } from "./section.ts";

/** What is shown of all patients of a study, in the order of reading. */
export function describeCohort(cohort: ResponseCohort): Section[] {
  const { record } = cohort;
  return [
    verdictSection(cohort),
    groupSection("By target", cohort.byTarget),
    groupSection("By tier", cohort.byTier),
    groupSection("By verification", cohort.byVerification),
    responseSection(cohort),
    {
      title: "Record",
      lines: [
        `${record.file}: ${plural(record.lines, "line")}, verified; last line sha256 ${record.sha256}`,
      ],
    },
  ];
}

function verdictSection(cohort: ResponseCohort): Section {
  const { all, rule, isModified, stoppedEarly, otherTherapy, caveats } = cohort;
  const { states, share, survival } = all;
  return {
    title: isModified ? "N-of-1 verdicts by the modified ratio" : "N-of-1 verdicts",
    lines: [
      ...(isModified ? [modifiedNotice] : []),
      `${plural(all.cases, "patient")}: ${states.benefit} benefit, ${states["no benefit"]} no benefit, ${states.undetermined} undetermined, ${states["not computable"]} not computable; rule: ${formatRule(rule)}, compared unrounded`,
      share === null
        ? "Count: no ratio is determined"
        : `Count: ${share.hits} of ${share.of} determined, ${interval(share)} (exact binomial 95% interval; undetermined ones are left out)`,
      survival === null
        ? "Kaplan-Meier: nobody was followed up to the threshold"
        : `Kaplan-Meier: S(${rule.threshold}) = ${interval(survival)} (share whose ratio meets the rule, undetermined ones censored; Greenwood, log)`,
      ...(stoppedEarly === 0
        ? []
        : [
            `Flag: ${plural(stoppedEarly, "ratio")} with time of a period after its therapy was stopped; response show tells of which.`,
          ]),
      ...(otherTherapy === 0
        ? []
        : [
            `Flag: ${plural(otherTherapy, "patient")} whose period B names another therapy than the target; response show tells of which.`,
          ]),
      isModified
        ? `${describeChance(cohort)} This is the chance of the plain ratio, not of the modified one.`
        : describeChance(cohort),
      ...caveats.map(({ text }) => text),
    ],
  };
}

const modifiedNotice =
  "Modified ratio, for comparison only: a period A below 2 months counts as 2, and a period B above 6 months as just enough. It turns failures into successes.";

/** `19.4% (10.4% to 31.4%)`. */
function interval(estimate: OpenEstimate): string {
  const { value, low, high } = estimate;
  const ends =
    low === null || high === null ? "no interval" : `${percent(low)} to ${percent(high)}`;
  return `${percent(value)} (${ends})`;
}

function groupSection(title: string, groups: readonly ResponseGroup[]): Section {
  return {
    title,
    lines: [],
    table: {
      caption: "verdicts, share of benefit among the determined, Kaplan-Meier estimate",
      head: [
        "group",
        "patients",
        "benefit",
        "no benefit",
        "undetermined",
        "not computable",
        "share",
        "S(threshold)",
      ],
      numeric: [1, 2, 3, 4, 5],
      rows: groups.map(({ name, cases, states, share, survival }) => [
        name,
        String(cases),
        String(states.benefit),
        String(states["no benefit"]),
        String(states.undetermined),
        String(states["not computable"]),
        share === null ? "-" : interval(share),
        survival === null ? "-" : interval(survival),
      ]),
    },
  };
}

function responseSection({ best, toxicity }: ResponseCohort): Section {
  const { CR, PR, SD, "non-CR/non-PD": others, PD, NE, none } = best;
  return {
    title: "Responses and toxicity",
    lines: [
      `Best response by RECIST 1.1, not confirmed: ${CR} CR, ${PR} PR, ${SD} SD, ${others} non-CR/non-PD, ${PD} PD, ${NE} NE; ${none} without`,
      `Treatment-related events of CTCAE grade 3 to 5 from the start of period B on: ${toxicity.severe}, in ${plural(toxicity.cases, "patient")}`,
    ],
  };
}
