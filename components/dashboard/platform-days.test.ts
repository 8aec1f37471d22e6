import { describe, expect, it } from "vitest";
import { platformDayText, shownPlatforms, stackOf } from "@/components/dashboard/platform-days";

const day = {
  day: "2026-11-20",
  views: "70",
  partial: true,
  platforms: { youtube: "100", facebook: "-30", tiktok: "0" },
};

describe("stackOf", () => {
  it("stacks gains upwards and falls downwards from zero", () => {
    expect(stackOf(day)).toEqual([
      { platform: "youtube", from: 0, to: 100 },
      { platform: "facebook", from: 0, to: -30 },
    ]);
  });
});

it("says a day aloud with each platform, and what is still running or unknown", () => {
  expect(platformDayText(day, shownPlatforms([day]))).toBe(
    "20 Nov 2026: 70 views gained, TikTok 0, YouTube 100, Facebook −30. Still running.",
  );
  expect(platformDayText({ ...day, views: null, partial: false, platforms: {} }, [])).toBe(
    "20 Nov 2026: not measured.",
  );
});
