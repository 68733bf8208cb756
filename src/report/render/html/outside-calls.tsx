import type { Finding } from "../../../model/report.ts";
import { describeOutside } from "../describe-outside.ts";

/** What the user's own files of other programs say of a finding; nothing where they say nothing. */
export function OutsideCalls({ finding }: { finding: Finding }) {
  return (
    <>
      {describeOutside(finding).map((text) => (
        <small key={text}>{text}</small>
      ))}
    </>
  );
}
