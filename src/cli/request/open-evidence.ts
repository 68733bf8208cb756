import { fileSource } from "../../io/byte-source.ts";
import type { EvidenceInput } from "../../model/evidence-input.ts";
import { refuse } from "../../model/refusal.ts";
import type { EvidenceRequest, EvidenceRequests } from "../../run/case-request.ts";
import { fileKeys } from "./evidence-keys.ts";
import { pathBeside } from "./path-beside.ts";
import { refusePipe } from "./refuse-pipe.ts";

/** Options of the command line that name files beside variants and proteins. */
export type EvidenceOptions = {
  readonly [Kind in keyof EvidenceRequests as (typeof fileKeys)[Kind]]?: readonly string[];
} & {
  /** What the case is called in the files of each kind. */
  readonly [Kind in keyof EvidenceRequests as `${(typeof fileKeys)[Kind]}Sample`]?: string;
};

/** The files of each kind, as `of` opens them. */
export function mapEvidence(
  of: (kind: keyof EvidenceRequests) => readonly EvidenceRequest[],
): EvidenceRequests {
  return {
    copyNumber: of("copyNumber"),
    structuralVariants: of("structuralVariants"),
    fusions: of("fusions"),
    status: of("status"),
    ihc: of("ihc"),
    callable: of("callable"),
    prior: of("prior"),
    outside: of("outside"),
  };
}

/** Opens the files of evidence that the command line names. Throws Refusal "input" for a pipe, "usage" for a sample of no file. */
export async function openEvidence(options: EvidenceOptions): Promise<EvidenceRequests> {
  for (const key of Object.values(fileKeys)) {
    if (options[`${key}Sample`] !== undefined && (options[key] ?? []).length === 0) {
      throw refuse("usage", `${key}-missing`, `--${key}-sample names a sample of no file`, {
        hint: `Give the file with --${key} FILE; in a case file its sample stands beside it.`,
      });
    }
    for (const path of options[key] ?? []) await refusePipe(path);
  }
  return mapEvidence((kind) => {
    const sample = options[`${fileKeys[kind]}Sample`];
    return (options[fileKeys[kind]] ?? []).map((path) => ({
      source: fileSource(path),
      ...(sample === undefined ? {} : { sample }),
    }));
  });
}

/** The files of these fields of a case file, their paths taken relative to `folder`. */
export function openListed(
  files: Partial<
    Record<(typeof fileKeys)[keyof EvidenceRequests], readonly EvidenceInput[] | undefined>
  >,
  folder: string,
): EvidenceRequests {
  return mapEvidence((kind) =>
    (files[fileKeys[kind]] ?? []).map(({ file, ...input }) => ({
      ...input,
      source: fileSource(pathBeside(folder, file)),
    })),
  );
}
