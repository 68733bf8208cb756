import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { limitProblems } from "./limit-problems.ts";
import { showText } from "../show-text.ts";
import { checkColumns, type Note } from "./check-columns.ts";
import { makeOrderCheck } from "./check-order.ts";
import { checkSamples } from "./check-samples.ts";
import type { VcfHeader } from "./header.ts";
import { countAlts, makeFlawReporter, readFlawedInfo } from "./record.ts";
import { column, columnOf, findFaults, type RecordFault } from "./record-faults.ts";
import { reservedKeys } from "./reserved-keys.ts";
import { supportKeys } from "./support.ts";

const matesUnchecked =
  "more than 100,000 breakends: whether their mates are in the file was not checked";

/** Looks at every record beside its reading. */
export interface RecordAudit {
  /** `fault`: why the record was refused; null when it was read. */
  add(text: string, line: number, fault: RecordFault | null): void;
  /** To be called behind the last record. */
  finish(): void;
}

/** The header with the specification's own keys in it, so that undeclared ones are held to their type too. */
export function withReservedKeys(header: VcfHeader): VcfHeader {
  const { minorVersion } = header;
  return {
    ...header,
    info: new Map([...reservedKeys("INFO", minorVersion), ...header.info]),
    format: new Map([...reservedKeys("FORMAT", minorVersion), ...header.format]),
  };
}

/**
 * Holds every record to the whole specification and reports what reading it does not: other columns, other samples, the
 * order of records. What is read all the same is a warning, or a notice where the specification has changed its mind.
 */
export function makeAudit(options: {
  readonly file: string;
  readonly header: VcfHeader;
  readonly tumorSample: string | null;
  readonly report: ReportProblem;
}): RecordAudit {
  const { file, header, tumorSample, report } = options;
  const order = makeOrderCheck();
  const read = tumorSample === null ? -1 : header.samples.indexOf(tumorSample);
  const reportedField = read === -1 ? null : column.format + 1 + read;
  const declared = new Set(supportKeys.filter((key) => header.format.has(key)));
  return {
    add(text, line, fault) {
      const fields = text.split("\t");
      if (fields.length !== header.columnCount) return;
      const limited = limitProblems(report, { file, line });
      const note: Note = ({ code, message, field, offset = 0, severity = "warning" }) => {
        const where = { file, line, column: columnOf(fields, field) + offset };
        limited(makeProblem(code, severity, message, { where }));
      };
      if (fault !== null) {
        const [, ...others] = findFaults(fields, header);
        for (const other of others) note({ ...other, severity: "error" });
        readFlawedInfo(fields, header, makeFlawReporter(fields, line, { file, report }));
      }
      checkColumns(fields, header, note);
      checkSamples(fields, {
        header,
        altCount: countAlts(fields),
        reported: {
          field: reportedField,
          isGenotypeReported: fault === null || fault.field >= column.format,
          reportedKeys: fault === null ? declared : new Set(),
        },
        isAnySampleRead: reportedField === null,
        note,
      });
      order.add(fields, line, note);
    },
    finish() {
      const open = order.openMates();
      if (open === null)
        report(makeProblem("vcf-mates-unchecked", "notice", matesUnchecked, { where: { file } }));
      for (const { id, line } of open ?? []) {
        const message = `the mate ${showText(id)} of a breakend is not in the file`;
        report(makeProblem("vcf-mate-missing", "warning", message, { where: { file, line } }));
      }
    },
  };
}
