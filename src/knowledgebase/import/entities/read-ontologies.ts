/** OncoTree and the Disease Ontology as they are published. */
import * as z from "zod";
import { refuse } from "../../../model/refusal.ts";
import { readTable, type SourceText } from "../reference/read-table.ts";

export interface OncotreeNode {
  readonly code: string;
  readonly name: string;
  /** Null for the tissues. */
  readonly parent: string | null;
  /** NCI Thesaurus codes. */
  readonly nci: readonly string[];
}

interface RawNode {
  readonly code: string;
  readonly name: string;
  readonly externalReferences: { readonly NCI?: readonly string[] | undefined };
  readonly children: Readonly<Record<string, RawNode>>;
}

const rawNode: z.ZodType<RawNode> = z.object({
  code: z.string(),
  name: z.string(),
  externalReferences: z.object({ NCI: z.array(z.string()).optional() }),
  get children() {
    return z.record(z.string(), rawNode);
  },
});

/** The tree below `TISSUE`, parents before children. */
export function readOncotree(source: SourceText): OncotreeNode[] {
  const parsed = z.object({ TISSUE: rawNode }).safeParse(JSON.parse(source.text));
  if (!parsed.success) {
    throw refuse("input", "not-oncotree", `${source.name}: not the tree of OncoTree.`);
  }
  const nodes: OncotreeNode[] = [];
  const visit = (raw: RawNode, parent: string | null): void => {
    const nci = raw.externalReferences.NCI ?? [];
    nodes.push({ code: raw.code, name: raw.name.trim().replaceAll(/\s+/g, " "), parent, nci });
    for (const child of Object.values(raw.children)) visit(child, raw.code);
  };
  for (const tissue of Object.values(parsed.data.TISSUE.children)) visit(tissue, null);
  return nodes;
}

export interface DiseaseTerm {
  readonly id: string;
  readonly name: string;
  /** DOIDs. */
  readonly parents: readonly string[];
  /** NCI Thesaurus codes. */
  readonly nci: readonly string[];
}

/** The reports `HumanDO.tsv` (names its parents by label) and `NCIinDO.tsv`. */
export function readDiseaseOntology(
  terms: SourceText,
  xrefs: SourceText,
): Map<string, DiseaseTerm> {
  const rows = readTable(terms, ["id", "label", "subClassOf"]);
  const ids = new Map(rows.map((row) => [row.get("label"), row.get("id")]));
  const codes = new Map(
    readTable(xrefs, ["id", "xrefs"]).map((row) => [
      row.get("id"),
      row
        .get("xrefs")
        .split(", ")
        .map((code) => code.replace(/^NCI:/, "")),
    ]),
  );
  const found = new Map<string, DiseaseTerm>();
  for (const row of rows) {
    const id = row.get("id");
    const parent = ids.get(row.get("subClassOf"));
    const parents = [...(found.get(id)?.parents ?? []), ...(parent === undefined ? [] : [parent])];
    found.set(id, { id, name: row.get("label"), parents, nci: codes.get(id) ?? [] });
  }
  return found;
}
