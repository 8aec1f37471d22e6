import { describe, expect, it } from "vitest";
import { readLink } from "./read-link.ts";

const F = "https://www.facebook.com";
const PFBID = "pfbid02AbCdEfGhIjKlMnOpQrStUvWxYz123456789";

describe("a Facebook link", () => {
  it.each([
    [`${F}/harbor.oats/posts/1234567890`, "1234567890", "/harbor.oats/posts/1234567890"],
    [`${F}/harbor/posts/a-slug/1234567890`, "1234567890", "/harbor/posts/1234567890"],
    [
      `${F}/100064/posts/1234567890`,
      "100064_1234567890",
      "/permalink.php?story_fbid=1234567890&id=100064",
    ],
    [`${F}/harbor/posts/${PFBID}?__cft__[0]=AZ`, PFBID, `/harbor/posts/${PFBID}`],
    [
      `${F}/permalink.php?story_fbid=1234567890&id=100064123456789`,
      "100064123456789_1234567890",
      "/permalink.php?story_fbid=1234567890&id=100064123456789",
    ],
    [
      `https://m.facebook.com/story.php?story_fbid=${PFBID}&id=100064&mibextid=x`,
      PFBID,
      `/permalink.php?story_fbid=${PFBID}&id=100064`,
    ],
    [`${F}/harbor/videos/9876543210/`, "9876543210", "/watch/?v=9876543210"],
    [`${F}/harbor/videos/a-title/9876543210/`, "9876543210", "/watch/?v=9876543210"],
    [
      `https://web.facebook.com/watch/?v=9876543210&ref=sharing`,
      "9876543210",
      "/watch/?v=9876543210",
    ],
    [`https://fb.com/watch/live/?v=9876543210`, "9876543210", "/watch/?v=9876543210"],
    [`${F}/reel/9876543210?s=1`, "9876543210", "/reel/9876543210"],
    [`https://mbasic.facebook.com/reels/9876543210`, "9876543210", "/reel/9876543210"],
    [`${F}/photo/?fbid=5556667778&set=a.1`, "5556667778", "/photo/?fbid=5556667778"],
    [`${F}/photo.php?fbid=5556667778`, "5556667778", "/photo/?fbid=5556667778"],
    [`${F}/harbor/photos/a.123/5556667778/`, "5556667778", "/photo/?fbid=5556667778"],
    [`${F}/groups/oats.fans/posts/1234567890/`, "1234567890", "/groups/oats.fans/posts/1234567890"],
    [
      `${F}/groups/778899/permalink/1234567890/`,
      "778899_1234567890",
      "/groups/778899/posts/1234567890",
    ],
    [
      `https://l.facebook.com/l.php?u=${encodeURIComponent(`${F}/reel/9876543210?fbclid=1`)}&h=AT`,
      "9876543210",
      "/reel/9876543210",
    ],
  ])("%s names the post", (link, externalId, place) => {
    const url = F + place;
    expect(readLink(link)).toEqual({ kind: "post", platform: "facebook", externalId, url });
  });

  it.each([
    ["https://fb.watch/aBcDeF123/?mibextid=x", "https://fb.watch/aBcDeF123/"],
    [`${F}/share/p/1AbCdEfG/`, `${F}/share/p/1AbCdEfG/`],
    [`${F}/share/v/1AbCdEfG/?mibextid=wwXIfr`, `${F}/share/v/1AbCdEfG/`],
    ["https://m.facebook.com/share/r/1AbCdEfG", `${F}/share/r/1AbCdEfG/`],
  ])("%s is left to be resolved", (link, url) => {
    expect(readLink(link)).toEqual({ kind: "short", platform: "facebook", url });
  });

  it.each([
    `${F}/harbor.oats`,
    `${F}/stories/123456789/abc`,
    `${F}/groups/oats.fans`,
    `${F}/permalink.php?story_fbid=1234567890`,
    `${F}/watch/?v=abc`,
    `${F}/events/1234567890`,
  ])("%s has no post in it", (link) => {
    expect(readLink(link)).toEqual({ kind: "unusable", problem: "not_a_post" });
  });
});
