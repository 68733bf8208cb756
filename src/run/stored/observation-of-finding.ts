/** A finding of a stored report, as the observation that it was made of. */
import { parseProteinChange } from "../../annotate/protein-change.ts";
import { rowInId } from "../../annotate/proteins/name-measured.ts";
import type { Alteration, TranscriptConsequence } from "../../model/alteration.ts";
import {
  commonFrom,
  copyNumberChanges,
  exonChanges,
  molecules,
  signatureMarkers,
} from "../../model/alteration.ts";
import { assemblies, type Allele } from "../../model/locus.ts";
import type { Observation } from "../../model/observation.ts";
import type { Finding } from "../../model/report.ts";
import { sharedGenesOf } from "../../model/shared-genes.ts";

/**
 * Rebuilds what the report keeps of an observation: its allele and the consequence that was shown. Other transcripts are not
 * in a report. Null for a finding of a kind or form that cannot be rebuilt.
 */
export function observationOfFinding(finding: Finding): Observation | null {
  const alteration = readAlteration(finding);
  if (alteration === null) return null;
  const { observation, label, gene, support, provenance } = finding;
  return { id: observation, label, gene, alteration, support, provenance };
}

function readAlteration(finding: Finding): Alteration | null {
  switch (finding.kind) {
    case "small-variant":
      return readSmallVariant(finding);
    case "expression":
      return readExpression(finding);
    case "copy-number":
      return readCopyNumber(finding);
    case "fusion":
      return readFusion(finding);
    case "exon-change":
      return readExonChange(finding);
    case "signature":
      return readSignature(finding);
    case "ihc":
      return readStainResult(finding);
  }
}

/** The id is `small-variant:GRCh38:7:140753336:A:T`, or `small-variant:named:BRAF:V600E` without an allele. */
function readSmallVariant(finding: Finding): Alteration | null {
  if (finding.observation.startsWith("small-variant:named:")) return withPlace(finding, null);
  const [, build, contig, position, ref, alt] = finding.observation.split(":");
  const assembly = assemblies.find((name) => name === build);
  if (assembly === undefined || !contig || !ref || !alt || !/^\d+$/.test(position ?? ""))
    return null;
  return withPlace(finding, { assembly, contig, position: Number(position), ref, alt });
}

function withPlace(finding: Finding, allele: Allele | null): Alteration {
  return {
    kind: "small-variant",
    allele,
    consequences: readConsequence(finding),
    // Tier IV is what a report keeps of the frequency: it is at least this.
    populationFrequency: finding.amp.tier === "IV" ? commonFrom : null,
  };
}

/** The description is `7:140753336 A>T (GRCh38); ENST00000646891.2:c.1799T>A; p.V600E`. */
function readConsequence(finding: Finding): TranscriptConsequence[] {
  const { gene, transcript, consequences, description } = finding;
  if (gene === null || consequences.length === 0) return [];
  const parts = description.split("; ");
  return [
    {
      gene,
      transcript,
      terms: consequences,
      proteinChange:
        parseProteinChange(/^p\..+$/.exec(parts.at(-1) ?? "")?.[0] ?? "")?.text ?? null,
      codingChange: parts.map((part) => /(?:^|:)([cn]\..+)$/.exec(part)?.[1]).find(Boolean) ?? null,
      exon: null,
      preferred: true,
      source: "CSQ",
    },
  ];
}

/** The id is `expression:protein:ERBB2:up`, `expression:phosphosite:ERBB2 Y1248:up`, or of a row of several genes as `rowInId` has it. */
function readExpression({ observation, gene, support }: Finding): Alteration | null {
  const [, name, row = "", direction] = observation.split(":");
  const molecule = molecules.find((each) => each === name);
  if (gene === null || molecule === undefined) return null;
  if (direction !== "up" && direction !== "down") return null;
  const named = rowInId(gene, sharedGenesOf({ support }) ?? undefined);
  const site = row.startsWith(`${named} `) ? { site: row.slice(named.length + 1) } : {};
  return { kind: "expression", gene, molecule, ...site, direction };
}

