/** The rules of the assessment in words, for the method section of every report. */
import { sortSteps } from "./sort-steps.ts";

/** One entry per rule; constant for a version of the tool. */
export function describeMethod(): { name: string; text: string }[] {
  return [
    {
      name: "Levels and tiers",
      text:
        "AMP/ASCO/CAP (Li 2017, PMID 27993330). In the tumor of the case a source level A is A, and so is an approval of the EMA or the FDA that was not withdrawn; B is B with a source rating of 3 or more, else C; " +
        "C is C with two or more independent reports, else D; D and E are D. Levels A and B from another tumor count as C; weaker ones are not tiered. " +
        "Levels A and B are tier I, C and D tier II. Counts, ratings and the treatment of other tumors are our choices.",
    },
    {
      name: "Resistance",
      text:
        "Resistance of level A or B in the tumor of the case blocks the therapy that it names, and no other: nothing passes between a combination and its components, " +
        "and a class of drugs is never inferred. Weaker resistance is a flag. Counter-evidence of level A or B in the tumor caps a target at tier II unless its support is of a better level.",
    },
    {
      name: "Oncogenicity",
      text:
        "Points of ClinGen, CGC and VICC (Horak 2022, PMID 35101336): from 10 oncogenic, from 6 likely oncogenic, from 0 of uncertain significance, from -6 likely benign, below benign. " +
        "The points are those of the criteria that were evaluated: others could raise the class as well as lower it, and each finding names them. Established as oncogenic (OS1, OM3) is what a statement of level A or B names as sensitive in an oncogene, alone or in a list: our reading, for lack of variants classified by this standard. " +
        "Tumor suppressors and oncogenes are those of Vogelstein 2013 (PMID 23539594) and of homologous recombination; frequencies are the highest that the annotation states. " +
        "Never evaluated, for lack of open tables that say so: functional studies (OS2, SBS2), hotspots (OS3, OM4, OP3), domains (OM1), predictions (OP1, SBP1), tumors with one genetic cause (OP2). The class moves no tier and no rank.",
    },
    {
      name: "NCT/DKTK level",
      text:
        "Levels of the MASTER boards (10.1002/ijc.32358), computed: m1 in this tumor, m2 in another one, A prospective, B retrospective, C cases; m3 preclinical, m4 rationale. Sources do not state the design of studies: " +
        "approvals and level A are assumed prospective, level B retrospective. Behind it: is(IHC), is(ISH) in situ data of this tissue verify or support it; iv models of the same tumor; Z approved by the agency for this alteration in the tumor that is named; R resistance is described. It moves no rank.",
    },
    {
      name: "Matching score",
      text:
        "Characterized alterations that a therapy is matched to, of all of the case (PMID 31011205, 33009371); from 50% on high. Characterized are small variants, copy numbers, fusions and changes of exons in tier I or II, or oncogenic or likely so by their points; " +
        "variants of unknown significance, stains, proteins and markers of the whole tumor are not. It moves no rank.",
    },
    {
      name: "Verification",
      text: "Tables of relative abundance can verify a target or fail to support it; they never contradict. Verification reorders targets within a level and never changes a level.",
    },
    {
      name: "Options and benefit",
      text:
        "A target is an option and no promise of benefit: of 125 patients with a sequenced tumor 111 had an option, 15 were treated by it and 3 had stable disease (10.1186/s12885-017-3587-8). " +
        "Matching by pathway did no better than the choice of the physician in a randomized trial (SHIVA, 10.1016/S1470-2045(15)00188-6): nothing is matched by pathway here.",
    },
    {
      name: "Order of targets",
      text: `The first step in which two targets differ decides: ${sortSteps
        .map((step) => `${step.name} (${step.meaning})`)
        .join("; ")}.`,
    },
  ];
}
