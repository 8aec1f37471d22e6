import { describe, expect, it } from "vitest";
import { storableJson, storableText } from "./storable";

describe("storableText", () => {
  it.each([
    ["plain text", "Grüße 🎉", "Grüße 🎉"],
    ["a NUL", "a\0b", "a\uFFFDb"],
    ["half a surrogate pair", "a\uD83Db", "a\uFFFDb"],
  ])("keeps %s storable", (_what, text, stored) => {
    expect(storableText(text)).toBe(stored);
  });
});

describe("storableJson", () => {
  it.each([
    ["numbers beyond 2^53", '{"n":9007199254740993}', '{"n":9007199254740993}'],
    ["a whole escaped pair", '"\\ud83c\\udf89"', '"\\ud83c\\udf89"'],
    ["half an escaped pair", '"\\ud83c!"', '"\uFFFD!"'],
    ["the second half alone", '"\\udf89"', '"\uFFFD"'],
    ["an escaped NUL", '"a\\u0000b"', '"a\uFFFDb"'],
    ["an escaped backslash before u0000", '"a\\\\u0000b"', '"a\\\\u0000b"'],
    ["other escapes", '"a\\n\\"\\u00e9"', '"a\\n\\"\\u00e9"'],
  ])("handles %s", (_what, json, stored) => {
    expect(storableJson(json)).toBe(stored);
    expect(() => JSON.parse(stored)).not.toThrow();
  });
});
