/** What matching and reading ask of a knowledgebase, answered by look-up. */
import { makeRegionTable } from "../../io/region-table.ts";
import type { PlaceChange } from "../../annotate/models/place-change.ts";
import type { GeneRole, TestContext } from "../../constraints/constraint-rule.ts";
import type { Molecule } from "../../model/alteration.ts";
import type { Assembly, Locus } from "../../model/locus.ts";
import { isOnTumor } from "../../model/verdict.ts";
import { tellsNoFunction } from "./tells-no-function.ts";
import { diseaseRelation } from "../disease-tree.ts";
import { indexAbsences } from "./index-absences.ts";
import { indexActivating } from "./index-activating.ts";
import type { KnownSite } from "./index-alleles.ts";
import { indexAlleles, indexSites, listLoci, readGenomicNames } from "./index-alleles.ts";
import { indexGenes } from "./index-genes.ts";
import { indexOncogenic, type NamedChanges } from "./index-oncogenic.ts";
import { indexResidues } from "./index-residues.ts";
import { indexExpression, indexStatements } from "./index-statements.ts";
import type { Knowledgebase, Statement } from "../knowledgebase.ts";
import { type DrugPart, listDrugParts } from "../therapies/list-drug-parts.ts";
import { once, remember } from "../../model/remember.ts";
import { resolveTherapy, type ResolvedTherapy } from "../therapies/resolve-therapy.ts";
import type { TherapyEntity } from "../schema/schema.ts";
import type { KnownAllele } from "../../annotate/annotation-context.ts";

export interface KnowledgeIndex {
  /** Statements whose gene, or one of whose constraints, is the gene; by id. */
  readonly statementsOf: (gene: string) => readonly Statement[];
  /** Where a variant may matter: genes with 5,000 bases on either side, and the loci of statements. */
  readonly loci: (assembly: Assembly) => readonly Locus[];
  /** The places that statements name: alleles and spans. */
  readonly siteLoci: (assembly: Assembly) => readonly Locus[];
  /** Spans of the genes of which a statement asks that something is absent. */
  readonly absenceLoci: (assembly: Assembly) => readonly Locus[];
  /** Spans of genes and regions: what rules compare the place of a variant with when nothing says what it does. */
  readonly testedPlaces: (assembly: Assembly) => readonly Locus[];
  /** True for a place in one of them. */
  readonly isTested: (place: Locus) => boolean;
  /** The change that an allele is known for, by `alleleKey`. */
  readonly knownAllele: (key: string) => KnownAllele | undefined;
  /** Reference bases at the places of named alleles, by `contig:position`. */
  readonly knownSites: (assembly: Assembly) => ReadonlyMap<string, KnownSite>;
  /** The current symbol of a symbol or an unambiguous alias; null when neither is known. */
  readonly currentSymbol: (symbolOrAlias: string) => string | null;
  /** Current symbols of all genes, in the order of the knowledgebase. */
  readonly genes: () => readonly string[];
  /** Symbols of the genes that an alias may mean, where there are several; empty for every other name. */
  readonly aliasMeanings: (alias: string) => readonly string[];
  /** Genes with a statement about the amount of this molecule: the list fixed before a value is read. */
  readonly expressionGenes: (molecule: Molecule) => ReadonlySet<string>;
  readonly geneRole: (gene: string) => GeneRole;
  /** True when a statement names a change of this residue (one letter, 1-based position) of the gene. */
  readonly namesResidue: (gene: string, residue: string, position: number) => boolean;
  /** The same, of statements that `tellsNoFunction` does not hold for. */
  readonly namesActiveResidue: (gene: string, residue: string, position: number) => boolean;
  /** See `tellsNoFunction`. */
  readonly tellsNoFunction: (statement: Statement) => boolean;
  /** Changes and codons of the gene that statements name as sensitive, where it is an oncogene; see `indexOncogenic`. */
  readonly oncogenicChanges: (gene: string) => NamedChanges;
  /** What measurements of proteins say about alterations. */
  readonly verificationRules: Knowledgebase["verificationRules"];
  /** What is known of a drug or class, by its id. */
  readonly drug: (id: string) => TherapyEntity | undefined;
  /** The drugs that a name of a patient's history means. */
  readonly resolveTherapy: (name: string) => ResolvedTherapy;
  /** Those of the drugs (ids) that act on the gene, with their classes; all of them where none is known to. */
  readonly drugParts: (drugs: readonly string[], gene: string | null) => readonly DrugPart[];
  /** True when the second disease (an id) is the first or a kind of it. */
  readonly includesDisease: (wider: string, narrower: string) => boolean;
  /** What the tests of the rules may ask, for a case on this build; `placeChange` where gene models are at hand. */
  readonly testContext: (assembly: Assembly | null, placeChange?: PlaceChange) => TestContext;
}

