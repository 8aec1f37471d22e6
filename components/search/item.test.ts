import { describe, expect, it } from "vitest";
import { bestOf } from "@/components/search/item";
import { linkItem, searchedBy } from "@/components/search/link-item";

const named = (title: string, words = "") => ({ id: title, title, words, does: { go: "/" } });
const ITEMS = [
  named("Ingest", "members"),
  named("Members and roles", "team people"),
  named("Alert rules", "team"),
];

describe("pages and commands", () => {
  it.each([
    ["", ["Ingest", "Members and roles", "Alert rules"]],
    ["ROLES mem", ["Members and roles"]],
    ["mem", ["Members and roles", "Ingest"]],
    ["tea", ["Members and roles", "Alert rules"]],
    ["embers", []],
    ["members alert", []],
  ])("by %j are %j", (typed, titles) => {
    expect(bestOf(ITEMS, typed).map(({ title }) => title)).toEqual(titles);
  });

  it("leave room for what is found", () => {
    const many = Array.from({ length: 9 }, (_, at) => named(`Page ${at}`));
    expect(bestOf(many, "page")).toHaveLength(4);
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

  it("is searched for by the plain form of a link, however much a shared one trails", () => {
    const trail = `&utm_source=${"a".repeat(300)}`;
    expect(searchedBy(`https://youtu.be/dQw4w9WgXcQ?t=1${trail}`)).toMatch(/dQw4w9WgXcQ$/);
    expect(searchedBy("kimchi oats")).toBe("kimchi oats");
  });

  it("is left alone when it is no link", () => {
    expect(linkItem("kimchi oats", false)).toBeNull();
    expect(linkItem("vimeo", false)).toBeNull();
  });
});
