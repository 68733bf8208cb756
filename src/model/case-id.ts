/** The name of a case is a pseudonym: one rule for case files, sheets, the command line and the record of responses. */
import { isCommonName } from "./common-names.ts";
import { holdsNationalNumber, isNationalNumber } from "./national-number.ts";

/** Characters of an id. */
export const caseIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Words that stand capitalized in names of samples; beside one of them two words are no person. */
const wordsOfTheTrade = new Set(
  (
    "adrenal ascites biopsy bladder blood bone bowel brain breast cancer case cell cells colon colorectal cohort control demo donor exome " +
    "female gastric germline head kidney lesion line liver lung lymph male melanoma metastasis neck node normal ovary pancreas panel " +
    "patient pleura primary prostate proteome relapse replicate run sample sarcoma skin spleen stomach study subject test tissue trial " +
    "tumor tumour uterus"
  ).split(" "),
);

/**
 * Why an id that is well formed would still tell who the patient is, as half a sentence; null for a pseudonym. Refused are:
 * a national number; two to four capitalized words of letters alone (`Ola.Nordmann`), unless one is a word of the trade; a common
 * name of a person, alone or with other words, in any case (`kari_hansen`, `KariHansen`, `hansen-2`). Codes with digits in their words pass.
 */
export function findPersonalId(id: string): string | null {
  if (isNationalNumber(id) || holdsNationalNumber(id))
    return "looks like a national identity number";
  const parts = id.split(/[._-]+/u).filter((part) => part !== "");
  const isSpelled = parts.length >= 2 && parts.length <= 4;
  const isFullName = isSpelled && parts.every((part) => /^[A-Z][a-z]+$/u.test(part));
  if (isFullName && !parts.some((part) => wordsOfTheTrade.has(part.toLowerCase()))) {
    return "looks like a person's name";
  }
  const words = parts
    .flatMap((part) => part.split(/(?<=[a-z])(?=[A-Z])/u))
    .filter((word) => /^[A-Za-z]+$/u.test(word));
  return words.some(isCommonName) ? "looks like a person's name" : null;
}

/** Says what to do instead; printed wherever an id is refused. */
export const pseudonymHint =
  "Use the study's pseudonym, a code with a digit in it such as MA-017, and keep the key apart.";

/** What is wrong with an id, as half a sentence; null for one that can be used. */
export function findCaseIdFault(id: string): string | null {
  if (!caseIdPattern.test(id)) {
    return "is not 1 to 64 of A-Z a-z 0-9 . _ - that begin with a letter or digit";
  }
  return findPersonalId(id);
}
