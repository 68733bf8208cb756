import { describe, expect, test } from "vitest";
import { callConsequence } from "../../../../src/annotate/models/call-consequence.ts";
import { makeEdit } from "../../../../src/annotate/models/edit.ts";
import { joinEdits } from "../../../../src/annotate/models/join-edits.ts";
import { nameDnaChange } from "../../../../src/annotate/models/name-dna-change.ts";
import { strandOf } from "../../../../src/annotate/models/strand.ts";
import type { Transcript } from "../../../../src/annotate/models/transcript.ts";
import { gene, mirrorChange, mirrored, models } from "./small-gene.ts";

const forward = strandOf(gene, models.bases);
const backward = strandOf(mirrored, models.bases);

interface Stated {
  readonly change: readonly [position: number, ref: string, alt: string];
  readonly terms: readonly string[];
  readonly protein: string | null;
  readonly coding: string | null;
}

const cases: Readonly<Record<string, Stated>> = {
  "a missense change": {
    change: [12, "T", "A"],
    terms: ["missense_variant"],
    protein: "V2E",
    coding: "c.5T>A",
  },
  "a synonymous change": {
    change: [13, "G", "A"],
    terms: ["synonymous_variant"],
    protein: "V2=",
    coding: "c.6G>A",
  },
  "a change of several bases": {
    change: [12, "TG", "AA"],
    terms: ["missense_variant"],
    protein: "V2E",
    coding: "c.5_6delinsAA",
  },
  "a stop gained": {
    change: [14, "A", "T"],
    terms: ["stop_gained"],
    protein: "K3*",
    coding: "c.7A>T",
  },
  "a stop retained": {
    change: [53, "A", "G"],
    terms: ["stop_retained_variant"],
    protein: "*9=",
    coding: "c.26A>G",
  },
  "a stop lost": {
    change: [52, "T", "C"],
    terms: ["stop_lost"],
    protein: "*9ext",
    coding: "c.25T>C",
  },
  "a start lost": {
    change: [8, "A", "G"],
    terms: ["start_lost"],
    protein: "M1?",
    coding: "c.1A>G",
  },
  "a start codon that goes": {
    change: [7, "TATG", "T"],
    terms: ["start_lost", "inframe_deletion"],
    protein: "M1?",
    coding: "c.1_3del",
  },
  "a start codon that is written before itself": {
    change: [7, "T", "TATG"],
    terms: ["start_retained_variant", "5_prime_UTR_variant"],
    protein: null,
    coding: "c.1_3dup",
  },
  "a stop codon that goes": {
    change: [51, "GTAA", "G"],
    terms: ["stop_lost", "inframe_deletion"],
    protein: "*9ext",
    coding: "c.25_27del",
  },
  "a stop codon that is written twice": {
    change: [51, "G", "GTAA"],
    terms: ["stop_retained_variant"],
    protein: "*9=",
    coding: "c.25_27dup",
  },
  "residues and a stop of their own that come in before the stop codon": {
    change: [51, "G", "GCATTAG"],
    terms: ["inframe_insertion"],
    protein: "G8_*9insH",
    coding: "c.24_25insCATTAG",
  },
  "a stop that comes with an insertion": {
    change: [13, "G", "GTAA"],
    terms: ["stop_gained", "inframe_insertion"],
    protein: "K3*",
    coding: "c.6_7insTAA",
  },
  "a stop that comes with a frameshift": {
    change: [13, "G", "GT"],
    terms: ["stop_gained", "frameshift_variant"],
    protein: "K3*",
    coding: "c.6_7insT",
  },
  "changes of two codons in one": {
    change: [12, "TGA", "ACC"],
    terms: ["missense_variant"],
    protein: "V2_K3delinsDQ",
    coding: "c.5_7delinsACC",
  },
  "a frameshift by a deletion": {
    change: [13, "GA", "G"],
    terms: ["frameshift_variant"],
    protein: "K3fs",
    coding: "c.9del",
  },
  "an in-frame deletion": {
    change: [10, "GGTG", "G"],
    terms: ["inframe_deletion"],
    protein: "V2del",
    coding: "c.4_6del",
  },
  "an in-frame duplication": {
    change: [13, "G", "GAAA"],
    terms: ["inframe_insertion"],
    protein: "K3dup",
    coding: "c.7_9dup",
  },
  "an in-frame insertion": {
    change: [13, "G", "GTTT"],
    terms: ["inframe_insertion"],
    protein: "V2_K3insF",
    coding: "c.6_7insTTT",
  },
  "residues replaced by fewer": {
    change: [11, "GTGAAA", "TGC"],
    terms: ["protein_altering_variant"],
    protein: "V2_K3delinsC",
    coding: "c.4_9delinsTGC",
  },
  "a splice donor": {
    change: [21, "G", "A"],
    terms: ["splice_donor_variant"],
    protein: null,
    coding: "c.13+1G>A",
  },
  "a splice acceptor": {
    change: [40, "G", "C"],
    terms: ["splice_acceptor_variant"],
    protein: null,
    coding: "c.14-1G>C",
  },
  "a splice region": {
    change: [25, "G", "A"],
    terms: ["splice_region_variant", "intron_variant"],
    protein: null,
    coding: "c.13+5G>A",
  },
  "an intron": {
    change: [30, "C", "A"],
    terms: ["intron_variant"],
    protein: null,
    coding: "c.13+10C>A",
  },
  "a 5' UTR": {
    change: [6, "T", "C"],
    terms: ["5_prime_UTR_variant"],
    protein: null,
    coding: "c.-2T>C",
  },
  "a 3' UTR": {
    change: [56, "C", "G"],
    terms: ["3_prime_UTR_variant"],
    protein: null,
    coding: "c.*2C>G",
  },
  "what lies before the transcript": {
    change: [3, "C", "T"],
    terms: ["upstream_gene_variant"],
    protein: null,
    coding: "c.-5C>T",
  },
};

