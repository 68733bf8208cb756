import { describe, expect, test } from "vitest";
import type { ExonChange, Fusion } from "../../../../src/model/alteration.ts";
import { readJunction } from "../../../../src/annotate/structural/read-junction.ts";
import { makeGenomeModels } from "../../../../src/annotate/models/genome-models.ts";
import { junction, models, transcripts } from "./made-up-genes.ts";

function nameOf(event: Fusion | ExonChange): string {
  if (event.kind === "exon-change") {
    const { gene, change, exons, inFrame, partial } = event;
    const span = exons === null ? "?" : `${exons.from}-${exons.to}`;
    const frame = inFrame === undefined ? "" : inFrame ? " in" : " out";
    return `${gene} ${change} ${span}${frame}${partial === true ? " partial" : ""}`;
  }
  const { fivePrime, threePrime, inFrame, promoterSwap, open, ordered } = event;
  const facts = [
    inFrame === null ? "" : inFrame ? " in" : " out",
    promoterSwap === true ? " swap" : "",
    open === undefined ? "" : ` open ${open}`,
    ordered === false ? " unordered" : "",
  ];
  return `${fivePrime ?? "?"}::${threePrime ?? "?"}${facts.join("")}`;
}

function read(here: string, there: string | null, inserted = 0): string[] {
  const found = readJunction(junction(here, there, inserted), { models, nameGene: (name) => name });
  return "code" in found ? [found.code] : found.map(nameOf);
}

describe("a junction of two genes", () => {
  test.each([
    // PLUS keeps its start on the left; MINUS keeps its end on the left.
    ["1:2500 left", "2:3500 left", ["PLUS::MINUS in"]],
    ["2:3500 right", "1:2500 right", ["MINUS::PLUS in"]],
    ["1:2500 right", "2:3500 right", ["MINUS::PLUS in"]],
    ["1:2500 left", "2:3500 right", ["junction-opposed"]],
    ["1:2500 right", "2:3500 left", ["junction-opposed"]],
    // After exon 2 of PLUS 150 bases are coded, before exon 4 of MINUS 250.
    ["1:2500 left", "2:2500 left", ["PLUS::MINUS out"]],
    // Before exon 2 of either 50 bases are coded.
    ["1:1500 left", "2:4500 left", ["PLUS::MINUS in"]],
    // Behind the stop codon of the 5' partner.
    ["1:5090 left", "2:3500 left", ["PLUS::MINUS out"]],
    // Before the start codon of either.
    ["1:1020 left", "2:3500 left", ["PLUS::MINUS swap"]],
    ["1:2500 left", "2:5095 left", ["PLUS::MINUS swap"]],
    // One end in an exon.
    ["1:2050 left", "2:3500 left", ["PLUS::MINUS"]],
    ["1:2500 open", "2:3500 open", ["MINUS::PLUS open orientation unordered"]],
    // Between neighbors on one strand, a deletion.
    ["1:2500 left", "1:12500 right", ["PLUS::NEAR in"]],
  ])("at %s and %s makes %j", (here, there, events) => {
    expect(read(here, there)).toEqual(events);
    expect(read(there, here)).toEqual(events);
  });

  test("within exons keeps the frame by its bases and by those that are inserted", () => {
    // 100 coding bases up to 2050, and 100 before MINUS 4050.
    expect(read("1:2050 left", "2:4050 left")).toEqual(["PLUS::MINUS in"]);
    expect(read("1:2050 left", "2:4050 left", 1)).toEqual(["PLUS::MINUS out"]);
    expect(read("1:2050 left", "2:4050 left", 3)).toEqual(["PLUS::MINUS in"]);
    expect(read("1:2051 left", "2:4050 left", 2)).toEqual(["PLUS::MINUS in"]);
  });
});

describe("a junction within one gene", () => {
  test.each([
    ["1:1500 left", "1:3500 right", ["PLUS deletion 2-3 out"]],
    ["1:1500 left", "1:2500 right", ["PLUS deletion 2-2 out"]],
    ["1:1500 left", "1:4500 right", ["PLUS deletion 2-4 in"]],
    ["1:1500 left", "1:2050 right", ["PLUS deletion 2-2 partial"]],
    ["1:2010 left", "1:2090 right", ["PLUS deletion 2-2 out partial"]],
    ["1:1500 right", "1:3500 left", ["PLUS duplication 2-3 out"]],
    ["1:1200 left", "1:1800 right", ["junction-within-intron"]],
    ["1:1500 left", "1:3500 left", ["junction-opposed"]],
    // On the minus strand exon 2 lies at 4001.
    ["2:3500 left", "2:4500 right", ["MINUS deletion 2-2 out"]],
    ["2:2500 right", "2:4500 left", ["MINUS duplication 2-3 out"]],
    // The start codon goes with exon 1: no frame is left to keep.
    ["1:1010 left", "1:2500 right", ["PLUS deletion 1-2 partial"]],
  ])("at %s and %s makes %j", (here, there, events) => {
    expect(read(here, there)).toEqual(events);
  });

  test("does not number exons where only their coding parts are known", () => {
    const bare = makeGenomeModels(
      transcripts.map((transcript) => ({ ...transcript, hasUtr: false })),
      () => "",
    );
    const found = readJunction(junction("1:1500 left", "1:3500 right"), {
      models: bare,
      nameGene: (name) => name,
    });
    expect(found).toMatchObject([{ kind: "exon-change", exons: null, inFrame: false }]);
  });
});

describe("a junction of a gene with what is no gene", () => {
  test.each([
    ["1:2500 left", null, ["PLUS::? open partner"]],
    ["1:2500 right", null, ["?::PLUS open partner"]],
    ["2:2500 left", "3:9999 right", ["?::MINUS open partner"]],
    // A deletion that reaches beyond the gene takes its exons from there on.
    ["1:2500 left", "1:9000 right", ["PLUS::? open partner", "PLUS deletion 3-5"]],
    ["1:500 left", "1:2500 right", ["?::PLUS open partner", "PLUS deletion 1-2"]],
    ["1:500 right", "1:2500 left", ["PLUS::? open partner"]],
    ["3:1 left", "4:1 right", ["junction-outside-genes"]],
    ["1:2500 open", "3:9999 open", ["?::PLUS open partner unordered"]],
  ])("at %s and %s makes %j", (here, there, events) => {
    expect(read(here, there)).toEqual(events);
  });
});

describe("genes that overlap", () => {
  test("are both read, but not where the break lies within one of them", () => {
    expect(read("1:4530 left", "2:2500 left")).toEqual(["PLUS::MINUS out"]);
    expect(read("1:4530 left", "2:2500 right")).toEqual(["MINUS::INSIDE"]);
    expect(read("1:3500 left", "1:4530 right")).toEqual(["PLUS deletion 4-4 out"]);
  });

  test("go by the name that the knowledgebase has for them", () => {
    const found = readJunction(junction("1:2500 left", "2:3500 left"), {
      models,
      nameGene: (name) => name.toLowerCase(),
    });
    expect(found).toMatchObject([{ fivePrime: "plus", threePrime: "minus" }]);
  });
});
