import { describe, expect, it } from "vitest";
import { goesOn, waitSentence } from "@/components/jobs/wait-words";

const NOW = new Date("2026-11-21T07:00:00Z");

describe("goesOn", () => {
  it.each([
    [null, "in a few seconds"],
    ["2026-11-21T06:59:00Z", "in a few seconds"],
    ["2026-11-21T07:00:40Z", "in a few seconds"],
    ["2026-11-21T08:00:00Z", "at 09:00"],
    ["2026-11-22T08:00:00Z", "on 22 Nov, 09:00"],
  ])("%s is %s", (until, words) => {
    expect(goesOn(until, "Europe/Berlin", NOW)).toBe(words);
  });
});

describe("waitSentence", () => {
  it("says that a spent quota costs nothing but time", () => {
    const wait = {
      platform: "youtube",
      reason: "quota",
      rows: 1338,
      until: "2026-11-21T08:00:00Z",
    };
    expect(waitSentence({ ...wait, platform: "youtube" }, "Europe/Berlin", NOW)).toBe(
      "YouTube’s daily quota is spent. 1,338 rows wait and go on by themselves at 09:00; nothing failed because of it.",
    );
  });

  it("speaks of one row in the singular", () => {
    expect(
      waitSentence({ platform: "tiktok", reason: null, rows: 1, until: null }, "UTC", NOW),
    ).toBe("TikTok is collecting the numbers. 1 row waits and goes on by itself in a few seconds.");
  });
});
