import { describe, expect, it } from "vitest";
import { judgePrior } from "../../../src/assess/judge-prior.ts";
import type { PriorTherapy } from "../../../src/model/prior-therapy.ts";
import { statement, variant } from "../match/constructed-case.ts";
import { assess } from "./assess-constructed.ts";

function prior(parts: Partial<PriorTherapy> & { ids: readonly string[] }): PriorTherapy {
  const { ids, ...given } = parts;
  const row = { given: ids.join(" + "), bestResponse: null, reasonStopped: "unknown", ...given };
  const told = row as Pick<PriorTherapy, "given" | "bestResponse" | "reasonStopped">;
  return {
    ...told,
    drugs: ids.map((id) => ({ id, name: id })),
    start: null,
    end: null,
    ...judgePrior(told),
    provenance: { file: "prior.csv", line: 2, sample: null },
  };
}

/** Three level A targets, alike but for their drugs: without a history the alphabet decides. */
function targetsWith(...history: PriorTherapy[]) {
  const { targets } = assess({
    statements: [["alpha"], ["beta"], ["beta", "gamma"]].map((drugs, at) =>
      statement({ id: `S${at}`, drugs }),
    ),
    observations: [variant("BRAF", "V600E")],
    prior: history,
  });
  return targets.map(({ therapy, flags, caveats }) => ({
    id: therapy.id,
    flags: flags.map(({ code }) => code),
    caveats: caveats.map(({ code }) => code),
    texts: [...flags, ...caveats].map(({ text }) => text).join("\n"),
  }));
}

/** Spec, clinical R6.4. */
describe("a drug of the history", () => {
  it.each([
    { bestResponse: "PR", reasonStopped: "progression" },
    { bestResponse: "PD", reasonStopped: "unknown" },
  ] as const)("that ended by progression is flagged and stands after its peers: %o", (row) => {
    const targets = targetsWith(prior({ ids: ["alpha"], ...row }));
    expect(targets.map(({ id }) => id)).toEqual(["beta", "beta+gamma", "alpha"]);
    expect(targets[2]?.flags).toEqual(["acquired-resistance-possible"]);
  });

  it("stands after what tumors like it are known to resist, too", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", drugs: ["alpha"] }),
        statement({ id: "S2", drugs: ["beta"] }),
        statement({ id: "S3", drugs: ["beta"], predicate: "resistance", level: "D" }),
      ],
      observations: [variant("BRAF", "V600E")],
      prior: [prior({ ids: ["alpha"], bestResponse: "PR", reasonStopped: "progression" })],
    });
    expect(
      targets.map(({ therapy, flags }) => [therapy.id, flags.map(({ code }) => code)]),
    ).toEqual([
      ["beta", ["resistance-evidence"]],
      ["alpha", ["acquired-resistance-possible"]],
    ]);
  });

  it.each(["toxicity", "unknown"] as const)(
    "that was stopped for %s is undetermined and keeps its place",
    (reasonStopped) => {
      const targets = targetsWith(prior({ ids: ["alpha"], bestResponse: "PR", reasonStopped }));
      expect(targets.map(({ id }) => id)).toEqual(["alpha", "beta", "beta+gamma"]);
      expect(targets[0]?.flags).toEqual([]);
      expect(targets[0]?.caveats).toContain("prior-response-undetermined");
      expect(targets[0]?.caveats.includes("tolerability")).toBe(reasonStopped === "toxicity");
    },
  );

  it("that progressed and was toxic is flagged, and its tolerability is noted as well", () => {
    const row = { bestResponse: "PD", reasonStopped: "toxicity" } as const;
    const alpha = targetsWith(prior({ ids: ["alpha"], ...row })).at(-1);
    expect(alpha?.flags).toEqual(["acquired-resistance-possible"]);
    expect(alpha?.caveats).toContain("tolerability");
  });

  it("that was completed after a response only says so", () => {
    const row = { bestResponse: "CR", reasonStopped: "completed" } as const;
    const [alpha] = targetsWith(prior({ ids: ["alpha"], ...row }));
    expect(alpha).toMatchObject({ id: "alpha", flags: [] });
    expect(alpha?.caveats).toContain("given-before");
  });

  it("marks a combination that holds it, and says which part", () => {
    const targets = targetsWith(prior({ ids: ["gamma"], reasonStopped: "progression" }));
    expect(targets.map(({ id }) => id)).toEqual(["alpha", "beta", "beta+gamma"]);
    expect(targets[2]?.flags).toEqual(["acquired-resistance-possible"]);
    expect(targets[2]?.texts).toContain("Of Beta + Gamma this is about Gamma.");
    expect(targets[1]?.flags).toEqual([]);
  });

  it("given in a combination counts for each of its drugs", () => {
    const targets = targetsWith(prior({ ids: ["alpha", "delta"], reasonStopped: "progression" }));
    expect(targets.at(-1)).toMatchObject({ id: "alpha", flags: ["acquired-resistance-possible"] });
  });

  it("that no target holds marks none", () => {
    const targets = targetsWith(prior({ ids: ["delta"], reasonStopped: "progression" }));
    expect(targets.flatMap(({ flags }) => flags)).toEqual([]);
  });
});
