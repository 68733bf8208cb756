import { nearest } from "../../model/nearest.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { VerificationReading, VerificationRule } from "../schema/schema-verification.ts";
import type { JsonPath } from "../folder/strict-json.ts";

interface Placed {
  readonly rule: VerificationRule;
  readonly reading: VerificationReading;
  readonly path: JsonPath;
}

/** Two readings of one measurement that no condition tells apart, and classes of drugs that no therapy has. */
export function checkVerification(folder: KnowledgebaseFolder): Problem[] {
  const { verification } = folder;
  const placed = verification.data.rules.flatMap((rule, at) =>
    rule.readings.map((reading, index): Placed => {
      return { rule, reading, path: ["rules", at, "readings", index] };
    }),
  );
  return [...findOverlaps(folder, placed), ...findUnknownClasses(folder, placed)];
}

function findOverlaps({ verification }: KnowledgebaseFolder, placed: readonly Placed[]): Problem[] {
  const earlier = new Map<string, Placed>();
  return placed.flatMap((each) => {
    const other = situationsOf(each)
      .map((situation) => earlier.get(situation))
      .find((found) => found !== undefined && found !== each);
    for (const situation of situationsOf(each)) earlier.set(situation, each);
    if (other === undefined) return [];
    const { line } = verification.where(other.path);
    const text = `Rule ${each.rule.id} and rule ${other.rule.id} (line ${line}) read the same measurement of the same finding.`;
    return [
      makeProblem("kb-rule-overlap", "error", text, {
        where: verification.where(each.path),
        hint: "Tell them apart by genes, by a class of drugs or by what another assay shows besides.",
      }),
    ];
  });
}

/** Everything that one reading decides, as keys: two readings with a key in common decide the same thing. */
function situationsOf({ rule, reading }: Placed): string[] {
  const genes = rule.genes ?? [""];
  const classes = reading.classes ?? [""];
  const beside = canonicalJson(reading.beside ?? null);
  return rule.findings.flatMap((finding) =>
    genes.flatMap((gene) =>
      classes.flatMap((drugs) =>
        reading.seen.map((seen) => [finding, gene, drugs, rule.assay, seen, beside].join("\t")),
      ),
    ),
  );
}

function findUnknownClasses(folder: KnowledgebaseFolder, placed: readonly Placed[]): Problem[] {
  const therapies = [...folder.therapies.data.therapies, ...(folder.below?.therapies ?? [])];
  const known = new Set(therapies.flatMap((therapy) => therapy.class ?? []));
  return placed.flatMap(({ reading, path }) =>
    (reading.classes ?? []).flatMap((name, at) => {
      if (known.has(name)) return [];
      const [near] = nearest(name, known, 1);
      return makeProblem("kb-unknown-reference", "error", `No therapy is of the class "${name}".`, {
        where: folder.verification.where([...path, "classes", at]),
        ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
      });
    }),
  );
}
