/** The entry of the threads of a run over many samples. */
import { servePool } from "../../io/threads/serve-pool.ts";
import { startSamples } from "./do-sample.ts";

// As in the program's own entry: no key read from a file can reach Object.prototype in this thread either.
Reflect.deleteProperty(Object.prototype, "__proto__");

servePool(startSamples);
