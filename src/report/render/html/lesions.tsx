import type { LesionRow, Lesions as LesionsOfCase } from "../../../model/lesions.ts";
import {
  areLesionsStacked,
  describeCell,
  describeCells,
  describeResistance,
  describeTargets,
  describeUnranked,
  lesionHead,
  lesionTexts,
  nameSpecimens,
} from "../lesion-table.ts";
import { type Column, DataTable } from "./data-table.tsx";

/** Lesions beside each other, and targets that only other lesions have. */
export function Lesions({ lesions }: { lesions: LesionsOfCase }) {
  const { alterations, caveat, notRanked } = lesions;
  const isStacked = areLesionsStacked(lesions);
  const columns = lesionHead(lesions).map((head, at) => ({
    head,
    isRowHead: at === 0,
    wide: at === 1,
  }));
  return (
    <section id="lesions" aria-labelledby="lesions-title">
      <h2 id="lesions-title">{lesionTexts.title}</h2>
      <p>{lesionTexts.lead}</p>
      <p>{caveat.text}</p>
      {isStacked && (
        <ul>
          {nameSpecimens(lesions).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
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
            ...(isStacked ? [<Cells row={row} />] : row.cells.map(describeCell)),
            describeTargets(row),
          ],
        }))}
      />
      <Resistance lesions={lesions} />
      {notRanked.length > 0 && <Unranked entries={notRanked} />}
    </section>
  );
}

function Cells({ row }: { row: LesionRow }) {
  return (
    <ul class="plain">
      {describeCells(row).map((cell) => (
        <li key={cell}>{cell}</li>
      ))}
    </ul>
  );
}

function toColumns(heads: readonly string[]): readonly Column[] {
  return heads.map((head, at) => ({ head, isRowHead: at === 0 }));
}

const resistanceColumns = toColumns(lesionTexts.resistanceHead);

function Resistance({ lesions }: { lesions: LesionsOfCase }) {
  const { resistance } = lesions;
  if (resistance === undefined) return null;
  return (
    <>
      <h3>{lesionTexts.resistance}</h3>
      <p>{lesionTexts.resistanceLead}</p>
      <DataTable
        caption={lesionTexts.resistance}
        hideCaption
        columns={resistanceColumns}
        rows={resistance.map((entry) => ({
          key: entry.observation,
          cells: describeResistance(entry, lesions),
        }))}
      />
    </>
  );
}

const unrankedColumns = toColumns(lesionTexts.unrankedHead);

function Unranked({ entries }: { entries: LesionsOfCase["notRanked"] }) {
  return (
    <>
      <h3>{lesionTexts.unranked}</h3>
      <p>{lesionTexts.unrankedLead}</p>
      <DataTable
        caption={lesionTexts.unranked}
        hideCaption
        columns={unrankedColumns}
        rows={entries.map((entry) => ({ key: entry.id, cells: describeUnranked(entry) }))}
      />
    </>
  );
}
