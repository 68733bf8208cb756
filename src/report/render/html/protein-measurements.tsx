import type { Target } from "../../../model/report.ts";
import { measurementRows } from "../describe-measurement.ts";
import { nameStrip, type PlacedStrip } from "../describe-strip.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { StripPlot } from "./strip-plot.tsx";
import { VerificationWord } from "./verification-word.tsx";

const columns: readonly Column[] = [
  { head: "Measurement", wide: true },
  { head: "Held to" },
  { head: "Verdict" },
  { head: "Rule", short: true },
  { head: "Read in" },
];

interface ProteinMeasurementsProps {
  readonly target: Target;
  readonly strips: readonly PlacedStrip[];
}

/** What was measured of the protein: a table where there is more than the verdict's sentence tells, and the cohorts as plots. */
export function ProteinMeasurements({ target, strips }: ProteinMeasurementsProps) {
  const rows = measurementRows(target);
  const drawn = strips.filter(({ drawnWith }) => drawnWith === null);
  return (
    <>
      {rows.length > 1 && (
        <>
          <h4>Measurements of the protein</h4>
          <DataTable
            caption={`Measurements of the protein of ${target.therapy.label}`}
            hideCaption
            columns={columns}
            rows={rows.map(({ key, text, alteration, verdict, rule, place }) => ({
              key,
              cells: [
                text,
                alteration,
                verdict === null ? "none" : <VerificationWord state={verdict} />,
                rule,
                place,
              ],
            }))}
          />
        </>
      )}
      {strips.length > 0 && (
        <>
          <h4>The protein among its cohort</h4>
          {drawn.length > 0 && (
            <div class="strips">
              {drawn.map(({ strip, anchor }) => (
                <StripPlot key={strip.id} strip={strip} anchor={anchor} />
              ))}
            </div>
          )}
          {strips.map(
            ({ strip, anchor, drawnWith }) =>
              drawnWith !== null && (
                <p key={strip.id}>
                  {nameStrip(strip)} ({strip.file}) is{" "}
                  <a href={`#${anchor}`}>
                    drawn with target {drawnWith.rank}, {drawnWith.therapy.label}
                  </a>
                  .
                </p>
              ),
          )}
        </>
      )}
    </>
  );
}
