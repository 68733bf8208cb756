import type { Lesions as LesionsOfCase } from "../../../model/lesions.ts";
import { describeAlterations } from "../describe-evidence.ts";
import {
  describeCell,
  describeLevelThere,
  describeTargets,
  lesionTexts,
  nameSpecimen,
} from "../lesion-table.ts";
import { type Column, DataTable } from "./data-table.tsx";

/** Lesions beside each other, and targets that only other lesions have. */
export function Lesions({ lesions }: { lesions: LesionsOfCase }) {
  const { alterations, specimens, treated, caveat, notRanked } = lesions;
  const columns: Column[] = [
    { head: "Alteration", isRowHead: true },
    { head: "State", wide: true },
    ...specimens.map((specimen) => ({ head: nameSpecimen(specimen, treated) })),
    { head: "Targets" },
  ];
  return (
    <section id="lesions" aria-labelledby="lesions-title">
      <h2 id="lesions-title">{lesionTexts.title}</h2>
      <p>{lesionTexts.lead}</p>
      <p>{caveat.text}</p>
      <DataTable
        caption="Alterations by lesion"
        columns={columns}
        rows={alterations.map((row) => ({
          key: row.observation,
          cells: [
            row.label,
            <>
              {row.state}
              <small>{row.reason.text}</small>
            </>,
            ...row.cells.map(describeCell),
            describeTargets(row),
          ],
        }))}
      />
      {notRanked.length > 0 && <Unranked entries={notRanked} />}
    </section>
  );
}

const unrankedColumns: readonly Column[] = [
  { head: "Therapy", isRowHead: true },
  { head: "Alteration" },
  { head: "It would have" },
  { head: "Called in" },
  { head: "State" },
];

function Unranked({ entries }: { entries: LesionsOfCase["notRanked"] }) {
  return (
    <>
      <h3>{lesionTexts.unranked}</h3>
      <p>{lesionTexts.unrankedLead}</p>
      <DataTable
        caption={lesionTexts.unranked}
        hideCaption
        columns={unrankedColumns}
        rows={entries.map((entry) => ({
          key: entry.id,
          cells: [
            entry.therapy.label,
            describeAlterations(entry.alterations),
            describeLevelThere(entry),
            entry.lesions.join(", "),
            entry.state,
          ],
        }))}
      />
    </>
  );
}
