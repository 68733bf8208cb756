/** Which of the four reasons of the Drug Rediscovery Protocol make a target actionable (DRUP; spec, clinical R6.8). */
import type { TherapyEntity } from "../../knowledgebase/schema/schema.ts";
import { compareText } from "../../model/order.ts";
import type { EvidenceRow, Therapy } from "../../model/report.ts";
import type { Reason } from "../../model/verdict.ts";
import { isPublication } from "./independent-sources.ts";

/** Susceptibilities that the protocol names by themselves: alterations, and what the drug acts on. */
const susceptibilities = [
  { genes: ["BRCA1", "BRCA2"], targets: ["PARP1"], text: "loss of BRCA1 or BRCA2 and PARP" },
  {
    genes: ["MSI"],
    targets: ["PDCD1", "CD274"],
    text: "microsatellite instability and PD-1 or PD-L1",
  },
] as const;

/**
 * The reasons that apply, each with what it rests on. `sensitivity`: the rows that support the therapy, of any tumor. That an alteration lies
 * upstream in the pathway of the drug's target is never found: the knowledgebase holds no pathways.
 */
export function nameActionability(
  therapy: Therapy,
  sensitivity: readonly EvidenceRow[],
  drugOf: (id: string) => TherapyEntity | undefined,
): Reason[] {
  const genes = new Set(sensitivity.map(({ gene }) => gene));
  const drugs = therapy.drugs.flatMap(({ id }) => drugOf(id) ?? []);
  const reasons = [
    ...nameApproved(drugs, genes),
    ...susceptibilities
      .filter(
        (each) =>
          each.genes.some((gene) => genes.has(gene)) &&
          drugs.some((drug) => each.targets.some((target) => drug.targets.includes(target))),
      )
      .map(({ text }) => ({
        code: "unique-susceptibility",
        text: `a susceptibility of its own: ${text}`,
      })),
    ...namePublished(sensitivity),
  ];
  if (reasons.length > 0) return reasons;
  const text =
    "none of the reasons of DRUP that the knowledgebase can show; pathways are not in it";
  return [{ code: "none-shown", text }];
}

function nameApproved(drugs: readonly TherapyEntity[], genes: ReadonlySet<string>): Reason[] {
  const approved = drugs.filter(
    ({ targets, status }) =>
      targets.some((target) => genes.has(target)) &&
      status.some((decision) => decision.status === "approved"),
  );
  return approved.length === 0
    ? []
    : [
        {
          code: "target-of-approved-drug",
          text: `the target of an approved drug, in whatever indication: ${approved.map(({ name }) => name).join(", ")}`,
        },
      ];
}

function namePublished(sensitivity: readonly EvidenceRow[]): Reason[] {
  const documents = sensitivity.flatMap((row) => row.documents);
  const labels = new Set(
    documents.flatMap(({ id, label }) => (isPublication(id) ? label : [])).toSorted(compareText),
  );
  const [first] = labels;
  if (first === undefined) return [];
  const others = labels.size > 1 ? ` and ${labels.size - 1} more` : "";
  return [{ code: "published-evidence", text: `published evidence: ${first}${others}` }];
}
