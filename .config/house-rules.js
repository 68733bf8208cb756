/**
 * The rules of this house that no linter ships: which room may import which, where each dependency and
 * each impure global lives, and what is not written here at all. Run by oxlint (`.oxlintrc.json`);
 * `test/contract/lint-rules.test.ts` plants a violation of every line of these tables.
 */
import { posix } from "node:path";

/** The way a variant travels. A room imports only from itself and from rooms above it. */
export const rooms = [
  "model",
  "io",
  "read",
  "annotate",
  "constraints",
  "knowledgebase",
  "match",
  "assess",
  "report",
  "responses",
  "run",
  "index.ts",
  "cli",
];

/** `report/render/` sees the report document and nothing of how it came about. */
const narrowRooms = [{ room: "report/render", sees: ["model", "report/render"] }];

const pure = "everywhere";
const zodBorders = ["model", "constraints", "knowledgebase", "responses"];

/** Packages and Node modules, and the rooms or files that may import them; what is not here may be imported nowhere. */
export const moduleHomes = {
  "@gmod/vcf": ["read/vcf/sample-fields.ts"],
  chalk: ["cli"],
  commander: ["cli"],
  "csv-parse": ["io/parse-record.ts"],
  "jsonc-parser": ["io/json/find-json-faults.ts", "io/json/json-syntax-error.ts", "knowledgebase"],
  preact: ["report/render"],
  "preact-render-to-string": ["report/render"],
  zod: zodBorders,
  "node:buffer": pure,
  "node:crypto": pure,
  "node:events": pure,
  "node:fs": ["io"],
  "node:os": ["cli"],
  "node:path": pure,
  "node:process": ["cli"],
  "node:stream": pure,
  "node:string_decoder": pure,
  "node:url": pure,
  "node:util": pure,
  "node:v8": ["cli"],
  "node:worker_threads": ["io"],
  "node:zlib": ["io"],
};

/** Globals that tell where, when or by whom the program runs; the rest of the code gets them as arguments. */
export const globalHomes = {
  Date: ["cli"],
  performance: ["cli"],
  process: ["cli"],
  // Reach around the names above.
  globalThis: [],
  // Text order and number form must not depend on the machine's locale.
  Intl: [],
  // No network, ever.
  EventSource: [],
  WebSocket: [],
  XMLHttpRequest: [],
  fetch: [],
};

/** Names in `node:crypto` that are random: only a temporary file needs one. */
const randomNames = {
  names: ["randomBytes", "randomInt", "randomUUID", "webcrypto"],
  homes: ["io"],
};

/** The path of a linted file below `src/`, with forward slashes; null for a file outside it. */
function pathInSource(context) {
  const path = posix.relative(
    context.cwd.replaceAll("\\", "/"),
    context.filename.replaceAll("\\", "/"),
  );
  return path.startsWith("src/") ? path.slice("src/".length) : null;
}

function isInside(path, homes) {
  return homes === pure || homes.some((home) => path === home || path.startsWith(`${home}/`));
}

/** The text of an import's specifier, and where it stands, for every way to write one. */
function onEveryImport(visit) {
  const visitSource = (node) => {
    if (node.source) visit(node.source.value, node);
  };
  return {
    ImportDeclaration: visitSource,
    ExportNamedDeclaration: visitSource,
    ExportAllDeclaration: visitSource,
    ImportExpression: visitSource,
  };
}

const roomOrder = {
  create(context) {
    const here = pathInSource(context);
    if (here === null) return {};
    const room = here.split("/", 1)[0];
    const narrow = narrowRooms.find((entry) => isInside(here, [entry.room]));
    return onEveryImport((specifier, node) => {
      if (typeof specifier !== "string" || !specifier.startsWith(".")) return;
      const target = posix.join(posix.dirname(here), specifier);
      if (target === "../package.json") return;
      const targetRoom = target.split("/", 1)[0];
      if (!rooms.includes(room) || !rooms.includes(targetRoom)) {
        const name = rooms.includes(room) ? targetRoom : room;
        context.report({
          node,
          message: `"${name}" is no room of src; add it to .config/house-rules.js.`,
        });
      } else if (rooms.indexOf(targetRoom) > rooms.indexOf(room)) {
        context.report({
          node,
          message: `${room} may not import from ${targetRoom}: a room sees only the rooms above it.`,
        });
      } else if (narrow && !isInside(target, narrow.sees)) {
        context.report({
          node,
          message: `${narrow.room} may not import from ${targetRoom}, only from ${narrow.sees.join(" and ")}.`,
        });
      }
    });
  },
};

