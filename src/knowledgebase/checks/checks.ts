/** Checks across the files of a knowledgebase. A new one is a file here and a line in the list. */
import type { Problem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../knowledgebase-folder.ts";
import { checkAlleles } from "./check-alleles.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { checkIds } from "./check-ids.ts";
import { checkProteinChanges } from "./check-protein-changes.ts";
import { checkReferences } from "./check-references.ts";
import { checkRegions } from "./check-regions.ts";
import { checkTherapies } from "./check-therapies.ts";

export type KnowledgebaseCheck = (folder: KnowledgebaseFolder) => Problem[];

export const checks: readonly KnowledgebaseCheck[] = [
  checkIds,
  checkReferences,
  checkDuplicates,
  checkTherapies,
  checkProteinChanges,
  checkAlleles,
  checkRegions,
];
