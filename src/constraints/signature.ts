import { signatureMarkers, type SignatureStatus } from "../model/alteration.ts";
import { judgeMsi } from "../annotate/judge-msi.ts";
import { textField, wordField, typeField } from "./constraint-fields.ts";
import type { Reason } from "../model/verdict.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { otherKind } from "./test-consequences.ts";

const nameField = (z: Zod) =>
  textField(z, /^[A-Za-z0-9][A-Za-z0-9 .-]{0,39}$/, "a name such as SBS3 or HPV16");

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "signature"),
      marker: z.enum(signatureMarkers).describe("what is looked at"),
      name: nameField(z).optional().describe("of a signature or virus"),
      status: z
        .enum(["high", "low", "stable", "deficient", "proficient", "present", "absent"])
        .describe("the verdict that the statement is about"),
      cutOff: z
        .strictObject({
          atLeast: z.number().min(0).describe("value from which the status holds"),
          unit: wordField(z).describe("of the value; others are not compared"),
          method: wordField(z).optional().describe("the assay that the cut-off belongs to"),
        })
        .optional()
        .describe("the value from which the statement's source calls the status"),
    })
    .describe("a property of the whole tumor: TMB, MSI, HRD, a mutational signature, a virus");

export type SignatureConstraint = Infer<typeof schema>;

/** Statuses that a value at or above a cut-off has. */
const above: ReadonlySet<string> = new Set(["high", "deficient", "present"]);

const level = "consequence in gene";

/**
 * Compares a value with the statement's own cut-off where both have one unit, else the status that the source gives. The assay
 * is named in the reason: TMB-high is bound to one (spec, matching 4).
 */
export const signature = {
  kind: "atomic",
  type: "signature",
  title: "Signature or status",
  schema,
  over: "some",
  silenceIsOpen: true,
  needs: () => ["status"],
  specificity: () => level,
  genes: ({ marker }) => [marker],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation) {
    const seen = observation.alteration;
    if (seen.kind !== "signature" || seen.marker !== constraint.marker) {
      return otherKind(level, observation);
    }
    if (constraint.name !== undefined && !isNamed(constraint.name, seen.name)) {
      return otherKind(level, observation);
    }
    return compareValue(constraint, seen) ?? compareStatus(constraint, seen);
  },
  absence: () => ({ kind: "measured" }),
} satisfies AtomicRule<SignatureConstraint>;

/** Why a marker contradicts itself by the cut-off of a constraint, or by that of its program; null where it does not. */
export function findContradiction(
  constraint: SignatureConstraint,
  seen: SignatureStatus,
): Reason | null {
  if (seen.marker !== constraint.marker || seen.status === null) return null;
  const { reason } = compareValue(constraint, seen) ?? compareStatus(constraint, seen);
  return reason.code === "value-and-status-differ" ? reason : null;
}

/** `HPV` is meant by `HPV16`, `HPV-16` and `HPV`. */
function isNamed(asked: string, found: string | null): boolean {
  const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const [wanted, seen] = [letters(asked), letters(found ?? "")];
  return (
    seen === wanted ||
    (!/\d$/.test(wanted) && /^\d/.test(seen.slice(wanted.length)) && seen.startsWith(wanted))
  );
}

/** Null when there is no cut-off or no value in its unit. */
function compareValue(
  { marker, status, cutOff }: SignatureConstraint,
  { value, unit, method, status: called }: SignatureStatus,
): ConstraintTest | null {
  if (cutOff === undefined || value === null || unit !== cutOff.unit) return null;
  const isAbove = value >= cutOff.atLeast;
  const relation = isAbove ? "at least" : "below";
  const text = `${marker} is ${value} ${unit} ${byMethod(method)}, ${relation} ${cutOff.atLeast}${assayNote(cutOff.method, method)}.`;
  // A laboratory with another cut-off, or a slip of the pen: neither is believed over the other.
  if (called !== null && above.has(called) !== isAbove) {
    const code = "value-and-status-differ";
    return undetermined(level, { code, text: `${text} It is called ${called} all the same.` });
  }
  return isAbove === above.has(status)
    ? met(level, "value-on-side", text)
    : unmet(level, "value-on-other-side", text);
}

function compareStatus(
  { marker, status, cutOff }: SignatureConstraint,
  seen: SignatureStatus,
): ConstraintTest {
  if (seen.status === null) {
    const text = `${marker} is ${seen.value ?? "?"} ${seen.unit ?? "without a unit"} ${byMethod(seen.method)}; without a cut-off for that, or the laboratory's verdict, it is not known to be ${status}.`;
    const code =
      seen.value !== null && seen.unit === null ? "status-unit-missing" : "status-not-stated";
    return undetermined(level, { code, text });
  }
  const byCutOff = seen.marker === "MSI" ? judgeMsi(seen) : null;
  if (byCutOff !== null && (byCutOff.status === "high") !== (seen.status === "high")) {
    const text = `${marker} is ${seen.value} ${byMethod(seen.method)}, ${byCutOff.status} by the cut-off of ${byCutOff.source}. It is called ${seen.status} all the same.`;
    return undetermined(level, { code: "value-and-status-differ", text });
  }
  const note = assayNote(cutOff?.method, seen.method);
  const text = `${marker} is called ${seen.status} ${byMethod(seen.method)}${note}.`;
  return seen.status === status
    ? met(level, "same-status", text)
    : unmet(level, "other-status", text);
}

function byMethod(method: string | null): string {
  return method === null ? "by an assay that is not named" : `by ${method}`;
}

function assayNote(asked: string | undefined, used: string | null): string {
  if (asked === undefined || asked.toLowerCase() === used?.toLowerCase()) return "";
  return `; the statement's cut-off is that of ${asked}, and other assays count otherwise`;
}