/** The package of a specifier: `zod/v4` is `zod`, `@gmod/vcf/x` is `@gmod/vcf`, `fs/promises` is `node:fs`. */
function packageOf(specifier) {
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
  return `node:${name}` in moduleHomes ? `node:${name}` : name;
}

const moduleHome = {
  create(context) {
    const here = pathInSource(context);
    if (here === null) return {};
    return onEveryImport((specifier, node) => {
      if (typeof specifier !== "string") {
        context.report({
          node,
          message: "Import by a literal path, so that the rules can see it.",
        });
        return;
      }
      if (specifier.startsWith(".")) return;
      const name = packageOf(specifier);
      const homes = Object.hasOwn(moduleHomes, name) ? moduleHomes[name] : [];
      if (!isInside(here, homes)) {
        const where = homes.length > 0 ? `only in ${homes.join(", ")}` : "nowhere in src";
        context.report({ node, message: `"${name}" is imported ${where}.` });
      }
      for (const entry of node.specifiers ?? []) {
        const imported = entry.imported?.name;
        if (randomNames.names.includes(imported) && !isInside(here, randomNames.homes)) {
          context.report({ node: entry, message: `${imported} is random: only in io.` });
        }
      }
    });
  },
};

const globalHome = {
  create(context) {
    const here = pathInSource(context);
    if (here === null) return {};
    const refuse = (node, name, homes) => {
      const where =
        homes.length > 0
          ? `only in ${homes.join(", ")}; take what it gives as an argument`
          : "nowhere in src";
      context.report({ node, message: `${name} is used ${where}.` });
    };
    return {
      "Program:exit"() {
        for (const { identifier, isTypeReference } of globalReferences(context.sourceCode)) {
          const homes = globalHomes[identifier.name];
          if (!isTypeReference && !isInside(here, homes))
            refuse(identifier, identifier.name, homes);
        }
      },
      MetaProperty(node) {
        if (node.meta.name === "import" && !isInside(here, ["cli"]))
          refuse(node, "import.meta", ["cli"]);
      },
      MemberExpression(node) {
        if (node.object.name === "Math" && propertyName(node) === "random")
          refuse(node, "Math.random", []);
      },
      JSXOpeningElement(node) {
        if (!isInside(here, ["report/render"])) refuse(node, "JSX", ["report/render"]);
      },
    };
  },
};

/** Every use of a name in `globalHomes` that is not a local variable of the same name. */
function globalReferences({ scopeManager: { globalScope } }) {
  const builtIn = globalScope.variables.flatMap((variable) => variable.references);
  return [...builtIn, ...globalScope.through].filter(({ identifier }) =>
    Object.hasOwn(globalHomes, identifier.name),
  );
}

function propertyName(node) {
  return node.computed ? node.property.value : node.property.name;
}

const noLocale = {
  create(context) {
    return {
      MemberExpression(node) {
        const name = propertyName(node);
        if (name === "localeCompare" || (typeof name === "string" && name.startsWith("toLocale"))) {
          context.report({
            node,
            message: `${name} depends on the machine's locale; compareText orders text.`,
          });
        }
      },
    };
  },
};

/** A stream that nobody waits for takes less than all, and says nothing. */
const wholeOutput = {
  create(context) {
    if (pathInSource(context) === null) return {};
    return {
      MemberExpression(node) {
        const stream = node.object;
        const name = stream.type === "MemberExpression" ? propertyName(stream) : stream.name;
        if (name === "stdout" && propertyName(node) === "write") {
          context.report({
            node,
            message: "Write a result with writeToStream, which sees it cut.",
          });
        }
      },
    };
  },
};

const noClass = {
  create(context) {
    const check = (node) => {
      const parent = node.superClass?.name ?? "";
      if (!/(?:Error|Refusal)$/u.test(parent)) {
        context.report({
          node,
          message: "Only errors are classes here; write functions over plain data.",
        });
      }
    };
    return { ClassDeclaration: check, ClassExpression: check };
  },
};

export default {
  meta: { name: "house" },
  rules: {
    "global-home": globalHome,
    "module-home": moduleHome,
    "no-class": noClass,
    "no-locale": noLocale,
    "room-order": roomOrder,
    "whole-output": wholeOutput,
  },
};
