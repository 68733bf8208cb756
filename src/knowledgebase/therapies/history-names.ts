/**
 * Short names, brands and regimens as they stand in a patient's history, which are no name of any record of the knowledgebase. Each is a name or
 * the listed parts of a concept of the NCI Thesaurus, but for T-DXd, Dato-DXd, ATO, Truqap and shortened words (pembro), which papers and the label
 * write. Shortened words of which one means two drugs (pem: pemetrexed or pembrolizumab) are not listed. Of a regimen what only supports it (folinic acid, prednisone)
 * is left out: a tumor that grew under it resists the others.
 */
import type { TherapyEntity } from "../schema/schema.ts";

interface HistoryName {
  readonly names: readonly string[];
  /** By id. A drug that the knowledgebase does not have is in no target that it could mark. */
  readonly drugs: readonly string[];
}

const historyNames: readonly HistoryName[] = [
  { names: ["T-DXd", "DS-8201", "DS-8201a"], drugs: ["trastuzumab-deruxtecan"] },
  { names: ["T-DM1"], drugs: ["trastuzumab-emtansine"] },
  { names: ["Dato-DXd"], drugs: ["datopotamab-deruxtecan"] },
  { names: ["Truqap"], drugs: ["capivasertib"] },
  { names: ["Trazimera", "Kanjinti"], drugs: ["trastuzumab"] },
  { names: ["Phesgo"], drugs: ["pertuzumab", "trastuzumab"] },
  { names: ["Opdualag"], drugs: ["nivolumab"] },
  { names: ["5-FU", "5-fluorouracil"], drugs: ["fluorouracil"] },
  { names: ["nab-paclitaxel", "Abraxane"], drugs: ["paclitaxel"] },
  {
    names: ["Adriamycin", "Doxil", "Caelyx", "pegylated liposomal doxorubicin"],
    drugs: ["doxorubicin"],
  },
  { names: ["Alimta"], drugs: ["pemetrexed"] },
  { names: ["Onivyde"], drugs: ["irinotecan"] },
  { names: ["Bosulif"], drugs: ["bosutinib"] },
  { names: ["Zytiga"], drugs: ["abiraterone"] },
  { names: ["ATRA", "all-trans retinoic acid"], drugs: ["tretinoin"] },
  { names: ["ATO"], drugs: ["arsenic-trioxide"] },
  { names: ["pembro"], drugs: ["pembrolizumab"] },
  { names: ["nivo"], drugs: ["nivolumab"] },
  { names: ["ipi"], drugs: ["ipilimumab"] },
  { names: ["atezo"], drugs: ["atezolizumab"] },
  { names: ["bev"], drugs: ["bevacizumab"] },
  { names: ["carbo"], drugs: ["carboplatin"] },
  { names: ["gem"], drugs: ["gemcitabine"] },
  {
    names: ["FOLFOX", "FOLFOX-4", "FOLFOX-6", "mFOLFOX6", "FOLFOX-7"],
    drugs: ["folfox-regimen", "folfox-4-regimen", "fluorouracil", "oxaliplatin"],
  },
  { names: ["FOLFIRI"], drugs: ["folfiri-regimen", "fluorouracil", "irinotecan"] },
  {
    names: ["FOLFIRINOX", "mFOLFIRINOX", "modified FOLFIRINOX", "FOLFOXIRI"],
    drugs: ["fluorouracil", "irinotecan", "oxaliplatin"],
  },
  { names: ["CAPOX", "CAPEOX", "XELOX"], drugs: ["capecitabine", "oxaliplatin"] },
  { names: ["XELIRI", "CAPIRI"], drugs: ["capecitabine", "irinotecan"] },
  { names: ["5-FU/LV", "LV5FU2"], drugs: ["fluorouracil"] },
  { names: ["GemCis"], drugs: ["cisplatin", "gemcitabine"] },
  { names: ["CMF"], drugs: ["cyclophosphamide", "fluorouracil", "methotrexate"] },
  { names: ["TAC"], drugs: ["cyclophosphamide", "docetaxel", "doxorubicin"] },
  { names: ["DCF", "TPF"], drugs: ["cisplatin", "docetaxel", "fluorouracil"] },
  { names: ["ECF"], drugs: ["cisplatin", "epirubicin", "fluorouracil"] },
  { names: ["ECX"], drugs: ["capecitabine", "cisplatin", "epirubicin"] },
  { names: ["EOX"], drugs: ["capecitabine", "epirubicin", "oxaliplatin"] },
  { names: ["FLOT"], drugs: ["docetaxel", "fluorouracil", "oxaliplatin"] },
  { names: ["GEMOX"], drugs: ["gemcitabine", "oxaliplatin"] },
  { names: ["FEC"], drugs: ["cyclophosphamide", "epirubicin", "fluorouracil"] },
  { names: ["AC-T"], drugs: ["cyclophosphamide", "doxorubicin", "paclitaxel"] },
  { names: ["TCH"], drugs: ["carboplatin", "docetaxel", "trastuzumab"] },
  { names: ["TCHP"], drugs: ["carboplatin", "docetaxel", "pertuzumab", "trastuzumab"] },
  { names: ["CHOP", "R-CHOP"], drugs: ["cyclophosphamide", "doxorubicin"] },
  { names: ["MVAC", "M-VAC"], drugs: ["cisplatin", "doxorubicin", "methotrexate"] },
  { names: ["BEP"], drugs: ["cisplatin", "etoposide"] },
  { names: ["ABVD"], drugs: ["doxorubicin"] },
];

const byName: ReadonlyMap<string, readonly string[]> = new Map(
  historyNames.flatMap(({ names, drugs }) => names.map((name) => [fold(name), drugs] as const)),
);

/** What such a name means, of the drugs that the knowledgebase has; empty where it is none of them. */
export function drugsOfHistoryName(
  name: string,
  therapies: ReadonlyMap<string, TherapyEntity>,
): TherapyEntity[] {
  const ids = byName.get(fold(name)) ?? byName.get(fold(name.replace(/\s+regimen$/iu, ""))) ?? [];
  return ids.flatMap((id) => therapies.get(id) ?? []);
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "");
}

/** When and why it was given, a dose and what follows it, the four letters that the FDA adds to a biological, and the salt. */
const additions =
  /\s+\(?(?:biosimilar|weekly|monotherapy|maintenance|adjuvant|neoadjuvant)\)?$|\s+\d[\d.,]*\s*(?:mg|g|µg|mcg|AUC|units?)\b.*$|\s+AUC\s*\d.*$|-[a-z]{4}$|\s+(?:acetate|besylate|di(?:hydrochloride|maleate|tosylate)|disodium|fumarate|hydrochloride|malate|maleate|mesylate|phosphate|s-malate|succinate|sulfate|tosylate)$/iu;

/** The names of a drug that may be meant by one with its dose, its salt or its suffix, the fuller ones first. */
export function namesWithoutAdditions(name: string): string[] {
  const plain = name
    .trim()
    .replace(/^(?:(?:fam|ado)-|(?:weekly|adjuvant|neoadjuvant|maintenance)\s+)/iu, "");
  const bare = plain.replace(additions, "");
  const less = bare.replace(additions, "");
  return [...new Set([plain, bare, less])].filter((each) => each !== name.trim() && each !== "");
}
