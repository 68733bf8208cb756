import { createHash } from "node:crypto";

/** Content security policy of a page: nothing may load or run but the one style and the one script, if any (CSP level 2). */
export function policyFor(style: string, script: string | null): string {
  return [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    ...(script === null ? [] : [`script-src '${digest(script)}'`]),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
