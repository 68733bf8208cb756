/** One value inside two versions of a thing that is not the same in both. */
export interface LeafChange {
  /** `constraints[0].alleles.GRCh38[0]` */
  readonly path: string;
  /** As JSON; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Every leaf of plain JSON data that differs, in the order of the keys. */
export function listLeafChanges(before: unknown, after: unknown, path = ""): LeafChange[] {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => {
      const place = Array.isArray(before)
        ? `${path}[${key}]`
        : path === ""
          ? key
          : `${path}.${key}`;
      return listLeafChanges(Reflect.get(before, key), Reflect.get(after, key), place);
    });
  }
  const [a, b] = [write(before), write(after)];
  return a === b ? [] : [{ path, before: a, after: b }];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function write(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
