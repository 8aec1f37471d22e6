import { describe, expect, it } from "vitest";
import { readLink } from "./read-link.ts";

const ID = "dQw4w9WgXcQ";

describe("a YouTube link", () => {
  it.each([
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/watch?list=PL1&t=3s&v=dQw4w9WgXcQ&si=abc&pp=xyz",
    "http://youtube.com/watch?v=dQw4w9WgXcQ#t=3",
    "https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=youtu.be",
    "https://music.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://gaming.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ?si=x",
    "https://www.youtube.com/shorts/dQw4w9WgXcQ",
    "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
    "https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1",
    "https://www.youtube.com/v/dQw4w9WgXcQ",
    "https://www.youtube.com/e/dQw4w9WgXcQ/",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3DdQw4w9WgXcQ%26feature%3Dshare",
    "https://www.youtube.com/redirect?q=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ",
    "YOUTUBE.COM/watch?v=dQw4w9WgXcQ",
    "//youtu.be/dQw4w9WgXcQ",
  ])("%s names the video", (link) => {
    const url = `https://www.youtube.com/watch?v=${ID}`;
    expect(readLink(link)).toEqual({ kind: "post", platform: "youtube", externalId: ID, url });
  });

  it.each([
    "https://www.youtube.com/@someone",
    "https://www.youtube.com/channel/UC1234567890123456789012",
    "https://www.youtube.com/c/name",
    "https://www.youtube.com/user/name",
    "https://www.youtube.com/playlist?list=PL123",
    "https://www.youtube.com/clip/Ugkx123",
    "https://www.youtube.com/post/Ugkx123",
    "https://www.youtube.com/embed/videoseries?list=PL1",
    "https://www.youtube.com/embed/live_stream?channel=UC1",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQx",
    "https://www.youtube.com/",
  ])("%s has no video in it", (link) => {
    expect(readLink(link)).toEqual({ kind: "unusable", problem: "not_a_post" });
  });
});
