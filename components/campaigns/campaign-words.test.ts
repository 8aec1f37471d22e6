import { describe, expect, it } from "vitest";
import { ofPosts, rateWords } from "@/components/campaigns/campaign-words";

describe("ofPosts", () => {
  it.each([
    [1, 1, "of 1 post"],
    [12, 12, "of 12 posts"],
    [9, 12, "of 9 of 12 posts"],
    [0, 1, "of 0 of 1 post"],
  ])("says %i of %i as %s", (known, all, words) => {
    expect(ofPosts(known, all)).toBe(words);
  });
});

describe("rateWords", () => {
  it.each([
    ["views", ["views"], "by views"],
    ["impressions", ["impressions"], "by impressions"],
    ["impressions", ["views"], "by views"],
    ["impressions", ["impressions", "views"], "by impressions, else views"],
    ["impressions", [], "by impressions, else views"],
  ] as const)("names %s, used as %j, %s", (basis, used, words) => {
    expect(rateWords(basis, [...used])).toBe(words);
  });
});
