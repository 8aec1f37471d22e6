import { describe, expect, it } from "vitest";
import { postHref, postsHref, trendsHref } from "@/components/posts/posts-address";
import { postPage, trendFilter } from "@/lib/posts/schema";
import { readSearch } from "@/lib/search";

describe("postsHref", () => {
  it("leaves defaults out", () => {
    expect(postsHref(postPage.parse({}))).toBe("/posts");
  });

  it("is read back as what was asked", () => {
    const asked = postPage.parse({
      search: "maps & more",
      platform: "youtube",
      state: "failing",
      from: "2026-11-01",
      until: "2026-11-20",
      sort: "likes",
      order: "asc",
      metric: "reach",
      days: "30",
      page: "3",
    });
    const search = Object.fromEntries(new URL(postsHref(asked), "http://here").searchParams);
    expect(readSearch(postPage, search)).toEqual(asked);
  });
});

it("names a post's number and source in its address", () => {
  expect(postHref(7)).toBe("/posts/7");
  expect(postHref(7, { metric: "likes", source: "youtube_data" })).toBe(
    "/posts/7?metric=likes&source=youtube_data",
  );
});

it("names only what is asked of the trends", () => {
  expect(trendsHref(trendFilter.parse({}))).toBe("/posts/trends");
  expect(trendsHref(trendFilter.parse({ days: "7", platform: "tiktok" }))).toBe(
    "/posts/trends?platform=tiktok&days=7",
  );
});
