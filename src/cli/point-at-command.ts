import type { Command } from "commander";

const helpFlags: ReadonlySet<string> = new Set(["-h", "--help"]);

/**
 * Arguments that let commander name an unknown command, with the nearest known ones: asked for the help of a command that does not
 * exist (`responses --help`, `help responses`, `kb nosuch -h`), and of one below another (`help kb show`), it gives the help of the level above
 * instead, as if that were meant.
 */
export function pointAtCommand(program: Command, args: readonly string[]): readonly string[] {
  const asked = args.filter((arg) => arg !== "help" && !helpFlags.has(arg));
  if (asked.length === args.length) return args;
  let command = program;
  for (const [at, name] of asked.entries()) {
    // An option, or an operand of a command that has none below it.
    if (name.startsWith("-") || command.commands.length === 0) return args;
    const next = command.commands.find((each) => [each.name(), ...each.aliases()].includes(name));
    if (next === undefined) return asked.slice(0, at + 1);
    command = next;
  }
  return args[0] === "help" && asked.length > 1 ? [...asked, "--help"] : args;
}
