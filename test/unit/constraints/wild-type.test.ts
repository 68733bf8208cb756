import { expect, test } from "vitest";
import { change, consequence, context, observe, run, variant } from "./make-observation.ts";

const kras = { type: "wild-type", gene: "KRAS" } as const;
const codons = { type: "wild-type", gene: "KRAS", codons: [12, 13, 61] } satisfies object;

test.each([
  ["G12D", "missense_variant", "unmet", "unmet"],
  ["G12_G13insG", "inframe_insertion", "unmet", "unmet"],
  ["A146T", "missense_variant", "unmet", "undetermined"],
  ["Q61*", "stop_gained", "unmet", "unmet"],
  ["G12=", "synonymous_variant", "undetermined", "undetermined"],
  [null, "intron_variant", "undetermined", "undetermined"],
])(
  "%s (%s) speaks against KRAS wild type: %s; at codons 12, 13, 61: %s",
  (text, term, whole, at) => {
    const seen = change("KRAS", text, term);
    const oncogene = context({ role: "oncogene" });
    expect(run(kras, seen, oncogene).state).toBe(whole);
    expect(run({ ...codons, type: "wild-type" }, seen, oncogene).state).toBe(at);
  },
);

test("wild type is never met by an observation, since silence proves nothing", () => {
  const others = [
    change("BRAF", "V600E", "missense_variant"),
    observe({ kind: "copy-number", gene: "KRAS", change: "gain", copies: 4 }, "KRAS"),
  ];
  for (const seen of others) {
    expect(run(kras, seen)).toMatchObject({ state: "undetermined", missing: ["callability"] });
  }
});

test("a variant of the gene that nobody annotated leaves wild type open", () => {
  expect(run(kras, variant([consequence("KRAS", {})]))).toMatchObject({
    state: "undetermined",
    missing: ["protein-annotation"],
  });
});
