/** What an index of a BGZF file is called behind the name of the file, in the order in which they are looked for. */
export const indexSuffixes = [".tbi", ".csi"];