/** The description is `amplification, 8 copies`, with more that `describeFinding` adds. */
function readCopyNumber({ gene, description }: Finding): Alteration | null {
  const [stated = ""] = description.split("; ");
  const [word, ...facts] = stated.split(", ");
  const change = copyNumberChanges.find((name) => name === word);
  if (gene === null || change === undefined) return null;
  const numberIn = (pattern: RegExp): number | null => {
    const found = facts.map((fact) => pattern.exec(fact)?.[1]).find(Boolean);
    return found === undefined ? null : Number(found);
  };
  const ploidy = numberIn(/^ploidy ([\d.]+)$/);
  const share = numberIn(/^in (\d+)% of the transcript$/);
  const isPart = share !== null || facts.includes("in a part of the gene");
  return {
    kind: "copy-number",
    gene,
    change,
    copies: numberIn(/^([\d.]+) copies$/),
    ...(ploidy === null ? {} : { ploidy }),
    ...(facts.includes("not adjusted for purity") ? { adjusted: false } : {}),
    ...(facts.includes("one allele lost") ? { oneAlleleLost: true } : {}),
    ...(isPart ? { part: { share: share === null ? null : share / 100, coding: null } } : {}),
  };
}

/** The description begins with `EML4::ALK`; `?` is a partner that was not known. */
function readFusion({ description }: Finding): Alteration | null {
  const found = /^([^\s,;]+?)::([^\s,;]+)/.exec(description);
  if (found === null) return null;
  const [fivePrime = null, threePrime = null] = found
    .slice(1)
    .map((name) => (name === "?" ? null : name));
  const says = (words: string): boolean => description.includes(words);
  const kinaseDomain = /kinase domain (kept|lost)/.exec(description)?.[1];
  return {
    kind: "fusion",
    fivePrime,
    threePrime,
    inFrame: readFrame(description) ?? null,
    ...(says("promoter swap") ? { promoterSwap: true } : {}),
    ...(says("both products seen") ? { reciprocal: true } : {}),
    ...(says("order of the partners not stated") ? { ordered: false } : {}),
    ...(says("orientation not known") ? { open: "orientation" } : {}),
    ...(says("partner not known") ? { open: "partner" } : {}),
    ...(kinaseDomain === "kept" || kinaseDomain === "lost" ? { kinaseDomain } : {}),
  };
}

/** The description is `deletion of exons 2-7`, `duplication of exon 4` or `deletion of exons`. */
function readExonChange({ gene, description }: Finding): Alteration | null {
  const found = /^(deletion|duplication) of exons?(?: (\d+)(?:-(\d+))?)?/.exec(description);
  const change = exonChanges.find((name) => name === found?.[1]);
  if (gene === null || found === null || change === undefined) return null;
  const [, , from, to = from] = found;
  const exons = from === undefined ? null : { from: Number(from), to: Number(to) };
  const inFrame = readFrame(description);
  return {
    kind: "exon-change",
    gene,
    change,
    exons,
    ...(inFrame === undefined ? {} : { inFrame }),
    ...(description.includes("one of them in part") ? { partial: true } : {}),
  };
}

/** Undefined where the description does not say. */
function readFrame(description: string): boolean | undefined {
  if (description.includes("out of frame")) return false;
  return description.includes("in frame") ? true : undefined;
}

/** Statuses as a description ends with them, before the method. */
const statuses = ["high", "low", "stable", "deficient", "proficient", "present", "absent"];

/** The id is `signature:MSI:high` or `signature:virus:HPV16:present`; the description `38.4 mutations/Mb; high; FoundationOne CDx`. */
function readSignature({ observation, support, description }: Finding): Alteration | null {
  const [, name, which] = observation.split(":");
  const marker = signatureMarkers.find((each) => each === name);
  if (marker === undefined || support.kind !== "value") return null;
  const { value, unit, method } = support;
  const isNamed = marker === "signature" || marker === "virus";
  const status = description.split("; ").find((part) => statuses.includes(part)) ?? null;
  return {
    kind: "signature",
    marker,
    name: isNamed ? (which ?? null) : null,
    value,
    unit,
    status,
    method,
  };
}

/** The label is `HER2 IHC 3+` or `HER2 ISH 2.3 ratio`; the description `3+; HercepTest; clone 4B5`. */
function readStainResult({ label, gene, support, description }: Finding): Alteration | null {
  const found = /^(.+) (?:IHC|ISH) (.+)$/.exec(label);
  if (found === null || support.kind !== "value") return null;
  const [, marker = "", scored = ""] = found;
  const { unit } = support;
  const stainedBy = description.startsWith(`${scored}; `)
    ? description.slice(scored.length + 2)
    : "";
  const [, assay = "", clone = null] = /^(.*?)(?:(?:^|; )clone (.+))?$/.exec(stainedBy) ?? [];
  return {
    kind: "ihc",
    marker,
    gene,
    score: unit === null ? scored : scored.slice(0, -unit.length - 1),
    unit,
    assay: assay === "" ? null : assay,
    clone,
  };
}
