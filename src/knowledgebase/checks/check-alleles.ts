import { parseAlleleText } from "../../constraints/allele-text.ts";
import { assemblies } from "../../model/locus.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { PlacedConstraint } from "./each-constraint.ts";
import { eachConstraint } from "./each-constraint.ts";

/** Alleles are trimmed and name a change; an allele constraint has at least one, better one per build. */
export function checkAlleles(folder: KnowledgebaseFolder): Problem[] {
  return [...eachConstraint(folder)].flatMap((placed) => {
    const { constraint } = placed;
    if (constraint.type !== "allele" && constraint.type !== "protein-change") return [];
    return [
      ...checkTexts(placed, constraint.alleles ?? {}),
      ...(constraint.type === "allele" ? checkBuilds(placed, constraint.alleles) : []),
      ...checkLifted(placed, constraint),
    ];
  });
}

type Alleles = { readonly [A in (typeof assemblies)[number]]?: readonly string[] | undefined };

function checkTexts({ file, path }: PlacedConstraint, alleles: Alleles): Problem[] {
  return assemblies.flatMap((assembly) =>
    (alleles[assembly] ?? []).flatMap((text, at) => {
      const allele = parseAlleleText(text, assembly);
      const where = () => file.where([...path, "alleles", assembly, at]);
      if (allele === null || allele.ref === allele.alt) {
        return [makeProblem("kb-allele", "error", `"${text}" is no change.`, { where: where() })];
      }
      const trimmed = [allele.contig, allele.position, allele.ref, allele.alt].join(":");
      if (trimmed === text) return [];
      const hint = `Write "${trimmed}".`;
      return [
        makeProblem("kb-allele", "error", `"${text}" is not trimmed.`, { where: where(), hint }),
      ];
    }),
  );
}

/** Without coordinates on a build an allele cannot be met there: nothing else names it. */
function checkBuilds({ file, path }: PlacedConstraint, alleles: Alleles): Problem[] {
  const absent = assemblies.filter((assembly) => alleles[assembly] === undefined);
  if (absent.length === 0) return [];
  const severity = absent.length === assemblies.length ? "error" : "warning";
  const text = `The allele has no coordinates on ${absent.join(" and ")}.`;
  return [
    makeProblem("kb-allele-build", severity, text, { where: file.where([...path, "alleles"]) }),
  ];
}

function checkLifted(
  { file, path }: PlacedConstraint,
  { alleles, lifted }: { alleles?: Alleles | undefined; lifted?: string | undefined },
): Problem[] {
  if (lifted === undefined) return [];
  if (alleles?.GRCh37 !== undefined && alleles.GRCh38 !== undefined) return [];
  const text = `"lifted" is ${lifted}, but there are not alleles of both builds.`;
  return [
    makeProblem("kb-allele-build", "error", text, { where: file.where([...path, "lifted"]) }),
  ];
}
