import { describe, expect, it } from "vitest";
import { readFields, selectFields } from "./graph-fields.ts";
import { GraphRefusal } from "./graph-refusal.ts";

describe("readFields", () => {
  it("reads modifiers, inner fields and another name", () => {
    const text = "id,reactions.type(LOVE).limit(0).summary(total_count).as(love){id,from{name}}";
    const [id, love] = readFields(text);
    expect(id).toMatchObject({ name: "id", alias: "id", fields: [] });
    expect(love).toMatchObject({ name: "reactions", alias: "love" });
    expect(Object.fromEntries(love?.params ?? [])).toEqual({
      type: "LOVE",
      limit: "0",
      summary: "total_count",
    });
    expect(love?.fields.map(({ name }) => name)).toEqual(["id", "from"]);
    expect(love?.fields[1]?.fields[0]?.name).toBe("name");
  });

  it.each(["id,,name", "a{b", "a}b", "a b", ".limit(1)"])("refuses %s", (text) => {
    expect(() => readFields(text)).toThrow(GraphRefusal);
  });
});

describe("selectFields", () => {
  const node = {
    type: "Post",
    fields: { id: () => "1", text: () => "T", shares: () => undefined },
  };

  it("adds the id unasked, and leaves out what has no value", () => {
    expect(selectFields(node, readFields("text,shares"))).toEqual({ id: "1", text: "T" });
  });

  it("refuses a field that the node does not have", () => {
    expect(() => selectFields(node, readFields("likes"))).toThrow(
      "(#100) Tried accessing nonexisting field (likes) on node type (Post)",
    );
  });
});
