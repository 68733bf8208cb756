import type { Disease } from "../knowledgebase/disease-tree.ts";
import type { Knowledgebase, Layer } from "../knowledgebase/knowledgebase.ts";
import type { Report } from "../model/report.ts";
import type { CaseRequest } from "./case-request.ts";
import { describeCohort } from "./proteins/describe-cohort.ts";
import type { InterpretedProteins } from "./interpret-proteins.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";

/** Who and what the report is about, and who decided it. */
export function describeCase(
  request: CaseRequest,
  disease: Disease | null,
  variants: InterpretedVariants | null,
): Report["case"] {
  return {
    id: request.id,
    tumorType:
      disease === null || request.tumorType === undefined
        ? null
        : {
            given: request.tumorType,
            name: disease.name,
            oncotree: disease.oncotree,
            doid: disease.doid,
          },
    biopsySite: request.biopsySite ?? null,
    tumorSample: variants?.tumorSample ?? null,
    assembly: variants?.assembly ?? null,
    annotation: describeAnnotation(variants),
  };
}

function describeAnnotation(variants: InterpretedVariants | null): string {
  if (variants === null) return "no variant file";
  const dialects = variants.header.annotation.map(({ dialect }) => dialect);
  return dialects.length === 0
    ? "none in the file: variants were matched by allele, and named where the knowledgebase knows the allele"
    : `${dialects.join(" and ")} of the file`;
}

/** Every setting that changes the result, by the name of its option. */
export function describeSettings(
  request: CaseRequest,
  variants: InterpretedVariants | null,
  proteins: InterpretedProteins,
): Report["settings"] {
  const settings: Record<string, string | number | boolean> = {
    "allow-truncated": request.allowTruncated,
    "include-filtered": request.includeFiltered,
    strict: request.strict,
  };
  if (request.assembly !== undefined) settings["assembly"] = request.assembly;
  if (request.tumorType !== undefined) settings["tumor-type"] = request.tumorType;
  if (request.tumorAfTag !== undefined) settings["tumor-af-tag"] = request.tumorAfTag;
  if (request.tumorDpTag !== undefined) settings["tumor-dp-tag"] = request.tumorDpTag;
  if (request.purity !== undefined) settings["purity"] = request.purity;
  if (request.callableMb !== undefined) settings["callable-mb"] = request.callableMb;
  if (request.ploidy !== undefined) settings["ploidy"] = request.ploidy;
  if (request.sex !== undefined) settings["sex"] = request.sex;
  Object.assign(settings, describeLesionSettings(request.lesions));
  for (const [what, source] of Object.entries(request.models?.sources ?? {})) {
    settings[what] = source;
  }
  if (request.refget?.source) settings["refget"] = request.refget.source;
  if (variants?.reading === "by index") {
    settings["reading"] =
      "by the index beside the variant file: lines far from every place that the knowledgebase names are not read, counted or checked, and no line is numbered";
  }
  if (variants !== null) settings["allele fraction and depth"] = variants.header.supportRule;
  for (const table of proteins.tables) {
    const own = `cohort ${table.cohortName} (${table.cohortSamples.length} samples)`;
    const references = table.references.map(describeCohort);
    const compared = references.length === 0 ? own : references.join("; ");
    settings[`protein table ${table.file}`] =
      `${table.molecule === "protein" ? "" : `${table.molecule}; `}sample ${table.sample}; ${compared}; scale ${table.scale.name} (${table.scale.decidedBy})`;
  }
  return settings;
}

function describeLesionSettings(lesions: CaseRequest["lesions"]): Report["settings"] {
  if (lesions === undefined) return {};
  return { lesion: lesions.treated.id, "min-alt-reads": lesions.minAltReads };
}

/** What the report says of the knowledgebase: enough to find exactly this content again. */
export function describeKnowledgebase(knowledgebase: Knowledgebase): Report["knowledgebase"] {
  const { version, sha256, statements, sources, layers, asOf } = knowledgebase;
  return {
    version,
    sha256,
    statements: statements.length,
    genes: new Set(statements.map(({ gene }) => gene)).size,
    ...(asOf === undefined ? {} : { asOf }),
    ...(layers.length < 2 ? {} : { layers: layers.map(describeLayer) }),
    sources: sources.map(({ name, date, licence, url }) => ({
      name,
      date,
      licence,
      url,
      statements: statements.filter(({ source }) => source.name === name).length,
    })),
  };
}

function describeLayer({ name, version, sha256, statements }: Layer) {
  return { name, version, sha256, statements };
}
