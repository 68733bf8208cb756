import { frontStyle } from "./front/front-style.ts";
import { longTableStyle } from "./long-table-style.ts";
import { printStyle } from "./print-style.ts";

/**
 * The page's style. `caseId` is printed at the foot of every sheet when it is a plain pseudonym; any other
 * text would be data inside a style sheet and is left out.
 */
export function styleSheet(caseId: string): string {
  return (
    screenStyle +
    frontStyle +
    longTableStyle +
    printStyle(/^[A-Za-z0-9._-]{1,64}$/.test(caseId) ? caseId : null)
  );
}

/** Tier colors as in PCGR, T2 and T3 darkened so that white text on them has a contrast of at least 4.5 to 1. */
const screenStyle = `
:root {
  color-scheme: light dark;
  --ink: #17212b; --quiet: #52606d; --line: #d3dae1; --paper: #fff; --ground: #f3f5f7;
  --link: #0b57a4; --alarm: #a1160f; --alarm-ground: #fdf1f0; --care: #6b4300; --care-ground: #fff8e8;
  --care-line: #e3b44c; --good: #17653a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e3e8ed; --quiet: #a5b1bd; --line: #37424d; --paper: #182028; --ground: #10161c;
    --link: #8fc0fa; --alarm: #ff9d95; --alarm-ground: #2c1917; --care: #f3cb80; --care-ground: #29210f;
    --care-line: #8a6a1f; --good: #84d6a5;
  }
}
* { box-sizing: border-box; }
html { font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
body {
  margin: 0; color: var(--ink); background: var(--ground);
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
header, nav, main, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
header { max-width: none; padding: 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.head { max-width: 78rem; margin: 0 auto; padding: 1rem 1.5rem 0.8rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.6rem; font-weight: 650; }
h2 { font-size: 1.3rem; font-weight: 650; margin: 2.5rem 0 0.75rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1rem; font-weight: 650; }
table + h3, .pair + h3, .pair + div > h3 { margin-top: 1.25rem; }
h4 { font-size: 0.93rem; font-weight: 650; margin: 1rem 0 0.25rem; }
p, ul, dl, dd { margin: 0; }
p + p { margin-top: 0.5rem; }
ul { padding-left: 1.15rem; }
li + li { margin-top: 0.2rem; }
ul.plain, nav ul { list-style: none; padding: 0; }
ul.plain li + li { margin-top: 0.4rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
small { display: block; font-size: 0.85rem; color: var(--quiet); line-height: 1.4; }
.code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.85em; }
.quiet { color: var(--quiet); font-size: 0.87rem; }
.lead { font-size: 1.08rem; font-weight: 600; }
.against { color: var(--alarm); font-weight: 600; }
.backed { color: var(--good); font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.paper { display: none; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; padding: 0.5rem 1rem; background: var(--paper); }
.notice {
  margin: 0; padding: 0.55rem max(1.5rem, calc((100vw - 78rem) / 2 + 1.5rem));
  background: var(--care-ground); color: var(--care); border-bottom: 1px solid var(--care-line); font-size: 0.9rem;
}
.case-id { font-weight: 400; }
nav { padding-top: 0.75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; font-size: 0.93rem; }
nav li + li { margin: 0; }
main > section:first-child h2 { margin-top: 1.5rem; }
footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--quiet); font-size: 0.87rem; }

.card { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 1.1rem 1.25rem; margin-top: 1rem; }
.card.firm { border-left: 5px solid var(--alarm); background: var(--alarm-ground); }
.card-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.4rem 1.5rem; align-items: baseline; }
.rank { display: inline-block; min-width: 1.6em; color: var(--quiet); font-weight: 500; }
.for { font-weight: 400; color: var(--quiet); }
.tags { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.badge, .tag { display: inline-block; border-radius: 3px; padding: 0.08rem 0.5rem; font-size: 0.83rem; border: 1px solid var(--line); }
.badge { font-weight: 600; color: #fff; border-color: transparent; white-space: nowrap; }
.tier-i { background: #1565c0; }
.tier-ii { background: #1976d2; }
.tier-iii, .tier-iv { background: #616161; }
.tier-none { color: var(--ink); border-color: var(--quiet); }
.pair { display: flex; gap: 0 2.5rem; }
.pair > div { flex: 1 1 0; }
.pair h3 { margin: 1rem 0 0.35rem; font-size: 1rem; }
.facts > div { display: flex; gap: 0 1rem; padding: 0.2rem 0; }
.facts dt { color: var(--quiet); flex: 0 0 9.5rem; }
.card .facts dt { flex-basis: 6.5rem; }
.facts dd { flex: 1; }
section > .facts { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1.25rem; }
.caution { margin-top: 0.9rem; padding: 0.1rem 0.9rem 0.6rem; background: var(--care-ground); border-left: 4px solid var(--care-line); }
.caution h4 { margin-top: 0.5rem; color: var(--care); }
.rank-note { margin-top: 0.8rem; }
dl.glossary { margin: 0.75rem 0 1.5rem; font-size: 0.87rem; color: var(--quiet); columns: 2 26rem; column-gap: 2.5rem; }
.glossary div { break-inside: avoid; padding: 0.1rem 0; }
.glossary dt, .glossary dd { display: inline; font-size: inherit; }
.glossary dt { font-weight: 650; color: var(--ink); }
.glossary dt::after { content: ": "; }

.strips { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; }
.strip { margin: 0; flex: 0 1 27rem; }
.strip svg { display: block; width: 100%; max-width: 27rem; height: auto; }
.strip figcaption { color: var(--quiet); font-size: 0.85rem; line-height: 1.4; }
.strip .between { fill: var(--ground); }
.strip .axis { stroke: var(--quiet); }
.strip .dots { stroke: var(--quiet); stroke-width: 4; stroke-linecap: round; stroke-opacity: 0.75; fill: none; }
.strip .median { stroke: var(--ink); stroke-width: 2; }
.strip .limit { stroke: var(--ink); stroke-width: 1.2; }
.strip .case { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
.strip .beyond { fill: var(--link); }
.strip text { fill: var(--ink); font-size: 11px; }
.strip .tick { fill: var(--quiet); }
.fractions, .fractions svg { max-width: 40rem; }
.fractions { margin-top: 0.75rem; }
.fractions .grid { stroke: var(--line); }
.strip .case-label { font-weight: 650; }

table { width: 100%; border-collapse: collapse; background: var(--paper); margin-top: 0.5rem; }
section > table { border: 1px solid var(--line); }
caption { text-align: left; color: var(--quiet); padding: 0.5rem 0 0.4rem; }
/* A long word may break anywhere, but no column gets narrower than a common word. */
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem; border-bottom: 1px solid var(--line); font-weight: inherit; min-width: 8.6em; }
thead th { color: var(--quiet); font-size: 0.83rem; font-weight: 600; overflow-wrap: normal; vertical-align: bottom; }
tbody th { font-weight: 600; }
tbody th small { font-weight: 400; }
tbody tr:last-child > * { border-bottom: 0; }
.card table { margin-top: 0.25rem; background: none; font-size: 0.93rem; }
.card th:first-child, .card td:first-child { padding-left: 0; }
.number { text-align: right; }
.number { min-width: 0; overflow-wrap: normal; }
.short { min-width: 5.2em; }
.whole { white-space: nowrap; }
.wide { width: 24%; }
details > summary { cursor: pointer; color: var(--link); padding: 0.25rem 0; }
details.card { padding: 0.6rem 1.25rem; margin-top: 0.5rem; }
details.card > summary h3 { display: inline; color: var(--ink); margin-right: 0.75rem; }

@media screen and (max-width: 64rem) {
  .pair, .facts > div { display: block; }
  header, nav, main, footer { padding-left: 1rem; padding-right: 1rem; }
  header { padding: 0; }
  .head, .notice { padding-left: 1rem; padding-right: 1rem; }
  .card { padding: 0.9rem; }
  table, tbody, tr, td, tbody th { display: block; }
  caption { display: block; }
  section > table { border: 0; background: none; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 0.9rem; margin-bottom: 0.6rem; }
  th, td { min-width: 0; }
  td, tbody th, .card td:first-child, .card th:first-child { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 0.75rem; padding: 0.2rem 0; border: 0; text-align: left; }
  .number { text-align: left; }
  .wide { width: auto; }
  .card tr { border-width: 0 0 1px; border-radius: 0; background: none; padding: 0.5rem 0; margin: 0; }
  .card tbody tr:last-child { border-bottom: 0; }
  td::before, tbody th::before { content: attr(data-label); color: var(--quiet); font-weight: 400; font-size: 0.87rem; overflow-wrap: normal; }
}
@media screen and (min-width: 150rem) { html { font-size: 1.25rem; } }
@media screen and (min-width: 210rem) { html { font-size: 1.7rem; } }
`;
