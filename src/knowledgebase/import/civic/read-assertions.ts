/** Assertions of CIViC: what its editors conclude from several evidence items, with an AMP category where there is one. */
import { compareText } from "../../../model/order.ts";
import { readTable, type SourceText, type TableRow } from "../reference/read-table.ts";
import type { CivicVariant } from "./civic-row.ts";
import { splitDrugs, splitList, type UnnumberedRow } from "./read-rows.ts";

export const assertionColumns = [
  "assertion_id",
  "gene",
  "variant",
  "disease",
  "doid",
  "drugs",
  "assertion_type",
  "assertion_direction",
  "clinical_significance",
  "amp_category",
  "evidence_item_ids",
  "last_review_date",
] as const;

/**
 * One row per assertion. It cites what its evidence items cite; how its drugs relate, its origin and, without an AMP category, its
 * level are theirs where they agree (of levels the best).
 */
export function readAssertions(
  table: SourceText,
  {
    rows,
    variants,
    source,
  }: {
    readonly rows: readonly UnnumberedRow[];
    readonly variants: ReadonlyMap<string, CivicVariant>;
    readonly source: string;
  },
): UnnumberedRow[] {
  const byRecord = new Map(rows.map((row) => [row.record, row]));
  // By name: the table gives one assertion about ERBB2 the id of a variant of another gene.
  const byName = new Map([...variants.values()].map((each) => [nameOf(each), each]));
  return readTable(table, assertionColumns).map((row) => {
    const named = { gene: row.get("gene"), variant: row.get("variant").trim() };
    const items = splitList(row.get("evidence_item_ids")).flatMap(
      (id) => byRecord.get(`EID${id}`) ?? [],
    );
    const variant = byName.get(nameOf(named)) ?? withoutPlace(named);
    return { ...variant, ...readAssertion(row, items), source };
  });
}

function nameOf({ gene, variant }: Pick<CivicVariant, "gene" | "variant">): string {
  return `${gene} ${variant}`;
}

function withoutPlace(named: Pick<CivicVariant, "gene" | "variant">): CivicVariant {
  return { ...named, variantId: "", coordinates: null, transcript: null, hgvs: [] };
}

function readAssertion(
  row: TableRow,
  items: readonly UnnumberedRow[],
): Omit<UnnumberedRow, keyof CivicVariant | "source"> {
  const drugs = splitDrugs(row.get("drugs"));
  const sameDrugs = items.filter((item) => isSame(item.drugs, drugs));
  const doid = row.get("doid");
  const level = /Level ([A-D])$/.exec(row.get("amp_category"))?.[1];
  return {
    record: `AID${row.get("assertion_id")}`,
    disease: { doid: doid === "" ? null : `DOID:${doid}`, name: row.get("disease") },
    drugs,
    interaction: only(sameDrugs.map((item) => item.interaction)),
    evidenceType: row.get("assertion_type"),
    direction: row.get("assertion_direction"),
    level: level ?? items.map((item) => item.level).toSorted(compareText)[0] ?? "",
    significance: row.get("clinical_significance"),
    origin: only(items.map((item) => item.origin)),
    documents: [...new Set(items.flatMap((item) => item.documents))].toSorted(compareText),
    rating: null,
    reviewed: row.get("last_review_date").slice(0, 10),
  };
}

/** The value that all agree on, else empty. */
function only(values: readonly string[]): string {
  const [first = "", ...others] = new Set(values);
  return others.length === 0 ? first : "";
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted(compareText).join() === b.toSorted(compareText).join();
}
