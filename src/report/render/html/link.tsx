import type { ComponentChildren } from "preact";

/** A link to an outside source. Anything but https stays text. */
export function Link({ url, children }: { url: string | null; children: ComponentChildren }) {
  if (url === null || !url.startsWith("https://")) return <>{children}</>;
  return (
    <a href={url} rel="noopener noreferrer">
      {children}
    </a>
  );
}