describe("callConsequence", () => {
  for (const [what, { change, terms, protein, coding }] of Object.entries(cases)) {
    const [position, ref, alt] = change;
    test(`names ${what} alike on either strand`, () => {
      for (const strand of [forward, backward]) {
        const { reversed } = strand.transcript;
        const own = { position, ref, alt };
        const edit = makeEdit(reversed ? mirrorChange(own) : own, reversed);
        const call = edit && callConsequence([edit], strand);
        expect(call?.terms).toEqual(terms);
        expect(call?.proteinChange).toBe(protein);
        expect(edit && nameDnaChange(edit, strand)).toBe(coding);
      }
    });
  }

  test("calls a transcript that is deleted as a whole ablated", () => {
    const edit = makeEdit({ position: 4, ref: models.bases("1", 4, 62), alt: "C" }, false);
    expect(edit && callConsequence([edit], forward)?.terms).toEqual(["transcript_ablation"]);
  });

  test("calls an exon lost that is deleted as a whole, whichever it is", () => {
    const remove = (from: number, to: number, transcript = gene) => {
      const ref = models.bases("1", from - 1, to);
      const edit = makeEdit({ position: from - 1, ref, alt: ref.charAt(0) }, false);
      return edit && callConsequence([edit], strandOf(transcript, models.bases))?.terms;
    };
    expect(remove(5, 30)?.slice(0, 2)).toEqual(["exon_loss_variant", "splice_donor_variant"]);
    expect(remove(38, 60)?.[0]).toBe("exon_loss_variant");
    expect(remove(38, 59)).not.toContain("exon_loss_variant");
    const bare = { ...gene, exons: gene.coding, hasUtr: false };
    expect(remove(8, 30, bare)).not.toContain("exon_loss_variant");
  });

  test("leaves a splice site as it is when the deletion can as well be written beside it", () => {
    const edit = makeEdit({ position: 34, ref: "CTTTC", alt: "CTTC" }, false);
    expect(edit && callConsequence([edit], forward)?.terms).toEqual([
      "splice_region_variant",
      "intron_variant",
    ]);
  });

  test("says nothing of residues whose bases are not known, but what the length tells", () => {
    const unknown = strandOf(gene, (_contig, start, end) => "N".repeat(end - start + 1));
    const call = (position: number, ref: string, alt: string) => {
      const edit = makeEdit({ position, ref, alt }, false);
      return edit && callConsequence([edit], unknown);
    };
    expect(call(12, "T", "A")).toMatchObject({
      terms: ["coding_sequence_variant"],
      proteinChange: null,
    });
    expect(call(13, "GA", "G")).toMatchObject({
      terms: ["frameshift_variant"],
      proteinChange: null,
    });
    expect(call(10, "GGTG", "G")).toMatchObject({
      terms: ["inframe_deletion"],
      proteinChange: null,
    });
  });
});

describe("a stop codon behind which no base is known", () => {
  const basesAt: typeof models.bases = (contig, start, end) => {
    const known = models.bases(contig, start, Math.min(end, 54));
    return known + "N".repeat(Math.max(0, end - Math.max(start, 55) + 1));
  };
  const bare = { ...gene, exons: gene.coding, hasUtr: false };
  const call = (position: number, ref: string, alt: string) => {
    const edit = makeEdit({ position, ref, alt }, false);
    return edit && callConsequence([edit], strandOf(bare, basesAt));
  };

  test("is where a frameshift begins that takes no residue before it", () => {
    expect(call(52, "TAA", "TA")).toMatchObject({
      terms: ["frameshift_variant"],
      proteinChange: "*9?",
    });
    expect(call(51, "GTAA", "GTA")).toMatchObject({ proteinChange: "*9?" });
  });

  test("says nothing of a frameshift that begins before it", () => {
    expect(call(50, "GGTAA", "G")).toMatchObject({
      terms: ["frameshift_variant"],
      proteinChange: null,
    });
  });
});

