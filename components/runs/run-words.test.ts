import { describe, expect, it } from "vitest";
import { causeOf, postsOf, skippedWords } from "@/components/runs/run-words";

const reader = {
  zone: "Europe/Berlin",
  now: new Date("2026-11-21T13:00:00Z"),
  email: "ada@example.test",
};
const run = {
  trigger: "schedule" as const,
  slot: "2026-11-21T12:00:00+00:00",
  requested_by: null,
  planned: 3,
  accounts: [],
};

describe("causeOf", () => {
  it.each([
    [{}, "On schedule, for 13:00"],
    [{ slot: "2026-11-21T11:00:00+00:00" }, "On schedule, young posts, for 12:00"],
    [{ trigger: "post" as const, requested_by: "ada@example.test" }, "3 posts, asked for by you"],
    [{ trigger: "post" as const, planned: 1 }, "1 post, asked for by someone who has left"],
    [
      {
        trigger: "account" as const,
        requested_by: "bob@example.test",
        accounts: [{ platform: "tiktok" as const, name: "Harbor Oats" }],
      },
      "TikTok, Harbor Oats, asked for by bob@example.test",
    ],
    // Its pieces, which named the account, are gone after 30 days.
    [
      { trigger: "account" as const, requested_by: "ada@example.test" },
      "An account, asked for by you",
    ],
  ])("%j → %s", (over, words) => {
    expect(causeOf({ ...run, ...over }, reader)).toBe(words);
  });
});

describe("skippedWords", () => {
  const skipped = { cancelled: 2, not_due: 1200, needs_reconnect: 7 };

  it("names each reason with its posts, the most first", () => {
    expect(skippedWords({ skipped })).toEqual([
      "1,200 not due: measured recently enough for their age",
      "7 of an account that has to be reconnected",
      "2 not begun when the run was cancelled",
    ]);
  });

  it("leaves out the usual when asked to, and keeps a reason it does not know", () => {
    expect(skippedWords({ skipped: { not_due: 3, moon: 1 } }, { unusual: true })).toEqual([
      "1 post: moon",
    ]);
  });
});

describe("postsOf", () => {
  it("counts what was planned and not tried as done, and what was never planned not at all", () => {
    const sums = { planned: 100, measured: 60, gone: 5, failed: 5 };
    expect(postsOf({ ...sums, skipped: { not_due: 500, superseded: 10, cancelled: 5 } })).toEqual({
      done: 85,
      notTried: 15,
      open: 15,
    });
  });
});
