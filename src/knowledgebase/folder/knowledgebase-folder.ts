import type { GenomeModels } from "../../annotate/models/transcript.ts";
import type { Assembly } from "../../model/locus.ts";
import type { ProblemWhere } from "../../model/problem.ts";
import type {
  DiseasesFile,
  DocumentsFile,
  GeneFile,
  GenesFile,
  Manifest,
  TherapiesFile,
} from "../schema/schema.ts";
import type { Content } from "../content.ts";
import type { OverridesFile } from "../schema/schema-overrides.ts";
import type { VerificationFile } from "../schema/schema-verification.ts";
import type { JsonPath } from "./strict-json.ts";

/** A file whose shape is right, and the way back to the lines of its text. */
export interface SourceFile<T> {
  readonly name: string;
  readonly data: T;
  /** The data with entries that were left out for their faults, as places count them; absent where none was. */
  readonly whole?: unknown;
  readonly where: (path: JsonPath, at?: "value" | "key") => ProblemWhere;
}

/** Transcripts and coding sequences of a build. */
export type GeneModels = (assembly: Assembly) => GenomeModels;

/** Every file of a knowledgebase folder, as the checks see it. */
export interface KnowledgebaseFolder {
  readonly manifest: SourceFile<Manifest>;
  readonly therapies: SourceFile<TherapiesFile>;
  readonly diseases: SourceFile<DiseasesFile>;
  readonly documents: SourceFile<DocumentsFile>;
  readonly genes: SourceFile<GenesFile>;
  /** The sound ones. */
  readonly statements: readonly SourceFile<GeneFile>[];
  readonly overrides: SourceFile<OverridesFile>;
  /** Without rules where the folder has no such file. */
  readonly verification: SourceFile<VerificationFile>;
  /** Null where the check of coordinates by sequence is not asked for. */
  readonly models: GeneModels | null;
  /** What the layers below describe; null for a knowledgebase that stands alone. */
  readonly below: Content | null;
  /** False when a statement file is left out because of its own faults: what it names is not known. */
  readonly isComplete: boolean;
}

/** What the files of a folder say. */
export function contentOf(folder: KnowledgebaseFolder): Content {
  const { manifest, genes, therapies, diseases, documents, statements, overrides, verification } =
    folder;
  return {
    manifest: manifest.data,
    genes: genes.data.genes,
    therapies: therapies.data.therapies,
    diseases: diseases.data,
    documents: documents.data.documents,
    statements: statements.map((file) => file.data),
    ...(overrides.data.overrides.length === 0 ? {} : { overrides: overrides.data.overrides }),
    ...(verification.data.rules.length === 0 ? {} : { verificationRules: verification.data.rules }),
  };
}
