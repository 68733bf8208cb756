/** The entry of every worker thread: what it can be asked to do, by name. */
import { digestFile } from "../io/threads/digest-file.ts";
import { serveTasks } from "../io/threads/serve-tasks.ts";
import { makeSlabScan } from "../read/vcf/scan-slab.ts";

serveTasks({ "digest-file": () => digestFile, "scan-vcf": makeSlabScan });
