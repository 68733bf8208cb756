import type { CommandNode } from "./command-tree.ts";

/**
 * A script for bash 4 and later: words of commands and options, and files where a file is wanted. zsh runs it as well, whose `path`
 * is the one that commands are looked up in, and which takes the length of a slice for a modifier unless it is in `$(( ))`.
 * Of `--option=value` bash makes three words and zsh one.
 */
export function bashCompletion(commands: readonly CommandNode[]): string {
  const known = commands.slice(1).map(({ path }) => pattern(path));
  const choices = commands.flatMap(({ path, options }) =>
    options.flatMap((option) =>
      option.choices.length === 0
        ? []
        : [`    ${pattern([...path, option.name])}) words="${option.choices.join(" ")}" ;;`],
    ),
  );
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap((option) =>
      option.takesValue && option.choices.length === 0 ? [pattern([...path, option.name])] : [],
    ),
  );
  const options = commands.map(
    (command) =>
      `      ${pattern(command.path)}) words="${[...command.options.map(({ name }) => name), "--help"].join(" ")}" ;;`,
  );
  const words = commands.flatMap((command) => {
    const next = [...command.subcommands, ...command.argumentChoices];
    return next.length === 0
      ? []
      : [`      ${pattern(command.path)}) words="${next.join(" ")}" ;;`];
  });
  return `# Completion of metaction for bash: source it, or put it into bash_completion.d.
_metaction() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" place="" word words="" before=""
  if [[ $current == "=" ]]; then
    current=""
  elif [[ $previous == "=" ]]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  elif [[ $current == --*=* ]]; then
    previous="\${current%%=*}"
    before="$previous="
    current="\${current#*=}"
  fi
  for word in "\${COMP_WORDS[@]:1:$((COMP_CWORD-1))}"; do
    case "$place $word" in
      ${known.join(" | ")}) place="$place $word" ;;
    esac
  done
  case "$place $previous" in
    ${values.join(" | ")}) return ;;
${choices.join("\n")}
  esac
  if [[ -n $words ]]; then
    :
  elif [[ $current == -* ]]; then
    case "$place" in
${options.join("\n")}
    esac
  else
    case "$place" in
${words.join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -P "$before" -- "$current"))
}
complete -o default -F _metaction metaction
`;
}

/** The words of a path as the script joins them: each with a space before it. */
function pattern(path: readonly string[]): string {
  return `"${path.map((word) => ` ${word}`).join("")}"`;
}
