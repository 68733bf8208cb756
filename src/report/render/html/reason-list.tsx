import type { Reason } from "../../../model/verdict.ts";

/** Coded reasons as sentences. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul>
      {reasons.map(({ code, text }) => (
        <li key={code + text}>{text}</li>
      ))}
    </ul>
  );
}
