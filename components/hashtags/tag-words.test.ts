import { expect, it } from "vitest";
import { historyTitle, relatedTitle } from "@/components/hashtags/tag-words";

const history = (posts: number, previous_posts: number | null) => ({
  hashtag: "art",
  tag: "art",
  bucket: "day" as const,
  time_zone: "UTC",
  since: "",
  until: "",
  as_of: "",
  buckets: [],
  posts,
  previous_posts,
});

it.each([
  [3, 1, "30d", "3 posts with #art in the last 30 days, 2 more than before"],
  [1, 3, "24h", "1 post with #art in the last 24 hours, 2 fewer than before"],
  [2, 2, "7d", "2 posts with #art in the last 7 days, as many as before"],
  [0, 9, "7d", "0 posts with #art in the last 7 days"],
  [9, 0, "7d", "9 posts with #art in the last 7 days"],
  [5, null, "all", "5 posts with #art of all time"],
] as const)("%d after %s in %s", (posts, before, period, title) => {
  expect(historyTitle(history(posts, before), period)).toBe(title);
});

const beside = (...shared: number[]) => ({
  posts: 9,
  as_of: "",
  links: [],
  related: shared.map((shared_posts, at) => ({
    hashtag: `Tag${at}`,
    tag: `tag${at}`,
    cooccurrence_rate: shared_posts / 9,
    shared_posts,
    posts: 20,
  })),
});

it.each([
  [[], "What goes with #art"],
  [[4, 4], "What goes with #art"],
  [[4, 2], "#Tag0 is on 4 of 9 posts with #art"],
])("names the hashtag that shares %j posts", (shared, title) => {
  expect(relatedTitle(beside(...shared), "art")).toBe(title);
});
