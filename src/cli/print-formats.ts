import { writeToStream } from "../io/write-output.ts";
import { readers } from "../read/readers.ts";
import { renderers } from "../report/render/renderers.ts";
import type { Terminal } from "./terminal.ts";

interface Row {
  readonly direction: "in" | "out";
  readonly id: string;
  readonly title: string;
  readonly extensions: string;
  readonly columns: string;
}

function rows(): Row[] {
  return [
    ...readers.map((reader) => ({
      direction: "in" as const,
      id: reader.id,
      title: reader.title,
      extensions: reader.extensions.join(" "),
      columns: reader.columns
        .map(({ name, required }) => (required ? name : `[${name}]`))
        .join(", "),
    })),
    ...renderers.map((renderer) => ({
      direction: "out" as const,
      id: renderer.id,
      title: renderer.title,
      extensions: renderer.extension,
      columns: "",
    })),
  ];
}

/** The table of formats in Markdown, as the README holds it between its markers. */
export function formatsTable(): string {
  const head = ["", "format", "what", "extensions", "columns ([optional])"];
  const lines = rows().map((row) => [
    row.direction,
    row.id,
    row.title,
    row.extensions,
    row.columns,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return `${[line(head), line(head.map(() => "---")), ...lines.map(line)].join("\n")}\n`;
}

function formatsText(): string {
  return readers
    .map((reader) => ({
      ...reader,
      heading: `in   ${reader.id}  ${reader.title} (${reader.extensions.join(" ")})`,
    }))
    .map(({ heading, columns }) =>
      [
        heading,
        ...columns.map(
          ({ name, meaning, required }) =>
            `       ${name}${required ? "" : " (optional)"}: ${meaning}`,
        ),
      ].join("\n"),
    )
    .concat(
      renderers.map((renderer) => `out  ${renderer.id}  ${renderer.title} (${renderer.extension})`),
    )
    .map((block) => `${block}\n`)
    .join("");
}

/** Writes the list of formats to stdout. */
export async function printFormats(
  format: "text" | "md" | "json",
  terminal: Terminal,
): Promise<void> {
  const text = {
    text: formatsText,
    md: formatsTable,
    json: () => `${JSON.stringify(rows(), null, 2)}\n`,
  }[format]();
  await writeToStream(terminal.stdout, text);
}
