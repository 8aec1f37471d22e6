import { describe, expect, it } from "vitest";
import { storableText } from "./storable";

describe("storableText", () => {
  it.each([
    ["plain text", "Grüße 🎉", "Grüße 🎉"],
    ["a NUL", "a\0b", "a\uFFFDb"],
    ["half a surrogate pair", "a\uD83Db", "a\uFFFDb"],
  ])("keeps %s storable", (_what, text, stored) => {
    expect(storableText(text)).toBe(stored);
  });
});
