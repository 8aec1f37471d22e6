import { describe, expect, it } from "vitest";
import { nestedJson } from "@/lib/comments/nested-json";

const row = (id: number, parent_id: number | null, body = "x") => ({ id, parent_id, body });

describe("nested comments", () => {
  it.each([
    ["none", [], []],
    [
      "with their replies, in their order",
      [row(1, null), row(2, 1), row(3, 2), row(4, 1), row(5, null)],
      [
        {
          ...row(1, null),
          children: [
            { ...row(2, 1), children: [{ ...row(3, 2), children: [] }] },
            { ...row(4, 1), children: [] },
          ],
        },
        { ...row(5, null), children: [] },
      ],
    ],
    [
      "at the top where their parent is on another page",
      [row(8, 3), row(9, 8), row(10, 2), row(11, null)],
      [
        { ...row(8, 3), children: [{ ...row(9, 8), children: [] }] },
        { ...row(10, 2), children: [] },
        { ...row(11, null), children: [] },
      ],
    ],
    [
      "whatever they say",
      [row(1, null, '"}],{"'), row(2, 1, "\\ \u2028 🎉")],
      [{ ...row(1, null, '"}],{"'), children: [{ ...row(2, 1, "\\ \u2028 🎉"), children: [] }] }],
    ],
  ])("%s", (_, rows, expected) => {
    expect(JSON.parse(nestedJson(rows))).toEqual(expected);
  });

  it("go as deep as replies go", () => {
    const depth = 50_000;
    const rows = Array.from({ length: depth }, (_, index) => row(index + 1, index || null));
    const text = nestedJson(rows);
    expect(text.match(/"children":\[/g)).toHaveLength(depth);
    expect(text.endsWith("]}".repeat(depth).concat("]"))).toBe(true);
  });
});
