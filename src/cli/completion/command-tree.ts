import type { Command } from "commander";

/** A command as a shell completes it. */
export interface CommandNode {
  /** Words after `metaction`; empty for the program itself. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly subcommands: readonly string[];
  readonly options: readonly {
    /** `--format`. */
    readonly name: string;
    readonly description: string;
    readonly takesValue: boolean;
    readonly choices: readonly string[];
  }[];
  /** Words that its first argument may be; empty when it is free or a file. */
  readonly argumentChoices: readonly string[];
}

/** Every command below a program, the program first, in the order of the help. */
export function listCommands(program: Command, path: readonly string[] = []): CommandNode[] {
  const node: CommandNode = {
    path,
    summary: program.summary() || program.description(),
    subcommands: program.commands.map((command) => command.name()),
    options: program.options.flatMap((option) =>
      option.long === undefined || option.long === null || option.hidden
        ? []
        : [
            {
              name: option.long,
              description: option.description,
              takesValue: option.required || option.optional,
              choices: option.argChoices ?? [],
            },
          ],
    ),
    argumentChoices: program.registeredArguments[0]?.argChoices ?? [],
  };
  return [
    node,
    ...program.commands.flatMap((command) => listCommands(command, [...path, command.name()])),
  ];
}
