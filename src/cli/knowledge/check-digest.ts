import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { refuse } from "../../model/refusal.ts";

/** Holds a knowledgebase to the digest that a pipeline pins. Throws Refusal "knowledgebase" for any other content. */
export function checkDigest(
  { sha256 }: Pick<Knowledgebase, "sha256">,
  pinned: string | undefined,
): void {
  if (pinned === undefined || pinned === sha256) return;
  const message = `the knowledgebase has the digest ${sha256}, the run asks for ${pinned}`;
  throw refuse("knowledgebase", "knowledgebase-not-pinned", message, {
    hint: "Install the version that the run was set up with, or pin this one after looking at kb diff.",
  });
}
