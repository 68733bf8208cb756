/** One knowledgebase over another one: what the upper one says besides, instead, and not any more. */
import { canonicalJson } from "../canonical-json.ts";
import type { Content } from "../content.ts";
import type { EntryKind, Override } from "../schema/schema-overrides.ts";
import type { JsonPath } from "../folder/strict-json.ts";

/** A fault of a layer, at a place in its content. */
export interface LayerFault {
  readonly code: "kb-override-idle" | "kb-layer-collision";
  readonly text: string;
  readonly hint: string;
  /** `statements` with a number is the gene file of that index. */
  readonly file:
    | "manifest"
    | "genes"
    | "therapies"
    | "diseases"
    | "documents"
    | "overrides"
    | "verification"
    | number;
  readonly path: JsonPath;
}

interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly value: unknown;
  readonly file: LayerFault["file"];
  readonly path: JsonPath;
}

/**
 * An entry of the layer with an id that is taken below has to be declared as an override, and each override has to change
 * something: one that never fires hides that what it was written against is gone.
 */
export function findLayerFaults(below: Content, above: Content): LayerFault[] {
  const lower = indexEntries(below);
  const upper = indexEntries(above);
  const overrides = above.overrides ?? [];
  const replaced = new Set(
    overrides.filter(({ action }) => action === "replace").map(({ kind, id }) => keyOf(kind, id)),
  );
  const collisions = [...upper].flatMap(([key, entry]): LayerFault[] => {
    const taken = lower.get(key);
    if (taken === undefined || replaced.has(key) || isSame(taken, entry)) return [];
    const text = `The ${entry.kind} "${entry.id}" is described below as well, and not in the same way.`;
    const hint = `Declare it in overrides.json (kind "${entry.kind}", action "replace"), or give it an id of its own.`;
    return [{ code: "kb-layer-collision", text, hint, file: entry.file, path: entry.path }];
  });
  const keys = overrides.map(({ kind, id }) => keyOf(kind, id));
  const idle = overrides.flatMap((override, at): LayerFault[] => {
    const isRepeated = keys.indexOf(keyOf(override.kind, override.id)) < at;
    const reason = isRepeated ? "an earlier one has its id" : whyIdle(override, lower, upper);
    if (reason === null) return [];
    const text = `The override of the ${override.kind} "${override.id}" never fires: ${reason}.`;
    const hint = "Remove it, or correct its id.";
    return [{ code: "kb-override-idle", text, hint, file: "overrides", path: ["overrides", at] }];
  });
  return [...collisions, ...idle];
}

function whyIdle(
  { kind, id, action }: Override,
  lower: ReadonlyMap<string, Entry>,
  upper: ReadonlyMap<string, Entry>,
): string | null {
  const [taken, own] = [lower.get(keyOf(kind, id)), upper.get(keyOf(kind, id))];
  if (taken === undefined) return "nothing below has this id";
  if (action === "remove") return own === undefined ? null : "this layer states it itself";
  if (own === undefined) return "this layer has no entry to put in its place";
  return isSame(taken, own) ? "it says what is said below" : null;
}

/** The content of both, where the upper one has its way. Faults are found before this. */
export function layerContent(below: Content, above: Content): Content {
  const overrides = above.overrides ?? [];
  const gone = new Set([
    ...overrides.filter(({ action }) => action === "remove").map(({ id }) => id),
    ...above.statements.flatMap((file) => file.statements.map(({ id }) => id)),
  ]);
  const statements = new Map<string, Content["statements"][number]>();
  for (const file of below.statements) {
    statements.set(file.gene, {
      ...file,
      statements: file.statements.filter(({ id }) => !gone.has(id)),
    });
  }
  for (const file of above.statements) {
    const known = statements.get(file.gene);
    statements.set(file.gene, {
      gene: file.gene,
      variants: merge(known?.variants ?? [], file.variants, ({ id }) => id),
      statements: [...(known?.statements ?? []), ...file.statements],
    });
  }
  return {
    manifest: {
      ...above.manifest,
      version: `${below.manifest.version} + ${above.manifest.version}`,
      date: below.manifest.date > above.manifest.date ? below.manifest.date : above.manifest.date,
      sources: merge(below.manifest.sources, above.manifest.sources, ({ name }) => name),
    },
    genes: merge(below.genes, above.genes, ({ symbol }) => symbol),
    therapies: merge(below.therapies, above.therapies, ({ id }) => id),
    diseases: {
      nodes: merge(below.diseases.nodes, above.diseases.nodes, ({ id }) => id),
      solid: [...new Set([...below.diseases.solid, ...above.diseases.solid])],
    },
    documents: merge(below.documents, above.documents, ({ id }) => id),
    statements: [...statements.values()],
    verificationRules: merge(
      below.verificationRules ?? [],
      above.verificationRules ?? [],
      ({ id }) => id,
    ),
  };
}

function merge<T>(below: readonly T[], above: readonly T[], idOf: (entry: T) => string): T[] {
  const merged = new Map(below.map((entry) => [idOf(entry), entry]));
  for (const entry of above) merged.set(idOf(entry), entry);
  return [...merged.values()];
}

/** Every entry that has an id, by kind and id. */
function indexEntries(content: Content): Map<string, Entry> {
  const index = new Map<string, Entry>();
  const add = <T>(
    list: readonly T[],
    idOf: (value: T) => string,
    place: Pick<Entry, "kind" | "file" | "path">,
  ): void => {
    for (const [at, value] of list.entries()) {
      const id = idOf(value);
      index.set(keyOf(place.kind, id), { ...place, id, value, path: [...place.path, at] });
    }
  };
  const { manifest, genes, therapies, diseases, documents, statements } = content;
  const byId = ({ id }: { readonly id: string }) => id;
  add(manifest.sources, ({ name }) => name, {
    kind: "source",
    file: "manifest",
    path: ["sources"],
  });
  add(genes, ({ symbol }) => symbol, { kind: "gene", file: "genes", path: ["genes"] });
  add(therapies, byId, { kind: "therapy", file: "therapies", path: ["therapies"] });
  add(diseases.nodes, byId, { kind: "disease", file: "diseases", path: ["nodes"] });
  add(documents, byId, { kind: "document", file: "documents", path: ["documents"] });
  add(content.verificationRules ?? [], byId, {
    kind: "verification-rule",
    file: "verification",
    path: ["rules"],
  });
  for (const [file, gene] of statements.entries()) {
    add(gene.variants, byId, { kind: "variant", file, path: ["variants"] });
    add(gene.statements, byId, { kind: "statement", file, path: ["statements"] });
  }
  return index;
}

function keyOf(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}

function isSame(a: Entry, b: Entry): boolean {
  return canonicalJson(a.value) === canonicalJson(b.value);
}
