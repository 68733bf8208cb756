import { writeToStream } from "../io/write-output.ts";
import { readToolVersion } from "./print-version.ts";
import type { Terminal } from "./terminal.ts";

/** How to cite the program, in the Citation File Format 1.2.0. */
export async function printCitation(terminal: Terminal): Promise<void> {
  await writeToStream(terminal.stdout, makeCitation(await readToolVersion()));
}

/** The text of CITATION.cff; the file in the repository is held to it. */
export function makeCitation(version: string): string {
  return `cff-version: 1.2.0
message: If you use this software, please cite it as below.
title: "metaction: ranked drug-target reports of metastatic biopsies"
type: software
authors:
  - name: The metaction contributors
version: ${version}
license: MIT
keywords:
  - precision oncology
  - metastasis
  - actionability
  - proteomics
  - N-of-1
`;
}
