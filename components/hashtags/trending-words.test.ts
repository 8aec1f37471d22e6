import { expect, it } from "vitest";
import { courseWords, stepWords, trendingTitle } from "@/components/hashtags/trending-words";

const of = (...counts: number[]) => counts.map((count, at) => ({ hashtag: `tag${at}`, count }));

it.each([
  [[], "Trending in the last hour"],
  [[3, 3], "Trending in the last hour"],
  [[1], "#tag0 leads the last hour with 1 post"],
  [[1_200, 3], "#tag0 leads the last hour with 1,200 posts"],
])("%j is titled %s", (counts, title) => {
  expect(trendingTitle(of(...counts), { last: "last hour" })).toBe(title);
});

it.each([
  [4, 1, "↑ 3 from 1"],
  [1, 4, "↓ 3 from 4"],
  [2, 2, "unchanged from 2"],
  [5, 0, "↑ 5 from 0"],
])("%d after %d is %s", (count, before, words) => {
  expect(stepWords(count, before)).toBe(words);
});

it("says each bar of a course, and where the window begins", () => {
  const words = { before: "hour before", last: "last hour" };
  expect(courseWords([0, 2, 1, 3], 2, words)).toBe(
    "Posts in equal parts of the hour before: 0, 2; of the last hour: 1, 3",
  );
});
