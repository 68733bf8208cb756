/** Checks across the files of a knowledgebase. A new one is a file here and a line in the list. */
import type { Problem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import { checkAlleles } from "./check-alleles.ts";
import { checkApprovals } from "./check-approvals.ts";
import { checkBuilds } from "./check-builds.ts";
import { checkContradictions } from "./check-contradictions.ts";
import { checkCoordinates } from "./check-coordinates.ts";
import { checkDates } from "./check-dates.ts";
import { checkDrugNames } from "./check-drug-names.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { checkEscat } from "./check-escat.ts";
import { checkExtents } from "./check-extents.ts";
import { checkFileNames } from "./check-file-names.ts";
import { checkIds } from "./check-ids.ts";
import { checkLayer } from "./check-layer.ts";
import { checkLevels } from "./check-levels.ts";
import { checkNeverMet } from "./check-never-met.ts";
import { checkProteinChanges } from "./check-protein-changes.ts";
import { checkProteinResidues } from "./check-protein-residues.ts";
import { checkReferences } from "./check-references.ts";
import { checkRegions } from "./check-regions.ts";
import { checkResidues } from "./check-residues.ts";
import { checkSequences } from "./check-sequences.ts";
import { checkTherapies } from "./check-therapies.ts";
import { checkUnused } from "./check-unused.ts";
import { checkVerification } from "./check-verification.ts";

export type KnowledgebaseCheck = (folder: KnowledgebaseFolder) => Problem[];

export const checks: readonly KnowledgebaseCheck[] = [
  checkIds,
  checkDrugNames,
  checkReferences,
  checkFileNames,
  checkLayer,
  checkDuplicates,
  checkContradictions,
  checkTherapies,
  checkLevels,
  checkApprovals,
  checkEscat,
  checkProteinChanges,
  checkAlleles,
  checkRegions,
  checkExtents,
  checkNeverMet,
  checkCoordinates,
  checkResidues,
  checkProteinResidues,
  checkSequences,
  checkBuilds,
  checkDates,
  checkVerification,
  checkUnused,
];
