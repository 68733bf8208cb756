import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import { contentOf, type KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import { findLayerFaults } from "../load/layer-content.ts";

/** A layer replaces only what it declares, and everything that it declares. */
export function checkLayer(folder: KnowledgebaseFolder): Problem[] {
  const { below, overrides, statements } = folder;
  if (below === null) {
    return overrides.data.overrides.map(({ kind, id }, at) =>
      makeProblem(
        "kb-override-idle",
        "error",
        `The override of the ${kind} "${id}" never fires: nothing lies below.`,
        {
          where: overrides.where(["overrides", at]),
          hint: "Check it as a layer: --over ours; or annotate with --kb ours before it.",
        },
      ),
    );
  }
  return findLayerFaults(below, contentOf(folder)).map(({ code, text, hint, file, path }) => {
    const place = typeof file === "number" ? statements[file] : folder[file];
    return makeProblem(code, "error", text, {
      hint,
      ...(place === undefined ? {} : { where: place.where(path) }),
    });
  });
}
