import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { showUnseen } from "../visible-text.ts";
import { policyFor } from "./policy.ts";

interface DocumentParts {
  readonly title: string;
  /** Style and script are the program's own text and go in as they are. */
  readonly style: string;
  /** Runs after the body; null: the page has none. */
  readonly script: string | null;
  readonly tool: { readonly name: string; readonly version: string } | null;
  readonly body: ComponentChildren;
}

/**
 * A self-contained page: nothing is loaded, and nothing runs but this style and this script. Preact escapes every value; what cannot be seen
 * is made visible in the finished page, so that no field is missed.
 */
export function renderDocument(parts: DocumentParts): string {
  return `<!doctype html>\n${showUnseen(renderToString(<Document {...parts} />))}\n`;
}

function Document({ title, style, script, tool, body }: DocumentParts) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyFor(style, script)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {tool !== null && <meta name="generator" content={`${tool.name} ${tool.version}`} />}
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} (research use only)`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        {body}
        {script !== null && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
}
