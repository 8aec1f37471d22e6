import { describe, expect, it } from "vitest";
import { pageTarget } from "./page-target.ts";

describe("pageTarget", () => {
  it.each([
    ['<link rel="canonical" href="https://a.test/x?y=1&amp;z=2">', "https://a.test/x?y=1&z=2"],
    ["<link href='https://a.test/x' rel=canonical>", "https://a.test/x"],
    ['<meta property="og:url" content="https://a.test/x">', "https://a.test/x"],
    ['<meta http-equiv="refresh" content="0; url=https://a.test/x">', "https://a.test/x"],
    ['<link rel="stylesheet" href="/style.css"><p>hello</p>', null],
    ["", null],
  ])("%s → %s", (html, target) => {
    expect(pageTarget(html)).toBe(target);
  });
});
