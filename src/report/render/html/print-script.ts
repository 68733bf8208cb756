/**
 * Opens every `details` for printing, except those for the screen only, and closes
 * it again afterwards. Without script, browsers that know `::details-content` do the same by the print style.
 */
export const printScript = `"use strict";
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open], .screen)")];
  for (const element of opened) element.open = true;
});
addEventListener("afterprint", () => {
  for (const element of opened) element.open = false;
});
`;
