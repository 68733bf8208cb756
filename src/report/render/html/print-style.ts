import { frontPrint } from "./front/front-style.ts";

/** A4: borders in place of fills (browsers drop them), no orphan headings, table heads on every sheet. */
export function printStyle(caseId: string | null): string {
  const whose = caseId === null ? "" : `Case ${caseId}. `;
  return `
@page {
  size: A4; margin: 15mm 13mm 17mm;
  @bottom-left { content: "${whose}Research use only."; font: 8pt sans-serif; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; }
}
@media print {
  :root { color-scheme: light; }
  html { font-size: 8.6pt; line-height: 1.4; }
  body { background: #fff; }
  header, nav, main, footer, .head, .notice { max-width: none; padding-left: 0; padding-right: 0; }
  header { border: 0; }
  .head { padding-top: 0.75rem; }
  .notice { border: 1px solid #6b4300; padding: 0.4rem 0.75rem; }
  nav, .skip, .filter, details.card.screen { display: none; }
  /* A button is a box, and Chromium repeats no head with a box in it on the next sheet. */
  th button { display: contents; text-decoration: none; }
  /* Paper has all rows, whatever the filter hides on the screen: it does not show that there is one. */
  tr[hidden] { display: table-row !important; }
  .paper { display: block; }
  h2 { margin-top: 1.5rem; }
  h2, h3, h4, caption, summary, .card-head, .tags { break-after: avoid; break-inside: avoid; }
  h2 + p { break-after: avoid; }
  p, li, dd { orphans: 3; widows: 3; }
  tr, .pair, .facts > div, .caution, .strip { break-inside: avoid; }
  .strip { flex-basis: 78mm; }
  .strip .between { fill: none; }
  .strip .beyond { fill: #0d47a1; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  th, td { padding: 0.35rem 0.5rem; min-width: 7.8em; }
  .card th, .card td { min-width: 7.9em; padding: 0.25rem 0.4rem; }
  .card .wide { width: 20%; }
  th.number, td.number { min-width: 0; }
  th.short, td.short { min-width: 5.2em; }
  .card { break-inside: auto; border-color: #888; padding: 0.8rem 1rem; }
  .card.firm { border: 1.5px solid #a1160f; border-left-width: 5px; background: none; }
  .caution { background: none; border: 1px solid #6b4300; }
  .badge { background: none; color: #000; border: 1.5px solid currentColor; }
  .tier-i, .tier-ii { color: #0d47a1; border-color: #0d47a1; }
  a { color: inherit; text-decoration: none; }
  td a, .plain a { color: #0b3d78; }
  details > summary { list-style: none; color: inherit; }
  details:not(.screen)::details-content { content-visibility: visible; block-size: auto; }
  dl.glossary { columns: 2; font-size: 7.6pt; }
  footer { padding-bottom: 0; }
${frontPrint}}
`;
}