describe("the full name of a change", () => {
  const call = (position: number, ref: string, alt: string, transcript = gene) => {
    const edit = makeEdit({ position, ref, alt }, false);
    return edit && callConsequence([edit], strandOf(transcript, models.bases));
  };
  const longer: Transcript = {
    ...gene,
    exons: [
      [5, 20],
      [41, 64],
    ],
  };

  test("counts a frameshift from its first changed residue to the new stop", () => {
    expect(call(13, "G", "GCATTAAC")).toMatchObject({
      proteinChange: "K3fs",
      fullChange: "K3Hfs*2",
    });
    expect(call(13, "GA", "G")).toMatchObject({ proteinChange: "K3fs", fullChange: "K3Nfs*?" });
  });

  test("counts an extension from the old stop to the new one", () => {
    expect(call(53, "AA", "A", longer)).toMatchObject({
      terms: ["frameshift_variant", "stop_lost"],
      proteinChange: "*9ext",
      fullChange: "*9Yext*3",
    });
    expect(call(52, "T", "C")).toMatchObject({ proteinChange: "*9ext", fullChange: "*9Qext*?" });
  });

  test("counts through no base that is not known", () => {
    const basesAt: typeof models.bases = (contig, start, end) =>
      Array.from({ length: end - start + 1 }, (_, at) =>
        start + at >= 17 && start + at <= 19 ? "N" : models.bases(contig, start + at, start + at),
      ).join("");
    const edit = makeEdit({ position: 12, ref: "T", alt: "TC" }, false);
    const own = edit && callConsequence([edit], strandOf(gene, basesAt));
    expect(own).toMatchObject({ proteinChange: "K3fs", fullChange: "K3Efs*?", flags: [] });
  });
});

describe("the borders of a splice site and its region", () => {
  const ofPlaces: Readonly<Record<string, readonly number[]>> = {
    splice_donor_variant: [21, 22],
    splice_acceptor_variant: [39, 40],
    splice_region_variant: [18, 19, 20, 23, 24, 25, 26, 27, 28, 33, 34, 35, 36, 37, 38, 41, 42, 43],
    none: [17, 29, 30, 31, 32, 44],
  };
  const places = Object.entries(ofPlaces).flatMap(([term, at]) =>
    at.map((position) => ({ position, term })),
  );
  test.each(places)("are those of Ensembl at base $position: $term", ({ position, term }) => {
    for (const strand of [forward, backward]) {
      const { reversed } = strand.transcript;
      const ref = models.bases("1", position, position);
      const own = { position, ref, alt: ref === "A" ? "C" : "A" };
      const edit = makeEdit(reversed ? mirrorChange(own) : own, reversed);
      const terms = (edit && callConsequence([edit], strand)?.terms) ?? [];
      const found = terms.filter((one) => one.startsWith("splice_"));
      expect(found).toEqual(term === "none" ? [] : [term]);
    }
  });
});

describe("the number of an exon", () => {
  const exonOf = (transcript: Transcript) => {
    const edit = makeEdit({ position: 45, ref: "A", alt: "T" }, false);
    return edit && callConsequence([edit], strandOf(transcript, models.bases))?.exon;
  };

  test("is that of the transcript", () => {
    expect(exonOf(gene)).toBe(2);
  });

  test("is not known where exons before the coding ones are not", () => {
    expect(exonOf({ ...gene, hasUtr: false })).toBeNull();
  });
});

describe("joinEdits", () => {
  const place = (position: number, ref: string, alt: string) => {
    const edit = makeEdit({ position, ref, alt }, false);
    if (edit === null) throw new Error("no edit");
    return { edit };
  };

  test("reads two changes of one codon together, and those of two codons apart", () => {
    const groups = joinEdits(
      [place(11, "G", "A"), place(12, "T", "A"), place(14, "A", "T")],
      forward,
    );
    expect(groups.map((group) => group.length)).toEqual([2, 1]);
    const joined = callConsequence(
      (groups[0] ?? []).map(({ edit }) => edit),
      forward,
    );
    expect(joined?.proteinChange).toBe("V2K");
  });

  test("reads what follows a frameshift with it until the frame is restored", () => {
    const groups = joinEdits(
      [place(13, "GA", "G"), place(18, "A", "AC"), place(45, "A", "T")],
      forward,
    );
    expect(groups.map((group) => group.length)).toEqual([2, 1]);
  });
});

describe("loss of function", () => {
  test("is flagged where the early stop lies in the last exon", () => {
    const edit = makeEdit({ position: 43, ref: "A", alt: "T" }, false);
    const call = edit && callConsequence([edit], forward);
    expect(call).toMatchObject({
      terms: ["stop_gained", "splice_region_variant"],
      flags: ["escapes-nmd"],
    });
  });

  test("is flagged where it begins in the last 5 % of the coding sequence", () => {
    const bases = `ATG${"AAA".repeat(38)}TAA`;
    const long: Transcript = { ...gene, exons: [[1, 120]], coding: [[1, 120]], hasUtr: false };
    const strand = strandOf(long, (_contig, start, end) =>
      bases.slice(start - 1, end).padEnd(end - start + 1, "N"),
    );
    const flagsAt = (position: number) => {
      const edit = makeEdit({ position, ref: "A", alt: "T" }, false);
      return edit && callConsequence([edit], strand)?.flags;
    };
    expect(flagsAt(112)).toEqual([]);
    expect(flagsAt(115)).toEqual(["last-5-percent"]);
  });
});