const indexes = new WeakMap<Knowledgebase, KnowledgeIndex>();

/** The index of a knowledgebase, which is made once. Each part is made when it is first asked for. */
export function buildIndex(knowledgebase: Knowledgebase): KnowledgeIndex {
  const known = indexes.get(knowledgebase);
  if (known !== undefined) return known;
  const index = makeIndex(knowledgebase);
  indexes.set(knowledgebase, index);
  return index;
}

function makeIndex(knowledgebase: Knowledgebase): KnowledgeIndex {
  const { statements, genes } = knowledgebase;
  const statementsByGene = once(() => indexStatements(statements));
  const names = once(() => readGenomicNames(statements));
  const alleles = once(() => indexAlleles(names()));
  const symbols = once(() => indexGenes(genes));
  const residues = once(() => indexResidues(statements));
  const tellsNothing = (statement: Statement): boolean =>
    tellsNoFunction(statement, knowledgebase.therapies);
  const activeResidues = once(() =>
    indexResidues(statements.filter((statement) => !tellsNothing(statement))),
  );
  const activating = once(() => indexActivating(statements, genes));
  const oncogenic = once(() => indexOncogenic(statements, genes));
  const sites = remember((assembly: Assembly) => indexSites(names(), assembly));
  const siteLoci = remember((assembly: Assembly) => listLoci(names(), assembly));
  const loci = remember((assembly: Assembly) => [
    ...symbols().flankedSpans(assembly),
    ...siteLoci(assembly),
  ]);
  const testedPlaces = remember((assembly: Assembly) => [
    ...symbols().spans(assembly),
    ...names().spans.filter((span) => span.assembly === assembly),
  ]);
  const testedRegions = remember((assembly: Assembly) => makeRegionTable(testedPlaces(assembly)));
  const absences = once(() => [...indexAbsences(statements)]);
  const absenceLoci = remember((assembly: Assembly) =>
    absences().flatMap((gene) => symbols().span(gene, assembly) ?? []),
  );
  const expression = remember((molecule: Molecule) => indexExpression(statements, molecule));
  const geneRole = (gene: string): GeneRole => genes.get(gene)?.role ?? "unknown";
  return {
    statementsOf: (gene) => statementsByGene().get(gene) ?? [],
    loci,
    siteLoci,
    absenceLoci,
    testedPlaces,
    isTested: ({ assembly, contig, start, end }) =>
      testedRegions(assembly).overlaps(contig, start, end),
    knownAllele: (key) => alleles().get(key),
    knownSites: sites,
    currentSymbol: (symbol) => symbols().current(symbol),
    genes: () => [...genes.keys()],
    aliasMeanings: (alias) => symbols().meanings(alias),
    expressionGenes: expression,
    geneRole,
    namesResidue: (gene, residue, position) => residues()(gene).has(`${residue}${position}`),
    namesActiveResidue: (gene, residue, position) =>
      activeResidues()(gene).has(`${residue}${position}`),
    tellsNoFunction: tellsNothing,
    oncogenicChanges: (gene) => oncogenic().get(gene) ?? new Map(),
    verificationRules: knowledgebase.verificationRules,
    drug: (id) => knowledgebase.therapies.get(id),
    resolveTherapy: (name) => resolveTherapy(name, knowledgebase.therapies),
    drugParts: (drugs, gene) => listDrugParts(knowledgebase.therapies, drugs, gene),
    includesDisease: (wider, narrower) =>
      isOnTumor(diseaseRelation(knowledgebase.diseases, wider, narrower)),
    testContext: (assembly, placeChange) => ({
      assembly,
      geneRole,
      geneSpan: (gene) => (assembly === null ? null : symbols().span(gene, assembly)),
      isActivating: (observation) => activating().has(observation, placeChange),
      placeChange,
    }),
  };
}
