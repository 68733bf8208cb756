import { sha256 } from "../../io/sha256.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { RawPredictive } from "../schema/schema-statements.ts";
import type { JsonPath } from "../folder/strict-json.ts";

type Escat = NonNullable<RawPredictive["escat"]>;
type Study = Escat["evidence"][number];

/** What is wrong, and at which part of the statement. */
interface Fault {
  readonly text: string;
  readonly at: JsonPath;
  readonly hint?: string;
}

/**
 * A tier of ESCAT rests on what its definition asks for (Mateo 2018, PMID 30137196; spec, clinical R2): it speaks for a
 * therapy only, its studies have the design and end point of the tier, and a sign-off is of exactly this statement.
 */
export function checkEscat(folder: KnowledgebaseFolder): Problem[] {
  const curated = new Map<string, RawPredictive>();
  const files = [...(folder.below?.statements ?? []), ...folder.statements.map(({ data }) => data)];
  for (const statement of files.flatMap((file) => file.statements)) {
    if (statement.type === "predictive") curated.set(statement.id, statement);
  }
  return folder.statements.flatMap((file) =>
    file.data.statements.flatMap((statement, at) => {
      if (statement.type !== "predictive" || statement.escat === undefined) return [];
      return [
        ...judgeClaim(statement),
        ...judgeTier(statement.escat),
        ...judgeBasis(statement, statement.escat, curated),
        ...judgeSignature(statement, statement.escat),
      ].map(({ text, at: part, hint }) =>
        makeProblem("kb-escat", "error", text, {
          where: file.where(["statements", at, ...part]),
          ...(hint === undefined ? {} : { hint }),
        }),
      );
    }),
  );
}

function judgeClaim({ predicate, direction, escat }: RawPredictive): Fault[] {
  if (predicate === "sensitivity" && direction === "supports") return [];
  const text = `Tier ${escat?.tier} stands on "${direction} ${predicate}": expected support of sensitivity.`;
  return [{ text, at: ["escat"] }];
}

const timeToEvent: ReadonlySet<string> = new Set(["OS", "PFS", "DFS", "EFS"]);
const isRandomized = ({ design }: Study): boolean => design === "prospective randomized";
const isProspective = ({ design }: Study): boolean =>
  design === "prospective randomized" || design === "prospective non-randomized";
const isBench = ({ design }: Study): boolean => design === "preclinical" || design === "in silico";

/** What each tier asks of its studies, in words and as a test; tiers that are not named ask for a study of any kind. */
const rules: Partial<Record<Escat["tier"], readonly [string, (escat: Escat) => boolean]>> = {
  "I-A": [
    "a prospective randomized study with OS, PFS, DFS or EFS",
    ({ evidence }) =>
      evidence.some(
        (study) => isRandomized(study) && study.endPoints.some((point) => timeToEvent.has(point)),
      ),
  ],
  "I-B": [
    "a prospective non-randomized study and an ESMO-MCBS grade (mcbs)",
    ({ evidence, mcbs }) =>
      mcbs !== undefined && evidence.some(({ design }) => design === "prospective non-randomized"),
  ],
  "I-C": [
    "a basket study, or prospective studies of several tumors",
    ({ evidence }) =>
      evidence.some(({ design }) => design === "basket") ||
      evidence.filter(isProspective).length > 1,
  ],
  "II-A": [
    "a retrospective study",
    ({ evidence }) => evidence.some(({ design }) => design === "retrospective"),
  ],
  "II-B": [
    "a prospective study whose only end points are response (ORR, DOR, pCR)",
    ({ evidence }) =>
      evidence.some(
        (study) =>
          (isProspective(study) || study.design === "basket") &&
          study.endPoints.length > 0 &&
          !study.endPoints.some((point) => timeToEvent.has(point)),
      ),
  ],
  "III-A": ["the id of its statement of tier I or II (basis)", ({ basis }) => basis !== undefined],
  "IV-A": ["a preclinical study", ({ evidence }) => evidence.some(isBench)],
  "IV-B": ["a preclinical or in silico study", ({ evidence }) => evidence.some(isBench)],
  X: ["no evidence at all", ({ evidence }) => evidence.length === 0],
};

function judgeTier(escat: Escat): Fault[] {
  const { tier, evidence } = escat;
  const [asked, isMet] = rules[tier] ?? ["a study", () => evidence.length > 0];
  if (isMet(escat)) return [];
  const found = evidence.map(({ design, endPoints }) =>
    [design, endPoints.join(" ")].filter(Boolean).join(", "),
  );
  const text = `Tier ${tier} rests on ${found.length === 0 ? "no study" : found.join("; ")}: expected ${asked}.`;
  return [{ text, at: ["escat", "tier"] }];
}

/** Tier III-A is of the same alteration and therapy in another tumor, and that tier is in the knowledgebase. */
function judgeBasis(
  statement: RawPredictive,
  { tier, basis }: Escat,
  curated: ReadonlyMap<string, RawPredictive>,
): Fault[] {
  if (basis === undefined) return [];
  const at = ["escat", "basis"];
  if (tier !== "III-A") return [{ text: `Tier ${tier} has a basis: only III-A has one.`, at }];
  const other = curated.get(basis);
  if (other === undefined || !/^II?-/.test(other.escat?.tier ?? "")) {
    return [{ text: `"${basis}" is no statement with a tier I or II.`, at }];
  }
  const isSame =
    other.variant === statement.variant &&
    canonicalJson(other.therapy) === canonicalJson(statement.therapy) &&
    other.disease !== statement.disease;
  if (isSame) return [];
  const text = `"${basis}" is not of the same alteration and therapy in another tumor.`;
  return [{ text, at }];
}

function judgeSignature(statement: RawPredictive, { signedOff }: Escat): Fault[] {
  const expected = revisionOf(statement);
  if (signedOff === undefined || signedOff.revision === expected) return [];
  return [
    {
      text: `${signedOff.reviewer} signed another revision of this statement: it was edited since.`,
      at: ["escat", "signedOff", "revision"],
      hint: `When it was reviewed again, write "${expected}".`,
    },
  ];
}

/** SHA-256 of a statement's canonical text without the sign-off itself. */
function revisionOf(statement: RawPredictive): string {
  const { signedOff: _, ...escat } = statement.escat ?? {};
  return sha256(canonicalJson({ ...statement, escat }));
}
