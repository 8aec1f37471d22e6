import { describe, expect, it } from "vitest";
import {
  cohortWords,
  scoreWords,
  standingTitle,
  whyNoStanding,
} from "@/components/posts/standing-words";
import type { Post } from "@/lib/posts/read-post";
import type { Standing } from "@/lib/reels/queries";

const NOW = { zone: "UTC", now: new Date("2026-11-21T09:00:00Z") };
const SHORT_VIDEOS =
  "Only short videos are ranked among each other: reels, Shorts, and videos of TikTok.";

function standingOf(reel: object, days = 30): Standing {
  const ranked = {
    n: 640,
    engagement_n: 600,
    platform: "instagram",
    status: "usual",
    is_whole: true,
  };
  return { reel: { ...ranked, ...reel }, cohort: { days, smallest: 20 } } as unknown as Standing;
}
const postOf = (post: object) =>
  ({
    platform: "instagram",
    media_kind: "reel",
    published_at: "2026-11-20T09:00:00Z",
    measured_at: "2026-11-21T08:00:00Z",
    views: "5",
    absent: {},
    ...post,
  }) as unknown as Post;

describe("a standing in words", () => {
  it.each([
    [standingOf({}), "640 Instagram reels, 30\u202fd"],
    [standingOf({ platform: "youtube", n: 1200 }, 7), "1,200 YouTube Shorts, 7\u202fd"],
    [standingOf({ platform: "tiktok" }, 90), "640 TikTok videos, 90\u202fd"],
  ])("%#: is %s", (standing, words) => {
    expect(cohortWords(standing)).toBe(words);
  });

  it.each([
    ["breakout", "Why it stands out"],
    ["zone", "Why it stands out"],
    ["outlier", "Why it stands out"],
    ["usual", "Where it stands"],
  ])("a %s: %s", (status, title) => {
    expect(standingTitle(standingOf({ status }))).toBe(title);
  });

  it.each([
    [{ performance_score: 91.63 }, "Score 91.63; a breakout needs 95"],
    [{ performance_score: 95 }, "Score 95.00; a breakout has 95 or more"],
    [{ performance_score: null, n: 12 }, /^No score\. 12 .*too few to rank, 20 are needed\.$/],
  ])("%j: %s", (reel, words) => {
    expect(scoreWords(standingOf(reel))).toMatch(words);
  });
});

describe("why a post is not ranked", () => {
  it.each([
    [{ media_kind: "image" }, `${SHORT_VIDEOS} This one is an image of Instagram.`],
    [{ media_kind: "video" }, `${SHORT_VIDEOS} This one is a video of Instagram.`],
    [{ media_kind: null }, `${SHORT_VIDEOS} What kind of post this is, the platform did not say.`],
    [{ measured_at: null }, "It was not measured yet, so there is nothing to rank."],
    [
      { published_at: null },
      "The platform did not say when it was published, so it belongs to no window of days.",
    ],
    [
      { published_at: "2026-08-01T09:00:00Z" },
      "Published 1 Aug, 09:00: only short videos of the last 90 days are ranked.",
    ],
    [{ views: null, absent: { views: "hidden" } }, "The author hides views. So it is not ranked."],
    [
      { platform: "tiktok", media_kind: "video" },
      "The newest ranks do not hold it yet. They are made again within a minute of new numbers.",
    ],
  ])("%j: %s", (post, words) => {
    expect(whyNoStanding(postOf(post), NOW)).toBe(words);
  });
});
