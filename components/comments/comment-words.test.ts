import { describe, expect, it } from "vitest";
import { commentsHref, commentsPage } from "@/components/comments/comment-filter";
import { depthFinding, filterChips, postsWords } from "@/components/comments/comment-words";
import { readSearch } from "@/lib/search";

const GAP = "\u202f";

describe("depthFinding", () => {
  const finding = (total_comments: number, total_replies: number, max_depth: number) =>
    depthFinding({ total_comments, total_replies, max_depth });

  it.each([
    [9, 5, 3, "Comments by depth"],
    [40, 0, 1, "Nobody answers anybody: all comments stand at the top"],
    [100, 60, 4, `People talk with each other: 60.0${GAP}% of comments answer another one`],
    [100, 20, 4, `80.0${GAP}% of comments stand at the top; the rest answer, down to level 4`],
    [100, 20, 2, `80.0${GAP}% of comments stand at the top; the rest answer`],
  ])("of %s comments with %s replies, %s deep: %s", (total, replies, deep, words) => {
    expect(finding(total, replies, deep)).toBe(words);
  });
});

describe("the filter of an address", () => {
  const read = (search: Record<string, string>) => readSearch(commentsPage, search);

  it("names its posts in the zone's days", () => {
    expect(postsWords(read({}), "UTC")).toBe("all posts");
    expect(postsWords(read({ platform: "tiktok", days: "30" }), "UTC")).toBe(
      "posts on TikTok published in the last 30 days",
    );
    expect(postsWords(read({ since: "2026-11-01T02:00:00Z" }), "America/New_York")).toBe(
      "posts published since 31 Oct 2026",
    );
  });

  it("leaves out what no longer makes sense, and keeps the rest", () => {
    expect(read({ min_depth: "1", platform: "youtube", page: "2" })).toEqual({
      min_depth: 3,
      min_engagement: 50,
      platform: "youtube",
      page: 2,
    });
  });

  it("is taken away one by one", () => {
    const filter = read({ platform: "youtube", min_engagement: "900", page: "3" });
    expect(filterChips(filter, "UTC").map(({ text }) => text)).toEqual([
      "YouTube",
      "3 comments or more",
      "Engagement from 900",
    ]);
    const [platform] = filterChips(filter, "UTC");
    expect(commentsHref(platform?.without ?? {})).toBe("/comments?min_engagement=900");
  });
});
