import { expect, it } from "vitest";
import { ageWords } from "./age";

it.each([
  ["2026-11-21T11:59:50Z", "1 min"],
  ["2026-11-21T11:48:00Z", "12 min"],
  ["2026-11-21T08:00:00Z", "4 h"],
  ["2026-11-19T12:00:01Z", "47 h"],
  ["2026-11-18T11:00:00Z", "3 days"],
  ["2026-11-21T12:00:30Z", "1 min"],
])("%s is %s ago", (at, words) => {
  expect(ageWords(at, new Date("2026-11-21T12:00:00Z"))).toBe(words);
});
