import { makeLongReader, type LongLayout, type ReadCell } from "./long-groups.ts";

/** Names of the same column in Olink's exports over the years. */
const names = {
  sample: ["SampleID", "Sample_ID"],
  warning: ["QC_Warning", "SampleQC", "Sample_QC"],
  assayWarning: ["Assay_Warning", "AssayQC"],
  lod: ["LOD", "LOD_Plate", "Plate LOD", "Plate_LOD", "MaxLOD", "Max LOD"],
  type: ["Sample_Type", "SampleType"],
} as const;

/** What a sample that is measured to control a plate is called, by its id or by its type. */
export const olinkControl =
  /^(?:CONTROL|SC|PC|NC|IPC|NEG|NEGATIVE|PLATE_CONTROL|SAMPLE_CONTROL)(?:[_ -]|\d|$)/i;
/** What stands for a sample or an assay that passed Olink's quality control, in lower case. */
export const olinkPassed: ReadonlySet<string> = new Set(["pass", "na", ""]);
export const belowLimit =
  "values of the case that are below the limit of detection, which count as not detected";

/** Olink Explore and Target, long format, as Olink's NPX software exports it. NPX is a log2 scale. */
export const olink = makeLongReader({
  id: "olink-npx",
  title: "Olink NPX, one row for each sample and assay",
  columns: [
    { name: "SampleID", meaning: "sample; controls are set aside", required: true },
    { name: "OlinkID", meaning: "assay of one panel", required: true },
    { name: "Assay", meaning: "protein", required: true },
    { name: "UniProt", meaning: "accessions, asked where the assay is no symbol", required: true },
    { name: "NPX", meaning: "value, log2", required: true },
    {
      name: "QC_Warning",
      meaning: "rows that did not pass are set aside; likewise Assay_Warning",
      required: false,
    },
    {
      name: "LOD",
      meaning:
        "limit of detection; also named Plate LOD or Max LOD. NPX of the case below it is not detected",
      required: false,
    },
  ],
  layoutOf(columns): LongLayout | null {
    const find = (candidates: readonly string[]): number =>
      candidates.map((name) => columns.indexOf(name)).find((index) => index !== -1) ?? -1;
    const [assay, id, uniProt, value] = ["Assay", "OlinkID", "UniProt", "NPX"].map((name) =>
      columns.indexOf(name),
    ) as [number, number, number, number];
    const sample = find(names.sample);
    if ([assay, id, uniProt, value, sample].includes(-1)) return null;
    const type = find(names.type);
    const warnings = [find(names.warning), find(names.assayWarning)].filter(
      (index) => index !== -1,
    );
    const lod = find(names.lod);
    return {
      sample,
      value,
      quantity: "NPX",
      stated: { scale: "npx", by: "column NPX" },
      keyOf: (cells) => ({
        key: cells[id] ?? "",
        gene: cells[assay] ?? "",
        // A complex has several, parted by underscores.
        accessions: (cells[uniProt] ?? "").replaceAll("_", ";"),
      }),
      setAside: (cells) => {
        const kind = type === -1 ? "" : (cells[type] ?? "").trim().toLowerCase();
        // `PC12` is a patient of prostate cancer as well, where the file says that it is a sample.
        const isControl =
          kind.includes("control") || (kind !== "sample" && olinkControl.test(cells[sample] ?? ""));
        if (isControl) return "control sample";
        const failed = warnings.some(
          (index) => !olinkPassed.has((cells[index] ?? "").toLowerCase()),
        );
        return failed ? "quality warning" : null;
      },
      ...(lod === -1
        ? {}
        : {
            remarkOf: (_: readonly string[], read: ReadCell) =>
              read(value) < read(lod) ? belowLimit : null,
            detection: {
              by: `NPX below column ${columns[lod] ?? ""}`,
              isBelow: (_: readonly string[], read: ReadCell) => read(value) < read(lod),
            },
          }),
    };
  },
});
