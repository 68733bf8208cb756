/** The front page and the forms of the boards on a screen. */
export const frontStyle = `
.halves { display: flex; gap: 0 2.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 1.25rem 0.9rem; }
.halves > div { flex: 1 1 0; }
.halves h3 { font-size: 0.93rem; margin: 0.3rem 0; }
.brief > div { display: flex; gap: 0 0.75rem; padding: 0.08rem 0; font-size: 0.9rem; }
.brief dt { flex: 0 0 8.5rem; color: var(--quiet); }
.brief dd { flex: 1; }
.front > .lead { margin-top: 0.9rem; }
.front th, .front td { min-width: 0; padding: 0.4rem 0.5rem; font-size: 0.9rem; }
@media print, screen and (min-width: 64.01rem) {
  .front table { table-layout: fixed; }
  .front .number { padding-left: 0.2rem; }
  .boards table { table-layout: fixed; }
  .boards th, .boards td { padding-left: 0.4rem; padding-right: 0.4rem; }
  .boards th:nth-child(1) { width: 9%; }
  .boards th:nth-child(2) { width: 25%; }
  .boards th:nth-child(3) { width: 18%; }
  .boards th:nth-child(4) { width: 20%; }
  .front th:nth-child(1) { width: 3.2%; }
  .front th:nth-child(2) { width: 12.3%; }
  .front th:nth-child(3) { width: 18%; }
  .front th:nth-child(4) { width: 13%; }
  .front th:nth-child(5) { width: 12.5%; }
  .front th:nth-child(6) { width: 10%; }
}
.answers > div { display: block; }
.answers dt, .answers dd, .notes dt, .notes dd { display: inline; }
.answers dt, .notes dt { color: var(--quiet); font-weight: 600; }
.answers dt::after, .notes dt::after { content: ": "; }
.more { margin-top: 0.6rem; }
.notes { margin-top: 0.9rem; }
.notes dl > div { padding: 0.15rem 0; }
.notes.beside { display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; }
.notes.beside dl { flex: 1 1 24rem; }
.boards { display: flex; flex-wrap: wrap; gap: 0 2.5rem; }
.boards section { flex: 1 1 20rem; }
.boards section:first-child { flex: 2 1 30rem; }
.boards table { font-size: 0.9rem; }
.boards th, .boards td { min-width: 5.5em; }
.blanks { margin-top: 0.75rem; }
.blanks > div { display: flex; gap: 0 1rem; align-items: end; padding-top: 0.6rem; }
.blanks dt { flex: 0 0 9.5rem; color: var(--quiet); }
.blanks dd { flex: 1; min-height: 1.5rem; border-bottom: 1px solid var(--quiet); }
@media screen and (max-width: 64rem) {
  .halves, .boards { display: block; }
  .front td, .front tbody th { padding: 0.2rem 0; }
}
@media screen and (max-width: 30rem) {
  .halves { padding: 0.4rem 0.9rem 0.7rem; }
  .brief dt, .blanks dt { flex-basis: 7.2rem; overflow-wrap: normal; }
  .front .brief > div { font-size: 0.87rem; gap: 0 0.4rem; }
}
`;

/** On paper the front page is the first sheet, the boards are the second. */
export const frontPrint = `
  .front { break-after: page; font-size: 7pt; line-height: 1.3; }
  .notice { font-size: 7pt; padding: 0.25rem 0.5rem; }
  .head { padding: 0.4rem 0 0.3rem; }
  h1 { font-size: 13pt; }
  .front > h2, .halves h3 { display: none; }
  .front .halves { border-color: #888; border-radius: 0; padding: 0.3rem 0.5rem; gap: 0 0.9rem; }
  .front .brief > div { font-size: 7pt; gap: 0 0.4rem; padding: 0; }
  .front .brief dt { flex-basis: 21mm; }
  .front > .lead { font-size: 8pt; margin-top: 0.5rem; }
  .front caption { padding: 0.2rem 0 0.15rem; }
  .front th, .front td { font-size: 7pt; line-height: 1.25; padding: 0.16rem 0.28rem; min-width: 0; overflow-wrap: break-word; }
  .front small { font-size: 6.6pt; line-height: 1.25; }
  .front .badge { font-size: 7pt; padding: 0 0.15rem; border-width: 1px; }
  .front .more, .front .notes { margin-top: 0.35rem; }
  .front .notes.beside { flex-wrap: nowrap; gap: 0 5mm; }
  .front .notes.beside dl { flex: 1 1 0; }
  .front .strip { flex: 0 0 68mm; }
  .front .strip figcaption { font-size: 6pt; }
  .boards { display: block; break-after: page; }
  .boards table { font-size: 8pt; }
  .boards tbody td, .boards tbody th { height: 11mm; border: 1px solid #888; }
  .boards thead th { border: 1px solid #888; }
  .blanks > div { padding-top: 3mm; }
  .blanks dd { min-height: 6mm; border-color: #444; }
`;
