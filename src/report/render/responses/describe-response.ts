import type { ResponsePoint, ResponseSummary } from "../../../model/response-summary.ts";
import { decimal, percent, plural, signed } from "../format-number.ts";
import { describeChance, describePeriod, describeVerdict } from "./describe-verdict.ts";
import type { Section } from "./section.ts";

/** What is shown of one patient, in the order of reading. */
export function describeResponse(summary: ResponseSummary): Section[] {
  return [
    verdictSection(summary),
    targetSection(summary),
    recistSection(summary),
    toxicitySection(summary),
    molecularSection(summary),
    recordSection(summary),
  ];
}

function verdictSection(summary: ResponseSummary): Section {
  const { periods, flags, caveats } = summary;
  return {
    title: "N-of-1 verdict",
    lines: [
      describeVerdict(summary),
      ...periods.map(describePeriod),
      ...flags.map(({ text }) => `Flag: ${text}`),
      describeChance(summary),
      ...caveats.map(({ text }) => text),
    ],
  };
}

function targetSection({ target, verifications, verification }: ResponseSummary): Section {
  const chosen =
    target === null
      ? ["no target is recorded"]
      : [
          `${target.therapy.label} for ${target.alterations.map(({ label }) => label).join(", ")}, chosen on ${target.date}; ${target.tier === null ? "no tier" : `tier ${target.tier}`}`,
          target.report === null
            ? "not taken from a stored report"
            : `from the report with sha256 ${target.report.sha256}, target ${target.report.target}`,
        ];
  return {
    title: "Target",
    lines: [
      ...chosen,
      `verification before treatment: ${verification ?? "not recorded"}`,
      ...verifications.map(({ date, method, result }) => `${date}: ${method}: ${result}`),
    ],
  };
}

function recistSection({ recist, death }: ResponseSummary): Section {
  const { baseline, points, best, reason } = recist;
  return {
    title: "Response by RECIST 1.1",
    lines: [
      `best response: ${best ?? "none"} (${reason})`,
      ...(baseline === null
        ? []
        : [
            `baseline of ${baseline.date}: ${decimal(baseline.sum)} mm in ${plural(baseline.lesions, "target lesion")}`,
          ]),
      ...(death === null ? [] : [`died on ${death.date} (cause: ${death.cause})`]),
    ],
    ...(points.length === 0
      ? {}
      : {
          table: {
            caption: "time points of period B",
            head: ["date", "day", "sum, mm", "from baseline", "from smallest", "response", "why"],
            numeric: [1, 2, 3, 4],
            rows: points.map(pointRow),
          },
        }),
  };
}

function pointRow(point: ResponsePoint): string[] {
  const { date, day, sum, fromBaseline, fromNadir, response, reason } = point;
  return [
    date,
    String(day),
    decimal(sum),
    change(fromBaseline),
    change(fromNadir),
    response,
    reason,
  ];
}

/** A change of 0.5 as `+50.0%`. */
function change(share: number | null): string {
  return share === null ? "-" : `${signed(share * 100)}%`;
}

/** What came before period B is of the therapy before: it is told and not counted with it. */
function toxicitySection({ toxicities, earlierToxicities, periods }: ResponseSummary): Section {
  const severe = toxicities.filter(({ related, grade }) => related && grade >= 3);
  const hasB = periods.some(({ period }) => period === "B");
  const events = [
    ...earlierToxicities.map((event) => ({ ...event, when: hasB ? "before B" : "-" })),
    ...toxicities.map((event) => ({ ...event, when: "B" })),
  ];
  return {
    title: "Toxicity (CTCAE)",
    lines: [
      `${plural(severe.length, "treatment-related event")} of grade 3 to 5 from the start of period B on, of ${plural(toxicities.length, "event")} recorded since`,
      ...(earlierToxicities.length === 0
        ? []
        : [
            `${plural(earlierToxicities.length, "event")} ${hasB ? "before period B" : "without a recorded start of period B"}, not counted`,
          ]),
    ],
    ...(events.length === 0
      ? {}
      : {
          table: {
            caption: "events",
            head: ["date", "period", "term", "grade", "related"],
            numeric: [3],
            rows: events.map(({ date, when, term, grade, related }) => [
              date,
              when,
              term,
              String(grade),
              related ? "yes" : "no",
            ]),
          },
        }),
  };
}

function molecularSection({ molecular, rebiopsies }: ResponseSummary): Section {
  const lines = [
    ...(molecular.length === 0
      ? ["no ctDNA is recorded"]
      : ["change of the allele fraction, last against first; no category, for none is agreed on"]),
    ...rebiopsies.map(
      ({ date, site, report }) =>
        `biopsy of ${date}${site === undefined ? "" : ` (${site})`}: ${report.file}, sha256 ${report.sha256}`,
    ),
  ];
  if (molecular.length === 0) return { title: "Molecular response", lines };
  return {
    title: "Molecular response",
    lines,
    table: {
      caption: "variants in ctDNA",
      head: ["variant", "assay", "series", "change", "cleared"],
      numeric: [3],
      rows: molecular.map((each) => [
        each.variant,
        each.assay,
        each.series
          .map(({ date, vaf }) => `${date} ${vaf === 0 ? "not detected" : percent(vaf)}`)
          .join("; "),
        change(each.change),
        each.cleared === null ? "-" : each.cleared ? "yes" : "no",
      ]),
    },
  };
}

function recordSection({ record }: ResponseSummary): Section {
  const { file, lines, sha256, corrected } = record;
  return {
    title: "Record",
    lines: [
      `${file}: ${plural(lines, "line")}, verified; last line sha256 ${sha256}`,
      `${plural(corrected, "line")} of this case voided or corrected`,
    ],
  };
}
