import type { Command } from "commander";
import { bashCompletion } from "./bash-completion.ts";
import { listCommands } from "./command-tree.ts";
import { fishCompletion } from "./fish-completion.ts";

/** The completion script of a shell, made from the commands as they are. */
export function completionFor(shell: "bash" | "zsh" | "fish", program: Command): string {
  const commands = listCommands(program);
  switch (shell) {
    case "bash":
      return bashCompletion(commands);
    case "zsh":
      // zsh runs the script of bash.
      return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bashCompletion(commands)}`;
    case "fish":
      return fishCompletion(commands);
  }
}
