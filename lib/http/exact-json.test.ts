import { describe, expect, it } from "vitest";
import { exactJsonText, readExactJson } from "./exact-json.ts";

describe("readExactJson", () => {
  it.each([
    ['{"views":9007199254740993}', { views: 9007199254740993n }],
    ['{"views": 9007199254740993}', { views: 9007199254740993n }],
    ["[-9007199254740993]", [-9007199254740993n]],
    ["9007199254740993", 9007199254740993n],
    ['{"views":1234567890123456}', { views: 1234567890123456 }],
    ['{"id":"9007199254740993"}', { id: "9007199254740993" }],
    ['{"share":0.5,"id":1234567890123456}', { share: 0.5, id: 1234567890123456 }],
    ['{"views":', undefined],
    ["", undefined],
  ])("reads %s without losing a digit (invariant 22)", (text, value) => {
    expect(readExactJson(text)).toEqual(value);
  });
});

describe("exactJsonText", () => {
  it.each(['{"views":9007199254740993,"likes":12}', '{"a":[1,"x",null,true]}'])(
    "writes %s back as it was read (invariant 22)",
    (text) => {
      expect(exactJsonText(readExactJson(text))).toBe(text);
    },
  );
});
