/** The entry of a thread that scans slabs of a VCF: `vcf-scan-slab.ts` says what it does. */
import { serveTasks } from "../io/serve-tasks.ts";
import { makeSlabScan } from "./vcf-scan-slab.ts";

serveTasks((setup: Parameters<typeof makeSlabScan>[0]) => {
  const scan = makeSlabScan(setup);
  return (slab: Parameters<typeof scan>[0]) => {
    const answer = scan(slab);
    const kept = answer.inner?.bytes.buffer;
    return { answer, transfer: kept instanceof ArrayBuffer ? [kept] : [] };
  };
});
