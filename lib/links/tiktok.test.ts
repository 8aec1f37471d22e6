import { describe, expect, it } from "vitest";
import { readLink } from "./read-link.ts";

const ID = "7438812090417123456";
const SHARE = `https://www.tiktok.com/share/video/${ID}`;

describe("a TikTok link", () => {
  it.each([
    [
      `https://www.tiktok.com/@user.name/video/${ID}`,
      `https://www.tiktok.com/@user.name/video/${ID}`,
    ],
    [
      `https://www.tiktok.com/@user/photo/${ID}?is_from_webapp=1&sender_device=pc`,
      `https://www.tiktok.com/@user/photo/${ID}`,
    ],
    [`tiktok.com/@user/video/${ID}/?_r=1&_t=8`, `https://www.tiktok.com/@user/video/${ID}`],
    [`https://m.tiktok.com/v/${ID}.html`, SHARE],
    [`https://www.tiktok.com/embed/v2/${ID}`, SHARE],
    [`https://www.tiktok.com/embed/${ID}`, SHARE],
    [`https://www.tiktok.com/player/v1/${ID}?music_info=1`, SHARE],
    [`https://www.tiktok.com/share/video/${ID}`, SHARE],
    [`https://www.tiktok.com/video/${ID}`, SHARE],
    [`https://www.tiktok.com/@/video/${ID}`, SHARE],
  ])("%s names the post", (link, url) => {
    expect(readLink(link)).toEqual({ kind: "post", platform: "tiktok", externalId: ID, url });
  });

  it.each([
    ["https://vm.tiktok.com/ZMabc12/", "https://vm.tiktok.com/ZMabc12/"],
    ["vt.tiktok.com/ZSabc12?k=1", "https://vt.tiktok.com/ZSabc12/"],
    ["https://www.tiktok.com/t/ZTabc12/", "https://www.tiktok.com/t/ZTabc12/"],
  ])("%s is left to be resolved", (link, url) => {
    expect(readLink(link)).toEqual({ kind: "short", platform: "tiktok", url });
  });

  it.each([
    "https://www.tiktok.com/@user",
    "https://www.tiktok.com/@user/live",
    "https://www.tiktok.com/music/original-123456789",
    "https://www.tiktok.com/tag/food",
    "https://www.tiktok.com/@user/video/12x",
    "https://vm.tiktok.com/",
  ])("%s has no post in it", (link) => {
    expect(readLink(link)).toEqual({ kind: "unusable", problem: "not_a_post" });
  });
});
