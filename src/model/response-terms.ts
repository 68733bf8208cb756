/** The words of the record of responses, apart from its schema: the command line lists them without starting zod. */

/** A is the last line of therapy before the biopsy, B the one that was chosen by it. */
export const periods = ["A", "B"] as const;
export type Period = (typeof periods)[number];

export const eventKinds = [
  "target",
  "verification",
  "start",
  "progression",
  "stop",
  "measurement",
  "toxicity",
  "ctdna",
  "rebiopsy",
  "assessment",
  "death",
  "void",
] as const;
export type EventKind = (typeof eventKinds)[number];

export const progressionBases = ["imaging", "clinical", "marker"] as const;
export const stopReasons = [
  "progression",
  "toxicity",
  "patient's choice",
  "physician's choice",
  "completed",
  "death",
  "other",
] as const;
export type StopReason = (typeof stopReasons)[number];
export const nonTargetStates = ["none", "gone", "present", "progressed", "not evaluated"] as const;
export type NonTargetState = (typeof nonTargetStates)[number];
export const deathCauses = ["tumor", "treatment", "other", "unknown"] as const;
export const verificationMethods = [
  "immunohistochemistry",
  "in situ hybridization",
  "second sequencing",
  "RNA",
  "mass spectrometry",
  "other",
] as const;
