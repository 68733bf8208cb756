import type { CommandNode } from "./command-tree.ts";

/** A script for fish: commands with their summaries, options with their descriptions. */
export function fishCompletion(commands: readonly CommandNode[]): string {
  const lines = commands.flatMap((command) => {
    const when = `-n ${quote(condition(command))}`;
    const summaryOf = (name: string): string =>
      commands.find(({ path }) => path.join(" ") === [...command.path, name].join(" "))?.summary ??
      "";
    return [
      ...command.subcommands.map(
        (name) => `complete -c metaction -f ${when} -a ${quote(name)} -d ${quote(summaryOf(name))}`,
      ),
      ...(command.argumentChoices.length === 0
        ? []
        : [`complete -c metaction -f ${when} -a ${quote(command.argumentChoices.join(" "))}`]),
      ...command.options.map(({ name, description, takesValue, choices }) => {
        const values =
          choices.length === 0 ? (takesValue ? " -r" : "") : ` -x -a ${quote(choices.join(" "))}`;
        return `complete -c metaction ${when} -l ${name.replace(/^--/u, "")} -d ${quote(description)}${values}`;
      }),
    ];
  });
  return `# Completion of metaction for fish: put it into ~/.config/fish/completions/metaction.fish.\n${lines.join("\n")}\n`;
}

/** True where the words so far lead to this command and to none below it. */
function condition({ path, subcommands }: CommandNode): string {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const none =
    subcommands.length === 0 ? [] : [`not __fish_seen_subcommand_from ${subcommands.join(" ")}`];
  return [...seen, ...none].join("; and ") || "true";
}

/** Within single quotes, fish reads a backslash before a quote or another backslash as its escape. */
function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/gu, String.raw`\$&`)}'`;
}
