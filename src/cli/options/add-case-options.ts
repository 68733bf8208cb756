import { type Command, Option } from "commander";
import { molecules } from "../../model/alteration.ts";
import { assemblies } from "../../model/locus.ts";
import { proteinScales } from "../../model/protein-scales.ts";
import { addCohortOptions, addKinaseOptions } from "./add-cohort-options.ts";
import { addEvidenceOptions } from "./add-evidence-options.ts";
import { collect, dayText, digestText, wholeNumber } from "./option-parsers.ts";

/**
 * Adds the options that say what the case is, how its files are read and which knowledgebase it is held to: `annotate` and `explain` have the
 * same, so that one explains what the other reports.
 */
export function addCaseOptions(command: Command): Command {
  addProteinOptions(command);
  addEvidenceOptions(addKinaseOptions(addCohortOptions(command)));
  return addKnowledgebaseOptions(addReadingOptions(addTumorOptions(command)));
}

function addProteinOptions(command: Command): Command {
  return command
    .option("--protein <file>", "table of proteins, phosphosites or RNA; repeatable", collect, [])
    .option("--protein-sample <name>", "the case's column or name in the protein tables")
    .option(
      "--protein-cohort <name>",
      "with --cohort, compare with this cohort alone, repeatable; else the name to print for the table's other samples",
      collect,
      [],
    )
    .addOption(
      new Option("--protein-scale <scale>", "scale of the protein values").choices(proteinScales),
    )
    .addOption(
      new Option(
        "--protein-molecule <molecule>",
        "what the protein tables measure, where they do not state it",
      ).choices(molecules),
    );
}

function addTumorOptions(command: Command): Command {
  return command
    .option("--tumor-type <code>", "OncoTree code, DOID or name of the tumor type")
    .option("--tumor-sample <name>", "the tumor's column in the VCF, or its name in a MAF or list")
    .option("--tumor-af-tag <key>", "INFO key of the tumor allele fraction, e.g. TVAF")
    .option("--tumor-dp-tag <key>", "INFO key of the tumor depth, e.g. TDP")
    .addOption(
      new Option("--assembly <build>", "genome build; inferred when absent").choices([
        ...assemblies,
      ]),
    )
    .option("--biopsy-site <site>", "where the metastasis was, e.g. liver");
}

function addReadingOptions(command: Command): Command {
  return command
    .option(
      "--fasta <file>",
      "genome of the case's build, with .fai (and .gzi), to call consequences on",
    )
    .option("--gff <file>", "GFF3 of the transcripts to call on, instead of ours; needs --fasta")
    .option("--reannotate", "prefer our own call of a consequence to the file's annotation", false)
    .option("--no-models", "call no consequences: only the file and the knowledgebase speak")
    .option("--include-filtered", "use calls that failed the caller's filters", false)
    .option("--strict", "refuse a file at its first unreadable record", false)
    .option("--allow-truncated", "use a BGZF file whose end marker is missing", false)
    .option("--no-index", "read the whole file, also where a .tbi or .csi lies beside it");
}

function addKnowledgebaseOptions(command: Command): Command {
  return command
    .option(
      "--kb <path>",
      "knowledgebase folder or built file, or ours for the bundled one (the default); repeatable, each over the one before",
      collect,
      [],
    )
    .option("--as-of <date>", "leave out of the knowledgebase what is dated later", dayText)
    .option("--kb-max-age <days>", "refuse an older knowledgebase", wholeNumber)
    .option("--kb-sha256 <digest>", "refuse a knowledgebase of another content", digestText);
}
