import { describe, expect, it } from "vitest";
import { readLink } from "./read-link.ts";

const CODE = "DLlGZiCOBQ0";
const PRIVATE = "DLlGZiCOBQ0aBcDeFgHiJkLmNoPqRsT";

describe("an Instagram link", () => {
  it.each([
    [`https://www.instagram.com/p/${CODE}/`, "p", CODE],
    [`https://instagram.com/p/${CODE}?img_index=2&igsh=abc%3D%3D`, "p", CODE],
    [`https://www.instagram.com/some.user/p/${CODE}/`, "p", CODE],
    [`https://m.instagram.com/reel/${CODE}/?utm_source=x`, "reel", CODE],
    [`https://www.instagram.com/some_user/reel/${CODE}`, "reel", CODE],
    [`https://www.instagram.com/reels/${CODE}/`, "reel", CODE],
    [`https://www.instagram.com/tv/${CODE}/`, "p", CODE],
    [`http://instagr.am/p/${CODE}/`, "p", CODE],
    [`https://www.instagram.com/p/${PRIVATE}/`, "p", PRIVATE],
    [
      `https://l.instagram.com/?u=https%3A%2F%2Fwww.instagram.com%2Fp%2F${CODE}%2F&e=AT0`,
      "p",
      CODE,
    ],
  ])("%s names the post", (link, place, externalId) => {
    const url = `https://www.instagram.com/${place}/${externalId}/`;
    expect(readLink(link)).toEqual({ kind: "post", platform: "instagram", externalId, url });
  });

  it.each(["reel", "p"])("a share link of a %s is left to be resolved", (kind) => {
    const url = `https://www.instagram.com/share/${kind}/BAKTokEn12/`;
    expect(readLink(`${url}?igsh=1`)).toEqual({ kind: "short", platform: "instagram", url });
  });

  it.each([
    "https://www.instagram.com/some.user/",
    "https://www.instagram.com/stories/some.user/3667365614373573684/",
    "https://www.instagram.com/reels/audio/123456789/",
    "https://www.instagram.com/explore/tags/food/",
    "https://www.instagram.com/p/",
  ])("%s has no post in it", (link) => {
    expect(readLink(link)).toEqual({ kind: "unusable", problem: "not_a_post" });
  });
});
