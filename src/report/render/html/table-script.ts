/**
 * Filters and sorts what is already there; without script all rows are shown in the order of the report. A filter shows rows that
 * hold all of its words and opens what is folded; a head sorts up, down, and back to the order of the report.
 */
export const tableScript = `
for (const box of document.querySelectorAll(".filter")) {
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const section = box.parentElement;
  const folded = [...section.querySelectorAll("details.more-rows")];
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(" ").filter(Boolean);
    const rows = [...section.querySelectorAll("tbody tr")];
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    if (words.length > 0) for (const element of folded) element.open = true;
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = words.length > 0 ? shown + " of " + rows.length + " shown" : "";
  });
}
const { compare } = new Intl.Collator("en", { numeric: true });
for (const table of document.querySelectorAll("table.long")) {
  const [body] = table.tBodies;
  const given = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const was = head.getAttribute("aria-sort");
      const order = was === null ? "ascending" : was === "ascending" ? "descending" : null;
      for (const each of heads) each.removeAttribute("aria-sort");
      if (order !== null) head.setAttribute("aria-sort", order);
      const sign = order === "descending" ? -1 : 1;
      const text = (row) => row.cells[index].textContent;
      const rows = order === null ? given : [...given].sort((a, b) => sign * compare(text(a), text(b)));
      body.append(...rows);
    });
  });
}
`;
