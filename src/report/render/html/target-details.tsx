import type { Finding, Target } from "../../../model/report.ts";
import { describeSortKey } from "../describe-sort-key.ts";
import type { PlacedStrip } from "../describe-strip.ts";
import { supportFacts } from "../describe-support.ts";
import { useFacts } from "../use-facts.ts";
import { EvidenceBalance } from "./evidence-balance.tsx";
import { EvidenceTable } from "./evidence-table.tsx";
import { FactList } from "./fact-list.tsx";
import { ProteinMeasurements } from "./protein-measurements.tsx";
import { ReasonList } from "./reason-list.tsx";
import { VerificationWord } from "./verification-word.tsx";

export interface TargetDetailsProps {
  readonly target: Target;
  /** What the target rests on. */
  readonly findings: readonly Finding[];
  /** Cohorts of the measurements that its verdict rests on. */
  readonly strips: readonly PlacedStrip[];
}

/** Everything that speaks for a target, against it, and how sure it is. */
export function TargetDetails({ target, findings, strips }: TargetDetailsProps) {
  return (
    <>
      <div class="pair">
        <div>
          <h4>Why it is here</h4>
          <ReasonList reasons={target.reasons} />
          <Cautions target={target} />
        </div>
        <div>
          <h4>How sure</h4>
          <Certainty target={target} findings={findings} />
        </div>
      </div>
      <ProteinMeasurements target={target} strips={strips} />
      <h4>Evidence</h4>
      <EvidenceBalance balance={target.balance} />
      <EvidenceTable about={target.therapy.label} evidence={target.evidence} first="for" />
      {target.rankedAbove !== null && <p class="rank-note">{target.rankedAbove.reason.text}</p>}
      <p class="quiet">Sort key: {describeSortKey(target)}.</p>
    </>
  );
}

function Certainty({ target, findings }: Pick<TargetDetailsProps, "target" | "findings">) {
  const { amp, specificity, verification, clonality, lesion } = target;
  return (
    <FactList
      facts={[
        { term: "Tier", value: amp.reason.text },
        { term: "Match", value: specificity },
        ...findings.map((finding) => ({
          term: finding.label,
          value: `${finding.description}; ${supportFacts(finding.support).join(", ")}`,
        })),
        {
          term: "Protein",
          value: (
            <>
              <VerificationWord state={verification.state} />: {verification.reason.text}
            </>
          ),
        },
        { term: "Clonality", value: `${clonality.state}: ${clonality.reason.text}` },
        { term: "Lesions", value: `${lesion.state}: ${lesion.reason.text}` },
        ...useFacts(target),
      ]}
    />
  );
}

function Cautions({ target }: { target: Target }) {
  const cautions = [...target.flags, ...target.caveats];
  if (cautions.length === 0) return null;
  return (
    <div class="caution">
      <h4>Caveats</h4>
      <ReasonList reasons={cautions} />
    </div>
  );
}
