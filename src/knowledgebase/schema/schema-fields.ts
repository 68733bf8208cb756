/** Fields that several knowledgebase files share. */
import * as z from "zod";
import { textField } from "../../constraints/constraint-fields.ts";

/** The file's own schema, for completion in editors. */
export const $schema = z
  .string()
  .optional()
  .describe("path or address of the JSON Schema of this file, for editors");

export const httpsUrl = z.url({ protocol: /^https$/ }).describe("https only");

export const dayField = z.iso
  .date("expected a day of the calendar, YYYY-MM-DD")
  .describe("a day of the calendar, YYYY-MM-DD");

/** Sources often know the month or the year only; a made-up day would be a made-up fact. */
export const dateField = textField(
  z,
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  "YYYY-MM-DD, or YYYY-MM or YYYY where no more is known",
);

export const label = textField(
  z,
  /^(?! )[^\u0000-\u001F\u007F-\u009F]{1,200}(?<! )$/u,
  "text of 1 to 200 characters without blanks around it",
);

export const diseaseId = textField(
  z,
  /^(DOID:\d+|ONCOTREE:[A-Z0-9/_-]+|METACTION:[a-z0-9]+(-[a-z0-9]+)*)$/,
  "DOID:n, ONCOTREE:CODE or METACTION:name",
);

export const therapyId = textField(
  z,
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  "the kebab-case of a preferred name",
);

export const variantId = textField(z, /^[A-Za-z0-9-]+:[^\s"<>]+$/, "GENE:name without blanks");

export const statementId = textField(
  z,
  /^[a-z][a-z0-9-]*:[A-Za-z0-9._-]+$/,
  "source:record, e.g. civic:EID1409",
);

/** The first five kinds say where they can be read; labels and guidelines are described in documents.json. */
export const documentId = textField(
  z,
  /^(PMID:[1-9]\d{0,8}|PMC:PMC\d+|ASCO:\d+|NCT:NCT\d{8}|DOI:10\.[^\s"<>]+|(LABEL|GUIDELINE):[a-z0-9]+(-[a-z0-9]+)*)$/,
  "PMID:n, PMC:PMCn, ASCO:n, NCT:NCTn, DOI:10.n/…, LABEL:name or GUIDELINE:name",
);

export const describedDocumentId = textField(
  z,
  /^(LABEL|GUIDELINE):[a-z0-9]+(-[a-z0-9]+)*$/,
  "LABEL:name or GUIDELINE:name",
);
