import { describe, expect, it } from "vitest";
import { matches } from "@/components/search/item";
import { linkItem } from "@/components/search/link-item";

const item = { id: "x", title: "Members and roles", words: "team people", does: { go: "/" } };

describe("a page or command", () => {
  it.each([
    ["mem", true],
    ["ROLES mem", true],
    ["peo", true],
    ["embers", false],
    ["members alerts", false],
  ])("is found by %j: %s", (typed, is) => {
    expect(matches(item, typed)).toBe(is);
  });
});

describe("what is typed", () => {
  it("offers the numbers of a post's link, on whatever platform", () => {
    for (const link of ["https://youtu.be/dQw4w9WgXcQ", "www.instagram.com/reel/C1a2B3c4D5e/"]) {
      expect(linkItem(link, false)).toMatchObject({ item: { does: { measure: link } } });
    }
  });

  it("says what was expected of a link that leads to no post, and who may have numbers", () => {
    expect(linkItem("https://vimeo.com/1", false)).toEqual({
      problem: expect.stringContaining("Expected a YouTube"),
    });
    expect(linkItem("https://youtu.be/dQw4w9WgXcQ", true)).toEqual({
      problem: expect.stringContaining("Viewers only read"),
    });
  });

  it("is left alone when it is no link", () => {
    expect(linkItem("kimchi oats", false)).toBeNull();
    expect(linkItem("vimeo", false)).toBeNull();
  });
});
