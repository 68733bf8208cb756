import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonMember } from "../../../../src/io/json/json-member.ts";

function read(text: string, name: string): unknown {
  const bytes = findJsonMember(Buffer.from(text), name);
  return bytes === null ? undefined : JSON.parse(Buffer.from(bytes).toString());
}

describe("findJsonMember", () => {
  it("gives a member of the object itself, not one of a member, nor a text that looks like one", () => {
    const content = { a: { genes: 1 }, b: ['"genes":2', "genes"], genes: [{ genes: 3 }], z: 4 };
    expect(read(JSON.stringify(content), "genes")).toEqual([{ genes: 3 }]);
    expect(read(JSON.stringify({ a: { genes: 1 } }), "genes")).toBeUndefined();
    expect(read("{}", "genes")).toBeUndefined();
  });

  it("finds in any object what JSON.parse finds in it", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("a", "genes", "genes2", "z"), fc.jsonValue()),
        (content) => {
          const text = JSON.stringify(content);
          expect(read(text, "genes")).toEqual(JSON.parse(text).genes);
        },
      ),
    );
  });
});
