import { describe, expect, it } from "vitest";
import { trimToFields } from "./field-mask.ts";

const list = {
  kind: "k",
  items: [{ id: "a", snippet: { title: "t", tags: ["x"] }, statistics: {} }],
};

describe("trimToFields", () => {
  it.each([
    [undefined, list],
    ["kind", { kind: "k" }],
    ["items(id,snippet(title))", { items: [{ id: "a", snippet: { title: "t" } }] }],
    ["items(snippet(tags),id),kind", { kind: "k", items: [{ id: "a", snippet: { tags: ["x"] } }] }],
    ["items(missing)", { items: [{}] }],
  ])("%s", (fields, trimmed) => {
    expect(trimToFields(list, fields)).toEqual(trimmed);
  });
});
