import { describe, expect, it } from "vitest";
import { storableMoment, storableText } from "./storable";

describe("storableText", () => {
  it.each([
    ["plain text", "Grüße 🎉", "Grüße 🎉"],
    ["a NUL", "a\0b", "a\uFFFDb"],
    ["half a surrogate pair", "a\uD83Db", "a\uFFFDb"],
  ])("keeps %s storable", (_what, text, stored) => {
    expect(storableText(text)).toBe(stored);
  });
});

it.each([
  [Number.NaN, null],
  [Date.UTC(2026, 10, 21), "2026-11-21T00:00:00.000Z"],
  [Date.parse("0001-01-01T00:00:00+14:00"), null],
  [Date.parse("9999-12-31T23:59:59-14:00"), null],
])("storableMoment writes %d as %s", (ms, text) => {
  expect(storableMoment(ms)).toBe(text);
});
