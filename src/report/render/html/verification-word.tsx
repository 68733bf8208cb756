import type { VerificationState } from "../../../model/verdict.ts";

const styles: Readonly<Partial<Record<VerificationState, string>>> = {
  verified: "backed",
  supported: "backed",
  discordant: "against",
  "not supported": "against",
  contradicted: "against",
};

/** The state of verification; color repeats what the word says. */
export function VerificationWord({ state }: { state: VerificationState }) {
  return <span class={styles[state]}>{state}</span>;
}
