import { readSites } from "../names/protein-row-name.ts";
import { makeLongReader, type LongKey, type LongLayout } from "./long-groups.ts";

/** A site of MSstatsPTM behind its protein: `P04626_Y1248`, `P00533_S991_T993`. */
const siteBehind = /^(.+?)_([STY]\d+(?:[_;]?[STY]\d+)*)$/;

function keyOf(protein: string): LongKey {
  const [, name, residues = ""] = siteBehind.exec(protein) ?? [];
  const site = name === undefined ? "" : readSites(residues.replaceAll(/[_;]/g, ""));
  return { key: protein, gene: "", accessions: site === "" ? protein : (name ?? ""), site };
}

/** MSstats' own words for a channel that normalizes the others, and for one without a sample. */
const noSamples: ReadonlySet<string> = new Set(["Norm", "Empty"]);

const protein = {
  name: "Protein",
  meaning:
    "accessions, or entries of a FASTA; with a residue behind it (P04626_Y1248) a phosphosite",
  required: true,
} as const;

/**
 * MSstats, `ProteinLevelData` of `dataProcess` (older versions: `RunlevelData`), saved as a table: a row for each protein and run. `LogIntensities` are
 * log2 unless the user asked for log10. Source: MSstats' documentation of `dataProcess`.
 */
export const msstats = makeLongReader({
  id: "msstats",
  title: "MSstats ProteinLevelData of dataProcess, one row for each protein and run",
  columns: [
    protein,
    { name: "LogIntensities", meaning: "value, log2 or log10 by its size", required: true },
    { name: "originalRUN", meaning: "run; RUN where there is none", required: true },
    { name: "SUBJECT", meaning: "whom the run is of; may name the case as well", required: false },
    {
      name: "MissingPercentage",
      meaning: "1 sets the row aside: all of its features were imputed",
      required: false,
    },
    { name: "NumImputedFeature", meaning: "said of the case's values", required: false },
  ],
  layoutOf(columns): LongLayout | null {
    const at = (...names: readonly string[]): number =>
      names.map((name) => columns.indexOf(name)).find((index) => index !== -1) ?? -1;
    const [named, value, sample] = [at("Protein"), at("LogIntensities"), at("originalRUN", "RUN")];
    if ([named, value, sample].includes(-1)) return null;
    const subject = at("SUBJECT_ORIGINAL", "SUBJECT");
    const [missing, imputed] = [at("MissingPercentage"), at("NumImputedFeature")];
    return {
      sample,
      ...(subject === -1 ? {} : { subject }),
      value,
      quantity: "LogIntensities",
      isIntensity: true,
      keyOf: (cells) => keyOf((cells[named] ?? "").trim()),
      setAside: (_, read) =>
        missing !== -1 && read(missing) >= 1
          ? "no feature of the protein measured in the run"
          : null,
      remarkOf: (_, read) =>
        imputed !== -1 && read(imputed) > 0
          ? "values of the case that MSstats summarized with features that it imputed"
          : null,
    };
  },
});

/** MSstatsTMT, `ProteinLevelData` of `proteinSummarization`. Abundances are log2. Source: its documentation (`quant.pd.msstats`). */
export const msstatsTmt = makeLongReader({
  id: "msstats-tmt",
  title: "MSstatsTMT ProteinLevelData, one row for each protein and channel",
  columns: [
    protein,
    { name: "Abundance", meaning: "value, log2", required: true },
    { name: "Run", meaning: "run; with the channel behind it a sample", required: true },
    { name: "Channel", meaning: "channel of the run", required: true },
    {
      name: "BioReplicate",
      meaning: "whom the channel is of; may name the case as well",
      required: true,
    },
    { name: "Condition", meaning: "Norm and Empty are set aside", required: true },
  ],
  layoutOf(columns): LongLayout | null {
    const names = ["Protein", "Abundance", "Run", "Channel", "BioReplicate", "Condition"] as const;
    const found = names.map((name) => columns.indexOf(name));
    if (found.includes(-1)) return null;
    const [named = -1, value = -1, sample = -1, channel = -1, subject = -1, condition = -1] = found;
    return {
      sample,
      channel,
      subject,
      value,
      quantity: "Abundance",
      stated: { scale: "log2-intensity", by: "column Abundance of MSstatsTMT" },
      keyOf: (cells) => keyOf((cells[named] ?? "").trim()),
      setAside: (cells) => {
        const kind = (cells[condition] ?? "").trim();
        return noSamples.has(kind) ? `channel of condition ${kind}` : null;
      },
    };
  },
});
