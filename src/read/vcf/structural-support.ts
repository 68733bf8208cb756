import type { CallSupport } from "../structural/structural-call.ts";
import { readCount } from "./number.ts";
import type { StructuralRecord } from "./structural-record.ts";

/** FORMAT keys that the support of a junction is read from. */
export const structuralKeys: readonly string[] = ["PR", "SR", "DV", "RV", "VF", "BVF", "VR"];

type Counts = Omit<CallSupport, "confidence">;

/** The fields of one caller; null where they are absent. */
type CountRule = (record: StructuralRecord) => Counts | null;

const rules: readonly CountRule[] = [
  (record) => {
    const spanningReads = alternateOf(record.value("PR"));
    const junctionReads = alternateOf(record.value("SR"));
    if (spanningReads === null && junctionReads === null) return null;
    return { junctionReads, spanningReads, rule: "FORMAT/SR and PR of Manta" };
  },
  (record) => {
    const junctionReads = readCount(record.value("RV"));
    const spanningReads = readCount(record.value("DV"));
    return junctionReads === null
      ? null
      : { junctionReads, spanningReads, rule: "FORMAT/RV and DV of DELLY" };
  },
  // A breakend without a mate has its fragments in a field of its own.
  (record) => {
    const both = readCount(record.value("VF")) ?? infoCount(record, "VF");
    const single = readCount(record.value("BVF")) ?? infoCount(record, "BVF");
    const junctionReads = both === null || both === 0 ? (single ?? both) : both;
    if (junctionReads === null) return null;
    const key = junctionReads === both ? "VF" : "BVF";
    return {
      junctionReads,
      spanningReads: null,
      rule: `${key} of GRIDSS: fragments of both kinds`,
    };
  },
  (record) => {
    const given = readCount(record.value("DV")) ?? infoCount(record, "RE");
    const junctionReads = given ?? infoCount(record, "SUPPORT");
    return junctionReads === null
      ? null
      : { junctionReads, spanningReads: null, rule: "DV, RE or SUPPORT of Sniffles" };
  },
  (record) => {
    const junctionReads = readCount(record.value("VR"));
    return junctionReads === null
      ? null
      : { junctionReads, spanningReads: null, rule: "FORMAT/VR of nanomonsv" };
  },
  (record) => {
    const junctionReads = infoCount(record, "SR");
    const spanningReads = infoCount(record, "PE");
    if (junctionReads === null && spanningReads === null) return null;
    return { junctionReads, spanningReads, rule: "INFO/SR and PE" };
  },
];

/** Reads over the junction by the first rule whose fields are there; nulls where none are. */
export function readStructuralSupport(record: StructuralRecord): CallSupport {
  let found: Counts | null = null;
  for (const rule of rules) found ??= rule(record);
  return {
    ...(found ?? { junctionReads: null, spanningReads: null, rule: null }),
    confidence: record.info.values.has("IMPRECISE") ? "imprecise" : null,
  };
}

/** The second of two numbers: alternate behind reference. */
function alternateOf(text: string | undefined): number | null {
  const items = text?.split(",") ?? [];
  return items.length === 2 ? readCount(items[1]) : null;
}

function infoCount({ info }: StructuralRecord, key: string): number | null {
  const value = info.values.get(key);
  return typeof value === "string" ? readCount(value) : null;
}
