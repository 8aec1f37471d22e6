import { describe, expect, it } from "vitest";
import { runWords } from "@/components/posts/measure-post";

const ended = {
  status: "completed",
  measured: 0,
  gone: 0,
  failed: 0,
  skipped: {},
  waits_until: null,
  errors: [],
};
const errors = [
  { code: null, detail: null },
  { code: "quota", detail: "The daily quota is spent." },
];

describe("runWords", () => {
  it.each([
    [{ ...ended, measured: 1 }, "Measured just now."],
    [{ ...ended, gone: 1 }, "The platform does not know this post any more."],
    [{ ...ended, failed: 1, errors }, "Not measured. The daily quota is spent."],
    [{ ...ended, failed: 1 }, "Not measured. The platform gave no number."],
    [
      { ...ended, skipped: { needs_reconnect: 1 } },
      "Not measured. Its account has to be reconnected first.",
    ],
    [{ ...ended, status: "cancelled" }, "The run was cancelled."],
    [ended, "Not measured. The run ended without an answer."],
  ])("%j", (run, words) => {
    expect(runWords(run)).toBe(words);
  });
});
