import { fileURLToPath } from "node:url";

/** Path of the built knowledgebase that ships with the program. */
export function bundledKnowledgebase(): string {
  return fileURLToPath(new URL("../knowledgebase.json", import.meta.url));
}

/** Path of the gene models that ship with the program. */
export function bundledModels(): string {
  return fileURLToPath(new URL("../gene-models.txt", import.meta.url));
}

/** Path of the accessions of genes and proteins that ship with the program. */
export function bundledIdentifiers(): string {
  return fileURLToPath(new URL("../gene-identifiers.txt", import.meta.url));
}

/** Path of the cases that ship with the program; each is a folder with a `case.json`. */
export function bundledCases(): string {
  return fileURLToPath(new URL("../../fixtures/cases", import.meta.url));
}

/** The module that worker threads start from. */
export function workerEntry(): URL {
  return new URL("./worker.cjs", import.meta.url);
}

/** The module that the threads of a run over many samples start from. */
export function batchWorkerEntry(): URL {
  return new URL("./batch-worker.cjs", import.meta.url);
}
